// RUN: %check %s -- -std=gnu11
// Opened under a condition and closed under the same.
#include <sqlite3.h>
#include <stddef.h>

int traceReported(const char *file, int verbose) {
  sqlite3 *db = NULL;
  if (verbose)
    sqlite3_open(file, &db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}db' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (verbose > 1)
    sqlite3_close(db);
  return verbose;
}

int traceSilent(const char *file, int verbose) {
  sqlite3 *db = NULL;
  if (verbose)
    sqlite3_open(file, &db);
  if (verbose)
    sqlite3_close(db);
  return verbose;
}
