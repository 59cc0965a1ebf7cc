// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql -I/usr/include/mariadb
// XFAIL: *
// A known error; the test fails here once it is mended and belongs to test/checks then.
// A result of libpq and a stored one of MySQL outlive the connection; one that
// is fetched row by row does not.
#include <libpq-fe.h>
#include <mysql.h>

int countSilent(const char *info) {
  PGconn *conn = PQconnectdb(info);
  PGresult *res = PQexec(conn, "SELECT 1");
  int rows;
  PQfinish(conn);
  rows = PQntuples(res);
  PQclear(res);
  return rows;
}

int storedSilent(MYSQL *mysql) {
  MYSQL_RES *res = mysql_store_result(mysql);
  int rows = 0;
  mysql_close(mysql);
  while (res && mysql_fetch_row(res))
    rows++;
  mysql_free_result(res);
  return rows;
}

void usedReported(MYSQL *mysql) {
  MYSQL_RES *res = mysql_use_result(mysql);
  mysql_close(mysql);
  mysql_free_result(res);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}res' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
}
