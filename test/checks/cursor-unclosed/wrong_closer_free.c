// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// free releases memory, not a result.
#include <libpq-fe.h>
#include <stdlib.h>

int pingReported(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT 1");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}res' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  int ok = PQresultStatus(res) == PGRES_TUPLES_OK;
  free(res);
  return ok;
}

int pingSilent(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT 1");
  int ok = PQresultStatus(res) == PGRES_TUPLES_OK;
  PQclear(res);
  return ok;
}
