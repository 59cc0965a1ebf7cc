// RUN: %check %s -- -std=c++17
#include <sqlite3.h>
#include <utility>
#include <vector>

// A container that another one was moved to, or swapped with, has what that had.
struct Batch {
  std::vector<int> Rows;
  sqlite3 *Db;

  void movedReported() {
    sqlite3_stmt *Insert = nullptr;
    if (sqlite3_prepare_v2(Db, "INSERT", -1, &Insert, nullptr))
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Insert' {{.*}} [cursor-unclosed]
      return;
    std::vector<int> Mine;
    Mine = std::move(Rows);
    if (!Mine.empty())
      return;
    sqlite3_finalize(Insert);
  }

  void swappedReported() {
    sqlite3_stmt *Insert = nullptr;
    if (sqlite3_prepare_v2(Db, "INSERT", -1, &Insert, nullptr))
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Insert' {{.*}} [cursor-unclosed]
      return;
    std::vector<int> Mine;
    Mine.swap(Rows);
    if (!Mine.empty())
      return;
    sqlite3_finalize(Insert);
  }

  void emptySilent() {
    sqlite3_stmt *Insert = nullptr;
    if (sqlite3_prepare_v2(Db, "INSERT", -1, &Insert, nullptr))
      return;
    std::vector<int> Mine;
    Mine = std::move(Rows);
    if (!Rows.empty())
      return;
    sqlite3_finalize(Insert);
  }
};
