// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// The result is cleared when the query failed, and not when it succeeded.
#include <libpq-fe.h>

int countItemsReported(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT id FROM item");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}res' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  int rows;
  if (PQresultStatus(res) != PGRES_TUPLES_OK) {
    PQclear(res);
    return -1;
  }
  rows = PQntuples(res);
  return rows;
}

int countItemsSilent(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT id FROM item");
  int rows;
  if (PQresultStatus(res) != PGRES_TUPLES_OK) {
    PQclear(res);
    return -1;
  }
  rows = PQntuples(res);
  PQclear(res);
  return rows;
}
