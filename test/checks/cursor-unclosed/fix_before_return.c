// RUN: %check %s -- -std=c11
// The fixes of these findings are applied by %check; what must have none, and what the
// text of one is, stands in test/tool/fix.test.
#include <sqlite3.h>
#include <stdio.h>

int aloneInAnIfReported(sqlite3 *db) {
  sqlite3_stmt *stmt = 0;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, 0) != SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-unclosed]
    return -1;
  if (sqlite3_step(stmt) != SQLITE_ROW)
    return -1;
  int n = sqlite3_column_int(stmt, 0);
  sqlite3_finalize(stmt);
  return n;
}

int inABlockReported(sqlite3 *db) {
  sqlite3_stmt *stmt = 0;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, 0) != SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-unclosed]
    return -1;
  if (sqlite3_step(stmt) != SQLITE_ROW) {
    printf("no row\n");
    return -1;
  }
  sqlite3_finalize(stmt);
  return 0;
}

int onOneLineReported(sqlite3 *db) {
  sqlite3_stmt *stmt = 0;
  int rc = sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-unclosed]
  if (rc != SQLITE_OK) return rc;
  if ((rc = sqlite3_step(stmt)) != SQLITE_ROW) return rc;
  else rc = sqlite3_column_int(stmt, 0);
  sqlite3_finalize(stmt);
  return rc;
}

int inACaseReported(sqlite3 *db) {
  sqlite3_stmt *stmt = 0;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, 0) != SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-unclosed]
    return -1;
  switch (sqlite3_step(stmt)) {
  case SQLITE_BUSY: return -1; // busy
  default:
    break;
  }
  sqlite3_finalize(stmt);
  return 0;
}

void atTheEndReported(sqlite3 *db) {
  sqlite3_stmt *stmt = 0;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, 0) != SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-unclosed]
    return;
  sqlite3_step(stmt);
}

void atTheEndOfALoopReported(sqlite3 *db, int turns) {
  while (turns-- > 0) {
    sqlite3_stmt *stmt = 0;
    if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, 0) != SQLITE_OK)
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-unclosed]
      return;
    sqlite3_step(stmt);
  }
}

void atABreakReported(sqlite3 *db, int turns) {
  for (int i = 0; i < turns; ++i) {
    sqlite3_stmt *stmt = 0;
    if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, 0) != SQLITE_OK)
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-unclosed]
      continue;
    if (sqlite3_step(stmt) != SQLITE_ROW) // a comment that would swallow a brace
      break;
    sqlite3_finalize(stmt);
  }
}

/* Two handles at one return: the child is mended first, for the parent would not close. */
int twoAtOnceReported(const char *file) {
  sqlite3 *db = 0;
  if (sqlite3_open(file, &db) != SQLITE_OK) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}} [cursor-unclosed]
    sqlite3_close(db);
    return -1;
  }
  sqlite3_stmt *stmt = 0;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, 0) != SQLITE_OK) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-unclosed]
    sqlite3_close(db);
    return -1;
  }
  if (sqlite3_step(stmt) != SQLITE_ROW)
    return 1;
  sqlite3_finalize(stmt);
  sqlite3_close(db);
  return 0;
}
