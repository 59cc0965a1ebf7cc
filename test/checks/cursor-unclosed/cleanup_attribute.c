// RUN: %check %s -- -std=gnu11
// __attribute__((cleanup)) is a destructor in C.
#include <sqlite3.h>
#include <stddef.h>

static void finalizeStatement(sqlite3_stmt **stmt) { sqlite3_finalize(*stmt); }

int stepSilent(sqlite3 *db) {
  __attribute__((cleanup(finalizeStatement))) sqlite3_stmt *stmt = NULL;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  return sqlite3_step(stmt);
}

int stepReported(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL) != SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}stmt' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
    return -1;
  return sqlite3_step(stmt);
}
