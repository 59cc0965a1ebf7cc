// RUN: %check %s -- -std=gnu11
// The helper finalizes on failure, and its caller finalizes once more.
#include <sqlite3.h>
#include <stddef.h>

static int runClosing(sqlite3_stmt *stmt) {
  int rc = sqlite3_step(stmt);
  if (rc == SQLITE_DONE)
    return 0;
  sqlite3_finalize(stmt);
  return -1;
}

static int runKeeping(sqlite3_stmt *stmt) {
  int rc = sqlite3_step(stmt);
  if (rc == SQLITE_DONE)
    return 0;
  sqlite3_reset(stmt);
  return -1;
}

int touchReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  int rc;
  if (sqlite3_prepare_v2(db, "UPDATE t SET x = 1", -1, &stmt, NULL))
    return -1;
  rc = runClosing(stmt);
  sqlite3_finalize(stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}stmt' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
  return rc;
}

int touchSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  int rc;
  if (sqlite3_prepare_v2(db, "UPDATE t SET x = 1", -1, &stmt, NULL))
    return -1;
  rc = runKeeping(stmt);
  sqlite3_finalize(stmt);
  return rc;
}
