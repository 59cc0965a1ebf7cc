// RUN: %check %s -- -std=c++17
// A helper forks and ends its child by exit: destructors of globals run once,
// and then the handlers that its caller has registered.
#include <leveldb/db.h>

#include <cstdlib>
#include <memory>
#include <unistd.h>

static std::unique_ptr<leveldb::DB> Spool;

static pid_t deliver() {
  pid_t Child = fork();
  if (Child != 0)
    return Child;
  exit(0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Spool'{{.*}} [cursor-fork-share]
}

void childExitsReported(const char *Dir) {
  leveldb::DB *Db = nullptr;
  if (!leveldb::DB::Open(leveldb::Options(), Dir, &Db).ok())
    return;
  Spool.reset(Db);
  deliver();
  Spool.reset();
}
