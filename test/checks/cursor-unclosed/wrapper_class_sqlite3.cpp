// RUN: %check %s -- -std=c++17
// A wrapper that leaves the close to its user, and one that does not.
#include <sqlite3.h>

class Query {
public:
  Query(sqlite3 *Db, const char *Sql) {
    sqlite3_prepare_v2(Db, Sql, -1, &Stmt, nullptr);
  }
  Query(const Query &) = delete;
  Query &operator=(const Query &) = delete;
  bool next() { return sqlite3_step(Stmt) == SQLITE_ROW; }
  void done() {
    sqlite3_finalize(Stmt);
    Stmt = nullptr;
  }

private:
  sqlite3_stmt *Stmt = nullptr;
};

class OwningQuery {
public:
  OwningQuery(sqlite3 *Db, const char *Sql) {
    sqlite3_prepare_v2(Db, Sql, -1, &Stmt, nullptr);
  }
  ~OwningQuery() { sqlite3_finalize(Stmt); }
  OwningQuery(const OwningQuery &) = delete;
  OwningQuery &operator=(const OwningQuery &) = delete;
  bool next() { return sqlite3_step(Stmt) == SQLITE_ROW; }

private:
  sqlite3_stmt *Stmt = nullptr;
};

bool isEmptyReported(sqlite3 *Db) {
  Query Items(Db, "SELECT id FROM item");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Stmt' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (Items.next())
    return false;
  Items.done();
  return true;
}

bool isEmptySilent(sqlite3 *Db) {
  Query Items(Db, "SELECT id FROM item");
  bool Empty = !Items.next();
  Items.done();
  return Empty;
}

bool isEmptyOwningSilent(sqlite3 *Db) {
  OwningQuery Items(Db, "SELECT id FROM item");
  if (Items.next())
    return false;
  return true;
}
