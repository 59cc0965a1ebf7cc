#include <sqlite3.h>

struct Statement {
  sqlite3_stmt *Raw = nullptr;
  ~Statement() { sqlite3_finalize(Raw); }
};

int step(sqlite3 *db) {
  Statement all;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &all.Raw, nullptr))
    return -1;
  return sqlite3_step(all.Raw);
}
