// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/mariadb
// clone is a fork or a thread, by its flags.
#define _GNU_SOURCE
#include <mysql.h>
#include <sched.h>
#include <signal.h>
#include <sys/wait.h>

static char stack[65536];

static int pingReported(void *arg) {
  MYSQL *db = arg;
  return mysql_ping(db);
}

static int flushReported(void *arg) {
  MYSQL *db = arg;
  return mysql_commit(db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}} is used by two threads at the same time{{.*}} [cursor-thread-share]
}

static int ownSilent(void *arg) {
  (void)arg;
  MYSQL *db = mysql_init(0);
  int rc = mysql_ping(db);
  mysql_close(db);
  return rc;
}

void processReported(MYSQL *db) {
  clone(pingReported, stack + sizeof stack, SIGCHLD, db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}} was opened before the fork and is used in the child, which lets two processes talk on one socket{{.*}} [cursor-fork-share]
  wait(0);
  mysql_ping(db);
}

void processSilent(MYSQL *db) {
  clone(ownSilent, stack + sizeof stack, SIGCHLD, db);
  wait(0);
  mysql_ping(db);
}

int threadReported(void) {
  MYSQL *db = mysql_init(0);
  clone(flushReported, stack + sizeof stack,
        CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD, db);
  int rc = mysql_ping(db);
  mysql_close(db);
  return rc;
}
