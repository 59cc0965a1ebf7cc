// RUN: %check %s -- -std=c11
// RUN: %truth %s -- -std=c11
// The only pointer to an open handle is overwritten, or was never kept.
#include <sqlite3.h>
#include <stddef.h>

int byOverwritingReported(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL;
  sqlite3_prepare_v2(db, "SELECT min(id) FROM t", -1, &stmt, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
  sqlite3_step(stmt);
  int low = sqlite3_column_int(stmt, 0);
  sqlite3_prepare_v2(db, "SELECT max(id) FROM t", -1, &stmt, NULL);
  sqlite3_step(stmt);
  int high = sqlite3_column_int(stmt, 0);
  sqlite3_finalize(stmt);
  return high - low;
}

int byOverwritingSilent(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL;
  sqlite3_prepare_v2(db, "SELECT min(id) FROM t", -1, &stmt, NULL);
  sqlite3_step(stmt);
  int low = sqlite3_column_int(stmt, 0);
  sqlite3_finalize(stmt);
  sqlite3_prepare_v2(db, "SELECT max(id) FROM t", -1, &stmt, NULL);
  sqlite3_step(stmt);
  int high = sqlite3_column_int(stmt, 0);
  sqlite3_finalize(stmt);
  return high - low;
}

int byNullReported(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL;
  sqlite3_prepare_v2(db, "DELETE FROM t", -1, &stmt, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
  if (sqlite3_step(stmt) == SQLITE_DONE)
    stmt = NULL;
  sqlite3_finalize(stmt);
  return sqlite3_changes(db);
}

int byNullSilent(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL;
  sqlite3_prepare_v2(db, "DELETE FROM t", -1, &stmt, NULL);
  if (sqlite3_step(stmt) == SQLITE_DONE) {
    sqlite3_finalize(stmt);
    stmt = NULL;
  }
  sqlite3_finalize(stmt);
  return sqlite3_changes(db);
}

int byLoopReported(sqlite3 *db) {
  static const char *const queries[] = {"SELECT 1", "SELECT 2", "SELECT 3"};
  sqlite3_stmt *stmt = NULL;
  int sum = 0;
  for (unsigned i = 0; i < sizeof queries / sizeof *queries; i++) {
    if (sqlite3_prepare_v2(db, queries[i], -1, &stmt, NULL) != SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
      return -1;
    if (sqlite3_step(stmt) == SQLITE_ROW)
      sum += sqlite3_column_int(stmt, 0);
  }
  sqlite3_finalize(stmt);
  return sum;
}

int byLoopSilent(sqlite3 *db) {
  static const char *const queries[] = {"SELECT 1", "SELECT 2", "SELECT 3"};
  sqlite3_stmt *stmt = NULL;
  int sum = 0;
  for (unsigned i = 0; i < sizeof queries / sizeof *queries; i++) {
    if (sqlite3_prepare_v2(db, queries[i], -1, &stmt, NULL) != SQLITE_OK)
      return -1;
    if (sqlite3_step(stmt) == SQLITE_ROW)
      sum += sqlite3_column_int(stmt, 0);
    sqlite3_finalize(stmt);
  }
  return sum;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
  sqlite3_stmt *stmt = NULL;
  sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);
  return stmt;
}

int byDiscardingReported(sqlite3 *db) {
  return sqlite3_step(prepare(db, "DELETE FROM t WHERE id = 2")) == SQLITE_DONE;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-unclosed]
}

int byDiscardingSilent(sqlite3 *db) {
  sqlite3_stmt *stmt = prepare(db, "DELETE FROM t WHERE id = 2");
  int rc = sqlite3_step(stmt);
  sqlite3_finalize(stmt);
  return rc == SQLITE_DONE;
}

int ofTestedResultReported(sqlite3 *db) {
  if (!prepare(db, "SELECT name FROM t"))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-unclosed]
    return 0;
  return 1;
}

int ofTestedResultSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (!(stmt = prepare(db, "SELECT name FROM t")))
    return 0;
  sqlite3_finalize(stmt);
  return 1;
}
