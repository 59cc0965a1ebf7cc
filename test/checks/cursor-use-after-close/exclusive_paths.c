// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// Two closes, on paths that exclude each other.
#include <mysql.h>

void flagSilent(MYSQL *mysql, int keep) {
  if (!keep)
    mysql_close(mysql);
  if (keep) {
    mysql_ping(mysql);
    mysql_close(mysql);
  }
}

void flagReported(MYSQL *mysql, int keep) {
  if (!keep)
    mysql_close(mysql);
  if (keep <= 0)
    mysql_close(mysql);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}mysql' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

int resultSilent(MYSQL_STMT *stmt) {
  int rc = mysql_stmt_execute(stmt);
  if (rc != 0)
    mysql_stmt_close(stmt);
  if (rc == 0)
    rc = mysql_stmt_fetch(stmt);
  return rc;
}
