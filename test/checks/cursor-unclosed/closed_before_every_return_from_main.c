// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// The twin of early_return_from_main.c: no return without the close.
#include <libpq-fe.h>
#include <stdio.h>

int main(int argc, char **argv) {
  PGconn *conn = PQconnectdb(argc > 1 ? argv[1] : "");
  if (PQstatus(conn) != CONNECTION_OK) {
    fputs(PQerrorMessage(conn), stderr);
    PQfinish(conn);
    return 1;
  }
  PQfinish(conn);
  return 0;
}
