// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// _exit runs nothing: what is open at that point is never closed.
#include <libpq-fe.h>
#include <stdlib.h>
#include <unistd.h>

void reportReported(const char *info) {
  PGconn *conn = PQconnectdb(info);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (PQstatus(conn) != CONNECTION_OK)
    _exit(1);
  PQfinish(conn);
}

void reportSilent(const char *info) {
  PGconn *conn = PQconnectdb(info);
  if (PQstatus(conn) != CONNECTION_OK)
    exit(1);
  PQfinish(conn);
}
