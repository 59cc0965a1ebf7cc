// NOLINT comments mean the same to both hosts.
// RUN: %check %s -- -std=c++17
#include <sqlite3.h>

int plainReported(sqlite3_stmt *stmt) {
  sqlite3_finalize(stmt);
  return sqlite3_step(stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-use-after-close]
}

int everythingSilent(sqlite3_stmt *stmt) {
  sqlite3_finalize(stmt);
  return sqlite3_step(stmt); // NOLINT
}

int namedSilent(sqlite3_stmt *stmt) {
  sqlite3_finalize(stmt);
  return sqlite3_step(stmt); // NOLINT(cursor-use-after-close): the case is known
}

int globSilent(sqlite3_stmt *stmt) {
  sqlite3_finalize(stmt);
  return sqlite3_step(stmt); // NOLINT(bugprone-*, cursor-use-*)
}

int otherCheckReported(sqlite3_stmt *stmt) {
  sqlite3_finalize(stmt);
  return sqlite3_step(stmt); // NOLINT(cursor-unclosed)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-use-after-close]
}

int lineBeforeSilent(sqlite3_stmt *stmt) {
  sqlite3_finalize(stmt);
  // NOLINTNEXTLINE(cursor-use-after-close)
  return sqlite3_step(stmt);
}

int twoLinesBeforeReported(sqlite3_stmt *stmt) {
  sqlite3_finalize(stmt);
  // NOLINTNEXTLINE(cursor-use-after-close)

  return sqlite3_step(stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-use-after-close]
}

// NOLINTBEGIN(cursor-*)
int insideBlockSilent(sqlite3_stmt *stmt) {
  sqlite3_finalize(stmt);
  return sqlite3_step(stmt);
}
// NOLINTEND(cursor-*)

int afterBlockReported(sqlite3_stmt *stmt) {
  sqlite3_finalize(stmt);
  return sqlite3_step(stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-use-after-close]
}
