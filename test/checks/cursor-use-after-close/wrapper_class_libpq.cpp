// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// A closing class without copy control: both copies clear the result.
#include <libpq-fe.h>

struct CopyableRows {
  explicit CopyableRows(PGresult *Result) : Result(Result) {}
  ~CopyableRows() { PQclear(Result); }
  int count() const { return PQntuples(Result); }
  PGresult *Result;
};

struct Rows {
  explicit Rows(PGresult *Result) : Result(Result) {}
  Rows(Rows &&Other) : Result(Other.Result) { Other.Result = nullptr; }
  ~Rows() { PQclear(Result); }
  int count() const { return PQntuples(Result); }
  PGresult *Result;
};

int countReported(PGconn *Conn) {
  CopyableRows Items(PQexec(Conn, "SELECT id FROM item"));
  CopyableRows Kept = Items;
  return Kept.count();
  // CHECK: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

int countSilent(PGconn *Conn) {
  Rows Items(PQexec(Conn, "SELECT id FROM item"));
  Rows Kept = static_cast<Rows &&>(Items);
  return Kept.count();
}
