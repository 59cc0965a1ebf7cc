// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// An early return between the store and the free of a result.
#include <mysql.h>

int firstColumnReported(MYSQL *mysql) {
  MYSQL_RES *res;
  MYSQL_ROW row;
  if (mysql_query(mysql, "SELECT id FROM item") != 0)
    return -1;
  res = mysql_store_result(mysql);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}res' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (!res)
    return -1;
  row = mysql_fetch_row(res);
  if (!row)
    return 0;
  mysql_free_result(res);
  return 1;
}

int firstColumnSilent(MYSQL *mysql) {
  MYSQL_RES *res;
  MYSQL_ROW row;
  if (mysql_query(mysql, "SELECT id FROM item") != 0)
    return -1;
  res = mysql_store_result(mysql);
  if (!res)
    return -1;
  row = mysql_fetch_row(res);
  if (!row) {
    mysql_free_result(res);
    return 0;
  }
  mysql_free_result(res);
  return 1;
}
