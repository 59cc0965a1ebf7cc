// RUN: %check %s -- -std=gnu11
// A statement is prepared, stepped and forgotten.
#include <sqlite3.h>
#include <stddef.h>

int countItemsReported(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL;
  int rows = 0;
  if (sqlite3_prepare_v2(db, "SELECT id FROM item", -1, &stmt, NULL))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}stmt' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
    return -1;
  while (sqlite3_step(stmt) == SQLITE_ROW)
    rows++;
  return rows;
}

int countItemsSilent(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL;
  int rows = 0;
  if (sqlite3_prepare_v2(db, "SELECT id FROM item", -1, &stmt, NULL))
    return -1;
  while (sqlite3_step(stmt) == SQLITE_ROW)
    rows++;
  sqlite3_finalize(stmt);
  return rows;
}
