// RUN: %check %s -- -std=gnu11
// The helper that is handed the statement does or does not finalize it.
#include <sqlite3.h>
#include <stddef.h>

static int drainAndLeave(sqlite3_stmt *stmt) {
  int rows = 0;
  while (sqlite3_step(stmt) == SQLITE_ROW)
    rows++;
  sqlite3_reset(stmt);
  return rows;
}

static int drainAndFinalize(sqlite3_stmt *stmt) {
  int rows = 0;
  while (sqlite3_step(stmt) == SQLITE_ROW)
    rows++;
  sqlite3_finalize(stmt);
  return rows;
}

int countReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL) != SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}stmt' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
    return -1;
  return drainAndLeave(stmt);
}

int countSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  return drainAndFinalize(stmt);
}
