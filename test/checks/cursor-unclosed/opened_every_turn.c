// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// Opened in every turn, closed once behind the loop.
#include <mysql.h>
#include <stddef.h>

void listReported(MYSQL *mysql, const char **tables, int n) {
  MYSQL_RES *res = NULL;
  for (int i = 0; i < n; i++)
    res = mysql_list_fields(mysql, tables[i], NULL);
  // CHECK: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  mysql_free_result(res);
}

void listSilent(MYSQL *mysql, const char **tables, int n) {
  MYSQL_RES *res = NULL;
  for (int i = 0; i < n; i++) {
    mysql_free_result(res);
    res = mysql_list_fields(mysql, tables[i], NULL);
  }
  mysql_free_result(res);
}
