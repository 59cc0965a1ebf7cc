// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// A helper returns a fresh result; the caller owns it.
#include <libpq-fe.h>
#include <stdio.h>

static PGresult *runOnce(PGconn *conn, const char *sql) {
  PGresult *res = PQexec(conn, sql);
  if (PQresultStatus(res) == PGRES_TUPLES_OK)
    return res;
  fprintf(stderr, "%s", PQerrorMessage(conn));
  PQclear(res);
  return NULL;
}

static PGresult *runTwice(PGconn *conn, const char *sql) {
  PGresult *res = runOnce(conn, sql);
  return res ? res : runOnce(conn, sql);
}

int sizeReported(PGconn *conn) {
  PGresult *sizes = runTwice(conn, "SELECT size FROM item");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}sizes' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  return sizes ? PQntuples(sizes) : -1;
}

int sizeSilent(PGconn *conn) {
  int rows;
  PGresult *sizes = runTwice(conn, "SELECT size FROM item");
  if (!sizes)
    return -1;
  rows = PQntuples(sizes);
  PQclear(sizes);
  return rows;
}
