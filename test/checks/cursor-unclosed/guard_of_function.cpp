// RUN: %check %s -- -std=c++17
// Guards of the project's own that keep a std::function, called when there is
// one.
#include <sqlite3.h>

#include <functional>
#include <utility>

struct Defer {
  std::function<void()> Run;
  ~Defer() {
    if (Run)
      Run();
  }
};

int deferSilent(sqlite3 *Db) {
  sqlite3_stmt *Stmt = nullptr;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr) != SQLITE_OK)
    return -1;
  Defer Close{[Stmt] { sqlite3_finalize(Stmt); }};
  return sqlite3_step(Stmt);
}

int assignedSilent(sqlite3 *Db) {
  sqlite3_stmt *Stmt = nullptr;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr) != SQLITE_OK)
    return -1;
  Defer Close;
  Close.Run = [&] { sqlite3_finalize(Stmt); };
  return sqlite3_step(Stmt);
}

int droppedReported(sqlite3 *Db) {
  sqlite3_stmt *Stmt = nullptr;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr) != SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}Stmt' {{.*}} [cursor-unclosed]
    return -1;
  Defer Close{[Stmt] { sqlite3_finalize(Stmt); }};
  Close.Run = nullptr;
  return sqlite3_step(Stmt);
}

int twiceReported(sqlite3 *Db) {
  sqlite3_stmt *Stmt = nullptr;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr) != SQLITE_OK)
    return -1;
  Defer Close{[Stmt] { sqlite3_finalize(Stmt); }};
  int Row = sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
  return Row;
  // CHECK: warning: {{.*}}Stmt' {{.*}} [cursor-use-after-close]
}
