// RUN: %cursor-tidy --dump-facts %s -- -std=c11 -I/usr/include/mariadb | FileCheck %s
// Where there is room for a close, and how it is written; the texts around it are the
// indentation and, where the way out is all of an if, braces.
#include <sqlite3.h>
#include <mysql.h>

int waysOut(sqlite3_stmt *stmt, int n) {
  if (n == 1)
    return -1;
  if (n == 2) return 2;
  for (;;) {
    MYSQL in_place;
    mysql_init(&in_place);
    if (n-- == 3) {
      break;
    }
  }
  return sqlite3_step(stmt);
}
// CHECK-LABEL: define "c:@F@waysOut"
// CHECK: closing p0 "sqlite3/sqlite3_stmt" "sqlite3_finalize(stmt);"
// CHECK-NEXT: closing v0 "mysql/MYSQL" "mysql_close(&in_place);"
// CHECK: spot " {\n    " "\n    " @8:14{{[^"]*}} "\n  }" @9:15
// CHECK: spot "{ " " " @10:15{{[^"]*}} " }" @10:24
// CHECK: spot "" "\n      " @15:7
// CHECK-NEXT: end v0
// CHECK: spot "  " "\n  " @17:3
// The last result uses the handle.
// CHECK-NOT: spot
// CHECK: result = call "c:@F@sqlite3_step"

int namedTwice(sqlite3_stmt *stmt, int n) {
  if (n) {
    sqlite3_stmt *stmt = 0;
    return stmt != 0;
  }
  return 0;
}
// CHECK-LABEL: define "c:@F@namedTwice"
// CHECK-NOT: closing

int notToBeClosed(const sqlite3_stmt *stmt) { return stmt != 0; }
// CHECK-NOT: closing
