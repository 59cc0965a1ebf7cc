// RUN: %check %s -- -std=gnu11
// sqlite3_close answers busy while a statement lives, and nobody reads it;
// sqlite3_close_v2 waits for the statement instead.
#include <sqlite3.h>
#include <stddef.h>

sqlite3_stmt *openReported(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *stmt = NULL;
  sqlite3_open(file, &db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}db' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
  sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL);
  sqlite3_close(db);
  return stmt;
}

sqlite3_stmt *openSilent(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *stmt = NULL;
  sqlite3_open(file, &db);
  sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL);
  sqlite3_close_v2(db);
  return stmt;
}

sqlite3_stmt *kept;

void openForLaterReported(const char *file) {
  sqlite3 *db;
  sqlite3_open(file, &db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}db' ({{.*}}[cursor-unclosed]
  sqlite3_prepare_v2(db, "SELECT 1", -1, &kept, NULL);
  sqlite3_close(db);
}

// The statement's owner closes both.
sqlite3_stmt *openForLaterSilent(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *stmt = NULL;
  sqlite3_open(file, &db);
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL) != SQLITE_OK) {
    sqlite3_close(db);
    return NULL;
  }
  return stmt;
}
