#include "made.h"
#include "store.h"

#if !STORE || !APP
#error the flags of the build are missing
#endif

int stopStore(sqlite3 *db) {
  sqlite3_exec(db, "DELETE FROM s", 0, 0, 0);
  endStore(db);
  return sqlite3_exec(db, "DELETE FROM t", 0, 0, 0);
}

int main(void) { return stopStore(0) + MADE - 1; }
