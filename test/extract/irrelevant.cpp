// RUN: %cursor-tidy --dump-facts %s -- -std=c++17 | FileCheck %s
// Only what can touch a handle is written down.
#include <sqlite3.h>

static int square(int x) { return x * x; }
int unrelated(int x) { return square(x); }
int status(int code) { return code ? -1 : 0; }
int touching(sqlite3 *db) { return status(sqlite3_changes(db)); }
int caller(sqlite3 *db);
void leads(sqlite3 *db) { caller(db); }

// CHECK-NOT: square
// CHECK-NOT: unrelated
// CHECK: define {{.*}}touching
// CHECK: define {{.*}}leads
// CHECK: declare {{.*}}caller
// CHECK-NOT: square
// CHECK-NOT: unrelated
