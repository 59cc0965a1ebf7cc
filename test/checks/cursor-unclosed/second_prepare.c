// RUN: %check %s -- -std=gnu11
// The same variable is prepared twice and finalized once.
#include <sqlite3.h>
#include <stddef.h>

int copyReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "DELETE FROM b", -1, &stmt, NULL) != SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}stmt' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
    return -1;
  sqlite3_step(stmt);
  if (sqlite3_prepare_v2(db, "INSERT INTO b SELECT * FROM a", -1, &stmt, NULL))
    return -1;
  sqlite3_step(stmt);
  return sqlite3_finalize(stmt);
}

int copySilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "DELETE FROM b", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  sqlite3_step(stmt);
  sqlite3_finalize(stmt);
  if (sqlite3_prepare_v2(db, "INSERT INTO b SELECT * FROM a", -1, &stmt, NULL))
    return -1;
  sqlite3_step(stmt);
  return sqlite3_finalize(stmt);
}
