// RUN: %check %s -- -std=c++23
// What std::expected holds, when it holds something.
#include <expected>
#include <memory>
#include <sqlite3.h>
#include <string>
#include <utility>

struct Failure {
  int Code;
  std::string Text;
};

std::expected<sqlite3_stmt *, Failure> prepare(sqlite3 *db, const char *sql) {
  sqlite3_stmt *stmt = nullptr;
  if (int rc = sqlite3_prepare_v2(db, sql, -1, &stmt, nullptr))
    return std::unexpected(Failure{rc, sqlite3_errmsg(db)});
  return stmt;
}

std::expected<int, Failure> countReported(sqlite3 *db, int limit) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-unclosed]
  auto stmt = prepare(db, "SELECT 1");
  if (!stmt)
    return std::unexpected(stmt.error());
  if (limit < 0)
    return std::unexpected(Failure{1, "limit"});
  int n = sqlite3_step(*stmt) == SQLITE_ROW ? sqlite3_column_int(*stmt, 0) : 0;
  sqlite3_finalize(*stmt);
  return n;
}

std::expected<int, Failure> countSilent(sqlite3 *db, int limit) {
  if (limit < 0)
    return std::unexpected(Failure{1, "limit"});
  auto stmt = prepare(db, "SELECT 1");
  if (!stmt)
    return std::unexpected(stmt.error());
  int n = sqlite3_step(stmt.value()) == SQLITE_ROW ? sqlite3_column_int(*stmt, 0) : 0;
  sqlite3_finalize(*stmt);
  return n;
}

struct Finalize {
  void operator()(sqlite3_stmt *stmt) const { sqlite3_finalize(stmt); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

std::expected<Statement, Failure> owned(sqlite3 *db, const char *sql) {
  auto raw = prepare(db, sql);
  if (!raw)
    return std::unexpected(std::move(raw).error());
  return Statement(*raw);
}

std::expected<Statement, Failure> keptSilent(sqlite3 *db, bool again) {
  auto stmt = owned(db, "SELECT 1");
  if (stmt && again)
    stmt = owned(db, "SELECT 2");
  return stmt;
}

int movedSilent(sqlite3 *db) {
  auto stmt = owned(db, "SELECT 1");
  if (!stmt.has_value())
    return -1;
  Statement mine = *std::move(stmt);
  return sqlite3_step(mine.get());
}

int resultSilent(sqlite3 *db) {
  if (auto stmt = owned(db, "SELECT 1"); stmt)
    return sqlite3_step(stmt->get());
  return -1;
}

int releasedReported(sqlite3 *db, bool twice) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}} [cursor-unclosed]
  auto stmt = owned(db, "SELECT 1");
  if (!stmt)
    return -1;
  sqlite3_stmt *raw = stmt->release();
  int rc = sqlite3_step(raw);
  if (twice)
    rc = sqlite3_step(raw);
  return rc;
}
