// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// mysql_close does not free the statements of the connection.
#include <mysql.h>
#include <stddef.h>

void runReported(const char *host) {
  MYSQL *mysql = mysql_init(NULL);
  MYSQL_STMT *stmt = mysql_stmt_init(mysql);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}stmt' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  mysql_real_connect(mysql, host, "u", "p", "d", 0, NULL, 0);
  if (stmt)
    mysql_stmt_prepare(stmt, "DELETE FROM t", 13);
  mysql_close(mysql);
}

void runSilent(const char *host) {
  MYSQL *mysql = mysql_init(NULL);
  MYSQL_STMT *stmt = mysql_stmt_init(mysql);
  mysql_real_connect(mysql, host, "u", "p", "d", 0, NULL, 0);
  if (stmt)
    mysql_stmt_prepare(stmt, "DELETE FROM t", 13);
  mysql_stmt_close(stmt);
  mysql_close(mysql);
}
