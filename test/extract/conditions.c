// RUN: %cursor-tidy --dump-facts %s -- -std=c11 | FileCheck %s
// What decides a branch: each tests one thing and says it as the source does.
#include <sqlite3.h>

int assigned(sqlite3 *db, sqlite3_stmt **out) {
  int rc;
  if ((rc = sqlite3_prepare_v2(db, "x", -1, out, 0)) != SQLITE_OK || !*out)
    return rc;
  return rc == SQLITE_OK ? 0 : 7;
}
// CHECK-LABEL: define "c:@F@assigned"
// CHECK: v0 = call "c:@F@sqlite3_prepare_v2" (p0, text "x", -1, p1, 0)
// CHECK-NEXT: t0 = v0 != 0
// CHECK-NEXT: branch t0 [[LEAVE:b[0-9]+]] [[MORE:b[0-9]+]] "(rc = sqlite3_prepare_v2(
// CHECK: [[MORE]]:
// CHECK-NEXT: branch p1.* {{b[0-9]+}} [[LEAVE]] "*out"
// CHECK: [[LEAVE]]:
// CHECK-NEXT: result = v0
// CHECK: t1 = v0 == 0
// CHECK: result = 0
// CHECK: result = 7

void switched(sqlite3_stmt *st, int *n) {
  switch (sqlite3_step(st)) {
  case SQLITE_ROW:
    ++*n;
    // fall through
  case 1 ... 3:
    break;
  default:
    sqlite3_reset(st);
  }
}
// CHECK-LABEL: define "c:@F@switched"
// CHECK: t0 = call "c:@F@sqlite3_step" (p0)
// CHECK-NEXT: switch t0 { 100: [[ROW:b[0-9]+]], 1..3: [[NEXT:b[0-9]+]] } [[OTHER:b[0-9]+]] "sqlite3_step(st)"
// CHECK: [[ROW]]:
// CHECK-NEXT: p1.* = p1.* + 1
// CHECK-NEXT: jump [[NEXT]]
// CHECK: [[OTHER]]:
// CHECK-NEXT: call "c:@F@sqlite3_reset" (p0)

int flags(sqlite3 *db) {
  int bad = sqlite3_exec(db, "a", 0, 0, 0);
  bad |= sqlite3_exec(db, "b", 0, 0, 0);
  _Bool ok = bad == 0 && db;
  return ok;
}
// CHECK-LABEL: define "c:@F@flags"
// CHECK: v0 = call "c:@F@sqlite3_exec"
// CHECK: t0 = call "c:@F@sqlite3_exec"
// CHECK-NEXT: v0 = v0 | t0
// CHECK-NEXT: [[IS:t[0-9]+]] = v0 == 0
// CHECK-NEXT: branch [[IS]]
// CHECK: branch p0 {{b[0-9]+}} {{b[0-9]+}} "db"
// CHECK: [[BOTH:t[0-9]+]] = 1
// CHECK: [[BOTH]] = 0
// CHECK: v1 = [[BOTH]]

#define TRY(call)                                                              \
  do {                                                                         \
    if ((call) != SQLITE_OK)                                                   \
      return -1;                                                               \
  } while (0)

int macros(sqlite3 *db) {
  TRY(sqlite3_exec(db, "x", 0, 0, 0));
  while (1)
    if (sqlite3_changes(db))
      return 0;
}
// A macro is told as the user wrote it; what is always true decides nothing.
// CHECK-LABEL: define "c:@F@macros"
// CHECK: branch {{t[0-9]+}} {{b[0-9]+}} [[ON:b[0-9]+]] "TRY(sqlite3_exec(db, \"x\", 0, 0, 0))"
// CHECK: [[ON]]:
// CHECK-NEXT: [[N:t[0-9]+]] = call "c:@F@sqlite3_changes" (p0)
// CHECK-NEXT: branch [[N]] {{b[0-9]+}} [[ON]] "sqlite3_changes(db)"
