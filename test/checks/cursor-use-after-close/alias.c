// RUN: %check %s -- -std=gnu11
// Another variable with the same handle.
#include <sqlite3.h>
#include <stddef.h>

int stepReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  sqlite3_stmt *current;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  current = stmt;
  sqlite3_finalize(stmt);
  return sqlite3_step(current);
  // CHECK: warning: {{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

int stepSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  sqlite3_stmt *current;
  int rc;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  current = stmt;
  rc = sqlite3_step(current);
  sqlite3_finalize(stmt);
  return rc;
}
