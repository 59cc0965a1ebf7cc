// RUN: %check %s -- -std=c++17 -pthread
// A connection in serialized mode may be shared, its statements may not.
#include <sqlite3.h>

#include <thread>

void drainReported(sqlite3 *Db) {
  sqlite3_stmt *Stmt = nullptr;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr) != SQLITE_OK)
    return;
  std::thread Worker([Stmt] {
    sqlite3_step(Stmt);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Stmt' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  sqlite3_step(Stmt);
  Worker.join();
  sqlite3_finalize(Stmt);
}

void drainSilent(sqlite3 *Db) {
  sqlite3_stmt *Stmt = nullptr;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr) != SQLITE_OK)
    return;
  std::thread Worker([Stmt] { sqlite3_step(Stmt); });
  Worker.join();
  sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
}
