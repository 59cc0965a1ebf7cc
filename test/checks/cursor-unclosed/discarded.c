// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// Nobody asked for the result, but it is there.
#include <libpq-fe.h>

void commitReported(PGconn *conn) {
  PQexec(conn, "COMMIT");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
}

int commitForStatusReported(PGconn *conn) {
  return PQresultStatus(PQexec(conn, "COMMIT")) == PGRES_COMMAND_OK;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
}

void commitSilent(PGconn *conn) { PQclear(PQexec(conn, "COMMIT")); }
