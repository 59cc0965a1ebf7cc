// RUN: %cursor-tidy --dump-facts %s -- -std=c++17 | FileCheck %s
// Where a throw goes: through the destructors to the handler that takes it.
#include <sqlite3.h>

struct Db {
  Db();
  ~Db();
  sqlite3 *handle;
};
struct Error {};
struct Busy : Error {};

int caught(sqlite3_stmt *st) {
  try {
    Db db;
    if (sqlite3_step(st) == SQLITE_BUSY)
      throw Busy();
    sqlite3_reset(st);
  } catch (int) {
    return 1;
  } catch (const Error &) {
    return 2;
  }
  throw 5;
}
// CHECK-LABEL: define "c:@F@caught#
// CHECK: call "c:@S@Db@F@Db#" () this &v0 unwind [[ANY:b[0-9]+]]
// CHECK: call "c:@F@sqlite3_step" (p0) unwind [[CALL:b[0-9]+]]
// CHECK: throw [[BUSY:b[0-9]+]]
// CHECK: call "c:@F@sqlite3_reset" (p0) unwind [[CALL]]
// CHECK: [[INT:b[0-9]+]]:
// CHECK-NEXT: v1 = ?nonzero
// CHECK-NEXT: result = 1
// CHECK: [[ERROR:b[0-9]+]]:
// CHECK-NEXT: v2 = ?nonzero
// CHECK-NEXT: result = 2
// CHECK: [[LAST:t[0-9]+]] = 5
// CHECK-NEXT: throw @
// CHECK: [[ANY]]:
// CHECK-NEXT: choose [[INT]] [[ERROR]]
// CHECK: [[CALL]]:
// CHECK-NEXT: call "c:@S@Db@F@~Db#" () this &v0
// CHECK-NEXT: end v0
// CHECK-NEXT: jump [[ANY]]
// CHECK: [[BUSY]]:
// CHECK-NEXT: call "c:@S@Db@F@~Db#" () this &v0
// CHECK-NEXT: end v0
// CHECK-NEXT: jump [[ERROR]]
