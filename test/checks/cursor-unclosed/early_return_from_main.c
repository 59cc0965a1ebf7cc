// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// Returning from main leaves the handle open too.
#include <libpq-fe.h>
#include <stdio.h>

int main(int argc, char **argv) {
  PGconn *conn = PQconnectdb(argc > 1 ? argv[1] : "");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (PQstatus(conn) != CONNECTION_OK) {
    fputs(PQerrorMessage(conn), stderr);
    return 1;
  }
  PQfinish(conn);
  return 0;
}
