// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// Paths that end the process on purpose lose nothing.
#include <libpq-fe.h>
#include <stdlib.h>

_Noreturn static void die(void) { exit(2); }

int exitSilent(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT 1");
  if (PQresultStatus(res) != PGRES_TUPLES_OK)
    exit(1);
  PQclear(res);
  return 0;
}

int abortSilent(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT 1");
  if (PQresultStatus(res) != PGRES_TUPLES_OK)
    abort();
  PQclear(res);
  return 0;
}

int noreturnSilent(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT 1");
  if (PQresultStatus(res) != PGRES_TUPLES_OK)
    die();
  PQclear(res);
  return 0;
}
