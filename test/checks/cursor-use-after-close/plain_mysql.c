// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// The result is freed in the loop that still reads from it.
#include <mysql.h>

int skipReported(MYSQL *mysql) {
  MYSQL_RES *res;
  int rows = 0;
  if (mysql_query(mysql, "SELECT id FROM item"))
    return -1;
  res = mysql_store_result(mysql);
  if (!res)
    return -1;
  mysql_free_result(res);
  while (mysql_fetch_row(res))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}res' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
    rows++;
  return rows;
}

int skipSilent(MYSQL *mysql) {
  MYSQL_RES *res;
  int rows = 0;
  if (mysql_query(mysql, "SELECT id FROM item"))
    return -1;
  res = mysql_store_result(mysql);
  if (!res)
    return -1;
  while (mysql_fetch_row(res))
    rows++;
  mysql_free_result(res);
  return rows;
}
