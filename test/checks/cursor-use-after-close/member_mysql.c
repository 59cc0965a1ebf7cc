// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// Two members point to one connection, and both are closed.
#include <mysql.h>
#include <stddef.h>

struct pair {
  MYSQL *reader;
  MYSQL *writer;
};

void closeBothReported(struct pair *p) {
  p->reader = p->writer;
  mysql_close(p->writer);
  mysql_close(p->reader);
  // CHECK: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

void closeBothSilent(struct pair *p) {
  p->reader = p->writer;
  mysql_close(p->writer);
  p->reader = p->writer = NULL;
  mysql_close(p->reader);
}
