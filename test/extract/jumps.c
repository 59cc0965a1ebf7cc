// RUN: %cursor-tidy --dump-facts %s -- -std=c11 | FileCheck %s
// Every way out of a scope ends what lives in it, and nothing else.
#include <sqlite3.h>

static void closer(sqlite3 **db) { sqlite3_close(*db); }

int out(const char *file) {
  sqlite3 *outer = 0;
  int rc = 0;
  for (int i = 0; i < 2; ++i) {
    __attribute__((cleanup(closer))) sqlite3 *inner = 0;
    if (sqlite3_open(file, &inner))
      goto done;
    if (sqlite3_changes(inner))
      continue;
    rc = 1;
    break;
  }
done:
  sqlite3_close(outer);
  return rc;
}
// CHECK-LABEL: define "c:@F@out"
// CHECK: branch {{t[0-9]+}} [[GOTO:b[0-9]+]] {{b[0-9]+}} "sqlite3_open(file, &inner)"
// CHECK: branch {{t[0-9]+}} [[CONTINUE:b[0-9]+]] [[BREAK:b[0-9]+]] "sqlite3_changes(inner)"
// CHECK: [[CONTINUE]]:
// CHECK-NEXT: spot
// CHECK-NEXT: call "{{.*}}closer{{.*}}" (&v3)
// CHECK-NEXT: end v3
// CHECK-NEXT: jump
// CHECK: [[BREAK]]:
// CHECK-NEXT: v1 = 1
// CHECK-NEXT: spot
// CHECK-NEXT: call "{{.*}}closer{{.*}}" (&v3)
// CHECK-NEXT: end v3
// CHECK-NEXT: jump [[DONE:b[0-9]+]]
// CHECK: [[DONE]]:
// CHECK-NEXT: call "c:@F@sqlite3_close" (v0)
// CHECK-NEXT: result = v1
// CHECK-NEXT: spot
// CHECK-NEXT: end v0
// CHECK-NEXT: return
// CHECK: [[GOTO]]:
// CHECK-NEXT: call "{{.*}}closer{{.*}}" (&v3)
// CHECK-NEXT: end v3
// CHECK-NEXT: jump [[DONE]]
