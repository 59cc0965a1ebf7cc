// RUN: %check %s -- -std=c++17
// What a method that is not followed does to a container, its callers do not
// know either.
#include <sqlite3.h>

#include <set>

class Statements {
public:
  explicit Statements(sqlite3 *Db) : Db(Db) {}
  Statements(const Statements &) = delete;
  ~Statements() {
    for (sqlite3_stmt *Each : All)
      sqlite3_finalize(Each);
  }
  sqlite3_stmt *make(const char *Text) {
    sqlite3_stmt *New = nullptr;
    if (sqlite3_prepare_v2(Db, Text, -1, &New, nullptr) == SQLITE_OK)
      All.insert(New);
    return New;
  }
  void drop(sqlite3_stmt *One) {
    if (All.erase(One))
      sqlite3_finalize(One);
  }
  void dropOnly(sqlite3_stmt *One) { sqlite3_finalize(One); }

private:
  sqlite3 *Db;
  std::set<sqlite3_stmt *> All;
};

int erasedSilent(sqlite3 *Db) {
  Statements Made(Db);
  sqlite3_stmt *One = Made.make("SELECT 1");
  int Got = One ? sqlite3_step(One) : 0;
  Made.drop(One);
  return Got;
}

int keptReported(sqlite3 *Db) {
  Statements Made(Db);
  sqlite3_stmt *One = Made.make("SELECT 1");
  int Got = One ? sqlite3_step(One) : 0;
  Made.dropOnly(One);
  return Got;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}is closed a second time{{.*}} [cursor-use-after-close]
}
