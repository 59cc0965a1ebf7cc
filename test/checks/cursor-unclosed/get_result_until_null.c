// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// Every result of an asynchronous query is to be cleared.
#include <libpq-fe.h>

void drainReported(PGconn *conn) {
  PGresult *res;
  if (!PQsendQuery(conn, "SELECT 1; SELECT 2"))
    return;
  while ((res = PQgetResult(conn)) != NULL)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}res' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
    if (PQresultStatus(res) == PGRES_TUPLES_OK)
      PQclear(res);
}

void drainSilent(PGconn *conn) {
  PGresult *res;
  if (!PQsendQuery(conn, "SELECT 1; SELECT 2"))
    return;
  while ((res = PQgetResult(conn)) != NULL)
    PQclear(res);
}
