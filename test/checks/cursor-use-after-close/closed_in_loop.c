// RUN: %check %s -- -std=gnu11
// The turn after the one that closed.
#include <sqlite3.h>

int drainReported(sqlite3_stmt *stmt, int n) {
  int rows = 0, closed = 0;
  for (int i = 0; i < n; i++) {
    if (sqlite3_step(stmt) == SQLITE_ROW) {
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}stmt' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
      rows++;
    } else if (!closed) {
      sqlite3_finalize(stmt);
      closed = 1;
    }
  }
  return rows;
}

int drainSilent(sqlite3_stmt *stmt, int n) {
  int rows = 0;
  for (int i = 0; i < n; i++) {
    if (sqlite3_step(stmt) == SQLITE_ROW) {
      rows++;
    } else {
      sqlite3_finalize(stmt);
      break;
    }
  }
  return rows;
}
