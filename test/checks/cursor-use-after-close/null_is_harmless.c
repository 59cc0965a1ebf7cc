// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// These closes are documented as harmless on null.
#include <libpq-fe.h>
#include <sqlite3.h>

void finalizeSilent(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL;
  sqlite3_finalize(stmt);
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL) != SQLITE_OK) {
    sqlite3_finalize(stmt);
    sqlite3_finalize(stmt);
    return;
  }
  sqlite3_finalize(stmt);
}

void clearSilent(void) {
  PQclear(NULL);
  PQfinish(NULL);
}

void finalizeReported(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL) != SQLITE_OK)
    return;
  sqlite3_finalize(stmt);
  sqlite3_finalize(stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}stmt' ({{.*}}(level {{[0-3]}}: {{.*}}declared by{{.*}}[cursor-use-after-close]
}
