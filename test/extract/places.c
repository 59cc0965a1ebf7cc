// RUN: %cursor-tidy --dump-facts %s -- -std=c11 | FileCheck %s
// Where values live: members, elements, pointers, statics, unnamed members.
#include <sqlite3.h>
#include <string.h>

struct shard {
  sqlite3 *db;
  struct {
    int rows;
  };
  sqlite3_stmt *cached[4];
};

static sqlite3 *shared;

void places(struct shard *s, struct shard all[3], sqlite3 **out, int i) {
  static struct shard once;
  struct shard copy = {.db = shared};
  *out = s->db;
  s->rows++;
  s->cached[2] = 0;
  s->cached[i] = 0;
  all[1].db = copy.db;
  copy.cached[0] = *copy.cached;
  once = copy;
  sqlite3_open("x", &(*s).db);
  sqlite3_close((*(&s))->db);
}
// CHECK-LABEL: define "c:@F@places"
// CHECK: v0 = 0
// CHECK-NEXT: v0.db = @"[[SHARED:c:places.c@shared[^"]*]]"
// CHECK-NEXT: p2.* = p0.*.db
// CHECK-NEXT: p0.*.rows = p0.*.rows + 1
// CHECK-NEXT: p0.*.cached.[2] = 0
// CHECK-NEXT: [[I:t[0-9]+]] = p3
// CHECK-NEXT: p0.*.cached.[[[I]]] = 0
// CHECK-NEXT: p1.*.[1].db = v0.db
// CHECK-NEXT: v0.cached.[0] = v0.cached.[0]
// CHECK-NEXT: @"{{.*}}once{{.*}}" = v0
// CHECK-NEXT: call "c:@F@sqlite3_open" (text "x", &p0.*.db)
// CHECK-NEXT: call "c:@F@sqlite3_close" (p0.*.db)
// CHECK-NEXT: end v0
// CHECK-NEXT: return

int through(int (*closer)(sqlite3 *), sqlite3 *db) {
  int (*mine)(sqlite3 *) = sqlite3_close;
  return closer(db) + mine(db);
}
// CHECK-LABEL: define "c:@F@through"
// CHECK: v0 = fn "c:@F@sqlite3_close"
// CHECK: call p0 (p1)
// CHECK: call v0 (p1)
