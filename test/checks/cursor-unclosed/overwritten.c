// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// A second query replaces the result of the first.
#include <libpq-fe.h>

void migrateReported(PGconn *conn) {
  PGresult *res = PQexec(conn, "BEGIN");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}res' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  res = PQexec(conn, "CALL migrate()");
  PQclear(res);
}

void migrateSilent(PGconn *conn) {
  PGresult *res = PQexec(conn, "BEGIN");
  PQclear(res);
  res = PQexec(conn, "CALL migrate()");
  PQclear(res);
}
