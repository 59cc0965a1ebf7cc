// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// The error branch clears the result, and so does the end.
#include <libpq-fe.h>

int vacuumReported(PGconn *conn) {
  int rc = 0;
  PGresult *res = PQexec(conn, "VACUUM");
  if (PQresultStatus(res) != PGRES_COMMAND_OK) {
    PQclear(res);
    rc = -1;
  }
  PQclear(res);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}res' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
  return rc;
}

int vacuumSilent(PGconn *conn) {
  int rc = 0;
  PGresult *res = PQexec(conn, "VACUUM");
  if (PQresultStatus(res) != PGRES_COMMAND_OK)
    rc = -1;
  PQclear(res);
  return rc;
}
