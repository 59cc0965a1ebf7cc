#include <sqlite3.h>

int lastStep(sqlite3_stmt *stmt) {
  sqlite3_finalize(stmt);
  return sqlite3_step(stmt);
}
