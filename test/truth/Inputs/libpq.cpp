// libpq, with a server that test/truth/run starts. What a child does to the
// parent's session shows in the parent: its next query fails.
#include "truth.h"

#include <cstdlib>
#include <cstring>
#include <libpq-fe.h>

using namespace truth;

static void use(const char *Call, const PGconn *Connection) {
  inspect(Call, Connection);
  touch(Connection, Access::Writes);
}
static void use(const char *Call, PGconn *Connection) {
  use(Call, static_cast<const PGconn *>(Connection));
}
// A result is read-only once it is made, lives without its connection, and is
// memory: the child of a fork has a copy.
static void use(const char *Call, const PGresult *Result) {
  inspect(Call, Result, Across::Allowed);
  touch(Result, Access::Reads);
}
static void use(const char *Call, PGresult *Result) {
  inspect(Call, Result, Across::Allowed);
  touch(Result, Access::Writes);
}

template <class... T> static void useAll(const char *Call, T... Arguments) {
  (use(Call, Arguments), ...);
}

extern "C" ConnStatusType __real_PQstatus(const PGconn *);
extern "C" char *__real_PQerrorMessage(const PGconn *);

static PGconn *connected(PGconn *Connection) {
  opened("PGconn", Connection);
  return Connection;
}

WRAP(PGconn *, PQconnectdb, (const char *Info)) {
  Inside In;
  return connected(__real_PQconnectdb(Info));
}
WRAP(void, PQfinish, (PGconn * Connection)) {
  use("PQfinish", Connection);
  Inside In;
  closed(Connection);
  __real_PQfinish(Connection);
}
WRAP(PGresult *, PQexec, (PGconn * Connection, const char *Sql)) {
  use("PQexec", Connection);
  Inside In;
  PGresult *Result = __real_PQexec(Connection, Sql);
  if (__real_PQstatus(Connection) == CONNECTION_BAD)
    lost(__real_PQerrorMessage(Connection));
  opened("PGresult", Result);
  return Result;
}
WRAP(PGresult *, PQgetResult, (PGconn * Connection)) {
  use("PQgetResult", Connection);
  Inside In;
  PGresult *Result = __real_PQgetResult(Connection);
  opened("PGresult", Result);
  return Result;
}
WRAP(void, PQclear, (PGresult * Result)) {
  use("PQclear", Result);
  Inside In;
  closed(Result);
  __real_PQclear(Result);
}

CALL(ConnStatusType, PQstatus, (const PGconn *Connection), (Connection))
CALL(char *, PQerrorMessage, (const PGconn *Connection), (Connection))
CALL(int, PQsendQuery, (PGconn * Connection, const char *Sql),
     (Connection, Sql))
CALL(int, PQconsumeInput, (PGconn * Connection), (Connection))
CALL(int, PQflush, (PGconn * Connection), (Connection))
CALL(void, PQreset, (PGconn * Connection), (Connection))
CALL(ExecStatusType, PQresultStatus, (const PGresult *Result), (Result))
CALL(int, PQntuples, (const PGresult *Result), (Result))
CALL(char *, PQgetvalue, (const PGresult *Result, int Row, int Column),
     (Result, Row, Column))

/// What connects to the server.
extern "C" const char *truth_const_char() { return std::getenv("TRUTH_LIBPQ"); }

extern "C" PGconn *truth_PGconn() {
  Fixture Own;
  return __wrap_PQconnectdb(truth_const_char());
}

static AtEnd Left(When::AtOnce, [] {
  forEachOpen("PGconn", [](void *Connection, bool OfFixture) {
    if (!OfFixture)
      return;
    auto *Own = static_cast<PGconn *>(Connection);
    PGresult *Result = __real_PQexec(Own, "SELECT 1");
    if (__real_PQresultStatus(Result) != PGRES_TUPLES_OK)
      lost(__real_PQerrorMessage(Own));
    __real_PQclear(Result);
    __real_PQfinish(Own);
    closed(Own);
  });
});
