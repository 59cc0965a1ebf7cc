// RUN: %check %s -- -std=c++17
#include <db_cxx.h>
#include <sys/wait.h>
#include <unistd.h>

void childUsesReported(Db &db, Dbt &key, Dbt &data) {
  if (fork() == 0) {
    db.put(nullptr, &key, &data, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (Berkeley DB C++ Db) was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(nullptr);
}

// The destructor closes in the child too.
int childReturnsReported(const char *file) {
  Db db(nullptr, 0);
  db.open(nullptr, file, nullptr, DB_BTREE, DB_CREATE, 0);
  if (fork() == 0)
    return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (Berkeley DB C++ Db) was opened before the fork and is closed in the child{{.*}} [cursor-fork-share]
  wait(nullptr);
  return 0;
}

int childLeavesSilent(const char *file) {
  Db db(nullptr, 0);
  db.open(nullptr, file, nullptr, DB_BTREE, DB_CREATE, 0);
  if (fork() == 0)
    _exit(0);
  wait(nullptr);
  return 0;
}

void childOpensItsOwnSilent(Db &db) {
  if (fork() == 0) {
    {
      Db own(nullptr, 0);
      own.open(nullptr, "zip.db", nullptr, DB_HASH, DB_RDONLY, 0);
    }
    _exit(0);
  }
  wait(nullptr);
  db.sync(0);
}
