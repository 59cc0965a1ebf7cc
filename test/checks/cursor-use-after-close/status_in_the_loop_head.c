// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// A loop that goes on for longer than it is followed: what its head has written
// belongs to the turn, and so does what the handle became with it.
#include <libpq-fe.h>

typedef struct {
  PGconn *conn;
  int broken;
  unsigned retries;
} backend;

static int run(backend *b, const char *sql, PGresult **out) {
  PGresult *r = PQexec(b->conn, sql);
  switch (PQresultStatus(r)) {
  case PGRES_TUPLES_OK:
    *out = r;
    return 0;
  case PGRES_NONFATAL_ERROR:
    PQclear(r);
    return 1;
  default:
    PQclear(r);
    if (PQstatus(b->conn) == CONNECTION_BAD) {
      PQfinish(b->conn);
      b->broken = 1;
    }
    return 2;
  }
}

int countSilent(backend *b, const char *sql) {
  PGresult *r = NULL;
  int n;
  for (;;) {
    int status = run(b, sql, &r);
    if (status == 0)
      break;
    if (status == 1 && b->retries++ < 3)
      continue;
    return b->broken ? -1 : PQbackendPID(b->conn);
  }
  n = PQntuples(r);
  PQclear(r);
  return n;
}

int countReported(backend *b, const char *sql) {
  PGresult *r = NULL;
  int n;
  for (;;) {
    int status = run(b, sql, &r);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'b->conn' {{.*}} is used after it was closed {{.*}} [cursor-use-after-close]
    if (status == 0)
      break;
    if (b->retries++ < 3)
      continue;
    return b->broken ? -1 : PQbackendPID(b->conn);
  }
  n = PQntuples(r);
  PQclear(r);
  return n;
}
