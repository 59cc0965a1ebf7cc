// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// A value lives as long as its result.
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>

void printReported(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT version()");
  char *version = PQgetvalue(res, 0, 0);
  PQclear(res);
  puts(version);
  // CHECK: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

void printSilent(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT version()");
  char *version = PQgetvalue(res, 0, 0);
  puts(version);
  PQclear(res);
}

int copySilent(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT 42");
  int number = atoi(PQgetvalue(res, 0, 0));
  PQclear(res);
  return number;
}
