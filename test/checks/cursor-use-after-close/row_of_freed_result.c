// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// A row lives in its result.
#include <mysql.h>
#include <stdlib.h>

int readReported(MYSQL *mysql) {
  MYSQL_RES *res = mysql_store_result(mysql);
  MYSQL_ROW row;
  if (!res)
    return -1;
  row = mysql_fetch_row(res);
  mysql_free_result(res);
  return row ? atoi(row[0]) : 0;
  // CHECK: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

int readSilent(MYSQL *mysql) {
  MYSQL_RES *res = mysql_store_result(mysql);
  MYSQL_ROW row;
  int value;
  if (!res)
    return -1;
  row = mysql_fetch_row(res);
  value = row ? atoi(row[0]) : 0;
  mysql_free_result(res);
  return value;
}
