// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// The struct is cleaned up in both processes.
#include <mysql.h>
#include <stdlib.h>
#include <unistd.h>

struct worker {
  MYSQL *mysql;
  char *name;
};

void stopReported(struct worker *w) {
  pid_t pid = fork();
  free(w->name);
  w->name = NULL;
  if (pid == 0) {
    mysql_close(w->mysql);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}mysql' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-fork-share]
    _exit(0);
  }
}

void stopSilent(struct worker *w) {
  pid_t pid = fork();
  free(w->name);
  w->name = NULL;
  if (pid == 0)
    _exit(0);
  mysql_close(w->mysql);
  w->mysql = NULL;
}
