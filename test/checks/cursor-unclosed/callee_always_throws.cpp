// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// The helper does not return but throws.
#include <libpq-fe.h>

#include <stdexcept>

[[noreturn]] static void fail(const char *Text) {
  throw std::runtime_error(Text);
}

int countReported(PGconn *Conn) {
  PGresult *Result = PQexec(Conn, "SELECT id FROM item");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Result' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (PQresultStatus(Result) != PGRES_TUPLES_OK)
    fail("query");
  int Count = PQntuples(Result);
  PQclear(Result);
  return Count;
}

int countSilent(PGconn *Conn) {
  PGresult *Result = PQexec(Conn, "SELECT id FROM item");
  if (PQresultStatus(Result) != PGRES_TUPLES_OK) {
    PQclear(Result);
    fail("query");
  }
  int Count = PQntuples(Result);
  PQclear(Result);
  return Count;
}
