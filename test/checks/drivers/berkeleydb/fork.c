// RUN: %check %s -- -std=gnu11
#include <db.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

void childSyncsReported(DB *db) {
  if (fork() == 0) {
    db->sync(db, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}} was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
  db->sync(db, 0);
}

void childClosesReported(DB *db) {
  if (fork() == 0) {
    db->close(db, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}} was opened before the fork and is closed in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
  db->close(db, 0);
}

void childOpensItsOwnSilent(DB *db) {
  if (fork() == 0) {
    DB *own;
    if (db_create(&own, NULL, 0) == 0) {
      own->open(own, NULL, "zip.db", NULL, DB_HASH, 0, 0);
      own->close(own, 0);
    }
    _exit(0);
  }
  wait(NULL);
  db->sync(db, 0);
}

// A handle is bound to the process that opened it.
int daemonReported(DB *db) {
  if (daemon(0, 0) != 0)
    return -1;
  return db->sync(db, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}} is used by the process that goes on, but was opened before the fork{{.*}} [cursor-fork-share]
}
