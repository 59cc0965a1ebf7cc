// RUN: %check %s -- -std=c11
// The configuration leaves this file out.
#include <sqlite3.h>

int leftOutSilent(sqlite3 *db) {
  sqlite3_stmt *stmt = 0;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, 0))
    return -1;
  return sqlite3_step(stmt);
}
