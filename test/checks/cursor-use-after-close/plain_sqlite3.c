// RUN: %check %s -- -std=gnu11
// The connection is asked for its error text after it was closed.
#include <sqlite3.h>
#include <stdio.h>

int createReported(const char *file) {
  sqlite3 *db;
  int rc = sqlite3_open(file, &db);
  if (rc == SQLITE_OK)
    rc = sqlite3_exec(db, "CREATE TABLE t(x)", NULL, NULL, NULL);
  sqlite3_close(db);
  if (rc != SQLITE_OK)
    puts(sqlite3_errmsg(db));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}db' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
  return rc;
}

int createSilent(const char *file) {
  sqlite3 *db;
  int rc = sqlite3_open(file, &db);
  if (rc == SQLITE_OK)
    rc = sqlite3_exec(db, "CREATE TABLE t(x)", NULL, NULL, NULL);
  if (rc != SQLITE_OK)
    puts(sqlite3_errmsg(db));
  sqlite3_close(db);
  return rc;
}
