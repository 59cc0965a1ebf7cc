// RUN: %check %s -- -std=gnu11
// sqlite3_next_stmt in a loop reaches all statements of a connection.
#include <sqlite3.h>
#include <stddef.h>

void shutDownSilent(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *stmt;
  if (sqlite3_open(file, &db) == SQLITE_OK &&
      sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL) == SQLITE_OK)
    sqlite3_step(stmt);
  while ((stmt = sqlite3_next_stmt(db, NULL)) != NULL)
    sqlite3_finalize(stmt);
  sqlite3_close(db);
}

static void finalizeAll(sqlite3 *db) {
  sqlite3_stmt *each;
  while ((each = sqlite3_next_stmt(db, NULL)) != NULL)
    sqlite3_finalize(each);
}

void shutDownByHelperSilent(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *first, *second;
  if (sqlite3_open(file, &db) == SQLITE_OK) {
    sqlite3_prepare_v2(db, "SELECT 1", -1, &first, NULL);
    sqlite3_prepare_v2(db, "SELECT 2", -1, &second, NULL);
  }
  finalizeAll(db);
  sqlite3_close(db);
}

void shutDownReported(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *stmt;
  if (sqlite3_open(file, &db) == SQLITE_OK &&
      sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL) == SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt' ({{.*}}[cursor-unclosed]
    sqlite3_step(stmt);
  sqlite3_close_v2(db);
}

int finalizedTwiceReported(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *stmt = NULL;
  if (sqlite3_open(file, &db) != SQLITE_OK ||
      sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL) != SQLITE_OK) {
    sqlite3_close(db);
    return -1;
  }
  finalizeAll(db);
  sqlite3_finalize(stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt' ({{.*}}[cursor-use-after-close]
  return sqlite3_close(db);
}
