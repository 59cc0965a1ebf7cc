#include <libpq-fe.h>

int count(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT id FROM item");
  if (PQresultStatus(res) != PGRES_TUPLES_OK)
    return -1;
  int rows = PQntuples(res);
  PQclear(res);
  return rows;
}
