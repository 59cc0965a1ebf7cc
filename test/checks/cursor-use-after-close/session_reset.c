// RUN: %check %s -- -std=c11 -I/usr/include/mariadb
// A session that begins anew has no prepared statements any more.
#include <mysql.h>

int resetReported(MYSQL *db) {
  MYSQL_STMT *s = mysql_stmt_init(db);
  if (!s)
    return 1;
  mysql_reset_connection(db);
  int rc = mysql_stmt_execute(s);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 's' (MySQL MYSQL_STMT) is used after its connection 'db' was closed {{.*}}[cursor-use-after-close]
  mysql_stmt_close(s);
  return rc;
}

int resetSilent(MYSQL *db) {
  MYSQL_STMT *s = mysql_stmt_init(db);
  if (!s)
    return 1;
  int rc = mysql_stmt_execute(s);
  mysql_reset_connection(db);
  mysql_stmt_close(s);
  return rc;
}

int leftReported(MYSQL *db) {
  MYSQL_STMT *s = mysql_stmt_init(db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 's' (MySQL MYSQL_STMT) is not closed before 'leftReported' returns {{.*}}[cursor-unclosed]
  if (!s)
    return 1;
  mysql_change_user(db, "a", "b", "c");
  return 0;
}
