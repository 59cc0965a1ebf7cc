// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// A handle and its status that are returned together.
#include <libpq-fe.h>
#include <sqlite3.h>

#include <tuple>
#include <utility>

static std::pair<int, sqlite3_stmt *> prepare(sqlite3 *db) {
  sqlite3_stmt *stmt = nullptr;
  int rc = sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, nullptr);
  return {rc, stmt};
}

void pairReported(sqlite3 *db) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'stmt'{{.*}} [cursor-unclosed]
  auto [rc, stmt] = prepare(db);
  if (rc != SQLITE_OK)
    return;
  if (sqlite3_step(stmt) != SQLITE_ROW)
    return;
  sqlite3_finalize(stmt);
}

void pairSilent(sqlite3 *db) {
  auto [rc, stmt] = prepare(db);
  if (rc != SQLITE_OK)
    return;
  sqlite3_step(stmt);
  sqlite3_finalize(stmt);
}

static std::tuple<bool, PGresult *> query(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT 1");
  return std::make_tuple(PQresultStatus(res) == PGRES_TUPLES_OK, res);
}

int tupleReported(PGconn *conn) {
  bool worked;
  PGresult *res;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'res'{{.*}} [cursor-unclosed]
  std::tie(worked, res) = query(conn);
  if (!worked)
    return -1;
  int rows = PQntuples(res);
  PQclear(res);
  return rows;
}

int tupleSilent(PGconn *conn) {
  auto [worked, res] = query(conn);
  int rows = worked ? PQntuples(res) : -1;
  PQclear(res);
  return rows;
}

int boundTupleReported(PGconn *conn) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'rows' {{.*}} [cursor-unclosed]
  auto [good, rows] = query(conn);
  return good ? PQntuples(rows) : -1;
}

struct Answer {
  bool worked;
  PGresult *res;
};

static Answer ask(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT 1");
  return {PQresultStatus(res) == PGRES_TUPLES_OK, res};
}

int boundStructReported(PGconn *conn) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'rows' {{.*}} [cursor-unclosed]
  auto [good, rows] = ask(conn);
  if (!good)
    return -1;
  int count = PQntuples(rows);
  PQclear(rows);
  return count;
}

int boundStructSilent(PGconn *conn) {
  auto [good, rows] = ask(conn);
  int count = good ? PQntuples(rows) : -1;
  PQclear(rows);
  return count;
}
