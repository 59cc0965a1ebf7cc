// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// A statement outlives mysql_close only to be closed.
#include <mysql.h>

int flushReported(MYSQL *mysql) {
  MYSQL_STMT *stmt = mysql_stmt_init(mysql);
  int rc;
  mysql_close(mysql);
  rc = stmt ? mysql_stmt_execute(stmt) : -1;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}stmt' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
  if (stmt)
    mysql_stmt_close(stmt);
  return rc;
}

int flushSilent(MYSQL *mysql) {
  MYSQL_STMT *stmt = mysql_stmt_init(mysql);
  int rc = stmt ? mysql_stmt_execute(stmt) : -1;
  mysql_close(mysql);
  if (stmt)
    mysql_stmt_close(stmt);
  return rc;
}
