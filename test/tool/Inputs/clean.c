#include <sqlite3.h>

int countRowsRight(sqlite3 *db) {
  sqlite3_stmt *stmt = 0;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, 0) != SQLITE_OK)
    return -1;
  int Step = sqlite3_step(stmt);
  sqlite3_finalize(stmt);
  return Step;
}
