#include <libpq-fe.h>
#include <stdio.h>

void connectOrTell(const char *info) {
  PGconn *conn = PQconnectdb(info);
  if (PQstatus(conn) != CONNECTION_OK) {
    PQfinish(conn);
    fputs(PQerrorMessage(conn), stderr);
    return;
  }
  PQfinish(conn);
}
