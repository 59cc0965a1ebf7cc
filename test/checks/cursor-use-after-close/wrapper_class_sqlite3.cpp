// RUN: %check %s -- -std=c++17
// An explicit close that does not reset the member, then the destructor.
#include <sqlite3.h>

class LooseQuery {
public:
  explicit LooseQuery(sqlite3 *Db) {
    sqlite3_prepare_v2(Db, "SELECT id FROM item", -1, &Stmt, nullptr);
  }
  LooseQuery(const LooseQuery &) = delete;
  LooseQuery &operator=(const LooseQuery &) = delete;
  ~LooseQuery() { sqlite3_finalize(Stmt); }
  bool next() { return sqlite3_step(Stmt) == SQLITE_ROW; }
  void close() { sqlite3_finalize(Stmt); }

private:
  sqlite3_stmt *Stmt = nullptr;
};

class Query {
public:
  explicit Query(sqlite3 *Db) {
    sqlite3_prepare_v2(Db, "SELECT id FROM item", -1, &Stmt, nullptr);
  }
  Query(const Query &) = delete;
  Query &operator=(const Query &) = delete;
  ~Query() { sqlite3_finalize(Stmt); }
  bool next() { return sqlite3_step(Stmt) == SQLITE_ROW; }
  void close() {
    sqlite3_finalize(Stmt);
    Stmt = nullptr;
  }

private:
  sqlite3_stmt *Stmt = nullptr;
};

bool anyReported(sqlite3 *Db) {
  LooseQuery Items(Db);
  bool Any = Items.next();
  Items.close();
  return Any;
  // CHECK: warning: {{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

bool anySilent(sqlite3 *Db) {
  Query Items(Db);
  bool Any = Items.next();
  Items.close();
  return Any;
}
