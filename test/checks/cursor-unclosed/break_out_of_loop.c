// RUN: %check %s -- -std=gnu11
// A break skips the close at the end of the turn.
#include <sqlite3.h>
#include <stddef.h>

void runAllReported(sqlite3 *db, const char **sql, int n) {
  for (int i = 0; i < n; i++) {
    sqlite3_stmt *stmt;
    if (sqlite3_prepare_v2(db, sql[i], -1, &stmt, NULL) != SQLITE_OK)
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}stmt' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
      continue;
    if (sqlite3_step(stmt) == SQLITE_BUSY)
      break;
    sqlite3_finalize(stmt);
  }
}

void runAllSilent(sqlite3 *db, const char **sql, int n) {
  for (int i = 0; i < n; i++) {
    sqlite3_stmt *stmt;
    int rc;
    if (sqlite3_prepare_v2(db, sql[i], -1, &stmt, NULL) != SQLITE_OK)
      continue;
    rc = sqlite3_step(stmt);
    sqlite3_finalize(stmt);
    if (rc == SQLITE_BUSY)
      break;
  }
}
