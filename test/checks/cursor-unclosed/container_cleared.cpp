// RUN: %check %s -- -std=c++17
// Clearing a container of pointers closes none of them.
#include <sqlite3.h>

#include <vector>

void warmReported(sqlite3 *Db) {
  std::vector<sqlite3_stmt *> Cache;
  sqlite3_stmt *Stmt = nullptr;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr) == SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Stmt' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
    Cache.push_back(Stmt);
  Cache.clear();
}

void warmSilent(sqlite3 *Db) {
  std::vector<sqlite3_stmt *> Cache;
  sqlite3_stmt *Stmt = nullptr;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr) == SQLITE_OK)
    Cache.push_back(Stmt);
  for (sqlite3_stmt *Each : Cache)
    sqlite3_finalize(Each);
  Cache.clear();
}

static sqlite3_stmt *prepare(sqlite3 *Db) {
  sqlite3_stmt *Stmt = nullptr;
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr);
  return Stmt;
}

int droppedByClearReported(sqlite3 *Db) {
  std::vector<sqlite3_stmt *> Cache;
  Cache.push_back(prepare(Db));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Cache' {{.*}} is not closed before its last pointer is dropped {{.*}}[cursor-unclosed]
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: note: 'std::vector::clear' drops 'Cache' here
  Cache.clear();
  return sqlite3_changes(Db);
}

void endsWithTheFunctionReported(sqlite3 *Db) {
  std::vector<sqlite3_stmt *> Cache;
  Cache.push_back(prepare(Db));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Cache' {{.*}} is not closed before 'endsWithTheFunctionReported' returns {{.*}}[cursor-unclosed]
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: note: the function returns here
}

int endsWithItsScopeReported(sqlite3 *Db) {
  {
    std::vector<sqlite3_stmt *> Cache;
    Cache.push_back(prepare(Db));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Cache' {{.*}} is not closed before its scope ends {{.*}}[cursor-unclosed]
  }
  return sqlite3_changes(Db);
}
