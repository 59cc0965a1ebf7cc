// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// longjmp leaves the frame whose local is the only pointer.
#include <libpq-fe.h>
#include <setjmp.h>

static jmp_buf Top;

void stepReported(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT step()");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}res' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (PQresultStatus(res) != PGRES_TUPLES_OK)
    longjmp(Top, 1);
  PQclear(res);
}

void stepSilent(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT step()");
  int ok = PQresultStatus(res) == PGRES_TUPLES_OK;
  PQclear(res);
  if (!ok)
    longjmp(Top, 1);
}
