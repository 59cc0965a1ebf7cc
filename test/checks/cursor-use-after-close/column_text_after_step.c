// RUN: %check %s -- -std=gnu11
// The next step, a reset and the finalize end the text of a column.
#include <sqlite3.h>
#include <stdio.h>

void pairReported(sqlite3_stmt *stmt) {
  const unsigned char *first = sqlite3_column_text(stmt, 0);
  sqlite3_step(stmt);
  puts((const char *)first);
  // CHECK: warning: {{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

void pairSilent(sqlite3_stmt *stmt) {
  const unsigned char *first = sqlite3_column_text(stmt, 0);
  puts((const char *)first);
  sqlite3_step(stmt);
}

void lastReported(sqlite3_stmt *stmt) {
  const unsigned char *last = sqlite3_column_text(stmt, 0);
  sqlite3_finalize(stmt);
  puts((const char *)last);
  // CHECK: warning: {{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

const char *nameReported(sqlite3_stmt *stmt) {
  const char *name = sqlite3_column_name(stmt, 0);
  sqlite3_finalize(stmt);
  return name[0] ? name : NULL;
  // CHECK: warning: {{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
}
