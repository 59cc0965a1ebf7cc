// RUN: %check %s -- -std=c11
#include <sqlite3.h>

void our_die(const char *why);
void our_warn(const char *why);

int dieSilent(sqlite3 *db) {
  sqlite3_stmt *stmt = 0;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, 0))
    return -1;
  if (sqlite3_step(stmt) != SQLITE_ROW)
    our_die("no row");
  else
    return sqlite3_finalize(stmt);
}

int warnReported(sqlite3 *db) {
  sqlite3_stmt *stmt = 0;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, 0))
    // CHECK: noreturn.c:[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-unclosed]
    return -1;
  if (sqlite3_step(stmt) != SQLITE_ROW) {
    our_warn("no row");
    return -1;
  }
  return sqlite3_finalize(stmt);
}
