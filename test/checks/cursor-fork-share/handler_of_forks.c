// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/mariadb
// A handler that every child runs first; fork is called in a helper.
#include <mysql.h>
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

static MYSQL *db;
static int children;

static void childReported(void) {
  mysql_close(db);
  db = 0;
}

static void childSilent(void) { children = 0; }

static int startChild(void) {
  int pid = fork();
  if (pid == 0)
    _exit(0);
  return pid;
}

int main(void) {
  db = mysql_init(0);
  pthread_atfork(0, 0, childSilent);
  if (startChild() > 0)
    wait(0);
  pthread_atfork(0, 0, childReported);
  if (startChild() > 0)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}} was opened before the fork and is closed in the child, which tells the server that the parent's session is over{{.*}} [cursor-fork-share]
    // CHECK: note: 'childReported' is called here
    wait(0);
  mysql_close(db);
}
