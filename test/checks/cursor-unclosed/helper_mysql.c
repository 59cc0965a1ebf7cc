// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// The helper closes only when it is told to, and here it is not.
#include <mysql.h>

static void release(MYSQL_STMT *stmt, int done) {
  if (done)
    mysql_stmt_close(stmt);
  else
    mysql_stmt_reset(stmt);
}

int deleteReported(MYSQL *mysql) {
  static const char Sql[] = "DELETE FROM item";
  int rc;
  MYSQL_STMT *stmt = mysql_stmt_init(mysql);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}stmt' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (!stmt)
    return -1;
  rc = mysql_stmt_prepare(stmt, Sql, sizeof Sql - 1);
  if (rc == 0)
    rc = mysql_stmt_execute(stmt);
  release(stmt, 0);
  return rc;
}

int deleteSilent(MYSQL *mysql) {
  static const char Sql[] = "DELETE FROM item";
  int rc;
  MYSQL_STMT *stmt = mysql_stmt_init(mysql);
  if (!stmt)
    return -1;
  rc = mysql_stmt_prepare(stmt, Sql, sizeof Sql - 1);
  if (rc == 0)
    rc = mysql_stmt_execute(stmt);
  release(stmt, 1);
  return rc;
}
