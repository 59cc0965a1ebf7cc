// RUN: %check %s -- -std=c++17
// A throw in the function itself.
#include <sqlite3.h>

#include <stdexcept>

int countReported(sqlite3 *Db) {
  sqlite3_stmt *Stmt = nullptr;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr) != SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Stmt' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
    throw std::runtime_error("prepare");
  if (sqlite3_step(Stmt) != SQLITE_ROW)
    throw std::runtime_error("step");
  int Count = sqlite3_column_int(Stmt, 0);
  sqlite3_finalize(Stmt);
  return Count;
}

int countSilent(sqlite3 *Db) {
  sqlite3_stmt *Stmt = nullptr;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr) != SQLITE_OK)
    throw std::runtime_error("prepare");
  if (sqlite3_step(Stmt) != SQLITE_ROW) {
    sqlite3_finalize(Stmt);
    throw std::runtime_error("step");
  }
  int Count = sqlite3_column_int(Stmt, 0);
  sqlite3_finalize(Stmt);
  return Count;
}
