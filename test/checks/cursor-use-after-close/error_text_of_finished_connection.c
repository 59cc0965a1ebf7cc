// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// The error text is the connection's.
#include <libpq-fe.h>
#include <stdio.h>

void connectReported(const char *info) {
  PGconn *conn = PQconnectdb(info);
  const char *text = PQerrorMessage(conn);
  PQfinish(conn);
  fputs(text, stderr);
  // CHECK: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

void connectSilent(const char *info) {
  PGconn *conn = PQconnectdb(info);
  const char *text = PQerrorMessage(conn);
  fputs(text, stderr);
  PQfinish(conn);
}
