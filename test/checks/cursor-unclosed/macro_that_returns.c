// RUN: %check %s -- -std=gnu11
// The way out is in a macro.
#include <sqlite3.h>
#include <stddef.h>

#define TRY(Call)                                                              \
  do {                                                                         \
    int Rc = (Call);                                                           \
    if (Rc != SQLITE_OK)                                                       \
      return Rc;                                                               \
  } while (0)

int addReported(sqlite3 *db, int id) {
  sqlite3_stmt *stmt;
  TRY(sqlite3_prepare_v2(db, "INSERT INTO t VALUES(?)", -1, &stmt, NULL));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}stmt' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
  TRY(sqlite3_bind_int(stmt, 1, id));
  sqlite3_step(stmt);
  return sqlite3_finalize(stmt);
}

int addSilent(sqlite3 *db, int id) {
  sqlite3_stmt *stmt;
  TRY(sqlite3_prepare_v2(db, "INSERT INTO t VALUES(?)", -1, &stmt, NULL));
  if (sqlite3_bind_int(stmt, 1, id) == SQLITE_OK)
    sqlite3_step(stmt);
  return sqlite3_finalize(stmt);
}
