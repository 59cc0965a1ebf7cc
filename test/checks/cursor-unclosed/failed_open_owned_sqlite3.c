// RUN: %check %s -- -std=gnu11
// sqlite3_open leaves a handle to close also when it fails.
#include <sqlite3.h>

int checkReported(const char *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) != SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}db' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
    return -1;
  sqlite3_close(db);
  return 0;
}

int checkSilent(const char *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) != SQLITE_OK) {
    sqlite3_close(db);
    return -1;
  }
  sqlite3_close(db);
  return 0;
}
