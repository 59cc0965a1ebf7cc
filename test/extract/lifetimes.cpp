// RUN: %cursor-tidy --dump-facts %s -- -std=c++17 | FileCheck %s
// Objects come to life where they are wanted, and end in reverse.
#include <sqlite3.h>

struct Db {
  explicit Db(const char *file) { sqlite3_open(file, &handle); }
  ~Db() { sqlite3_close(handle); }
  sqlite3 *handle = nullptr;
};
// CHECK-LABEL: define "c:@S@Db@F@Db#*1C#"
// CHECK: this.*.handle = 0
// CHECK-NEXT: call "c:@F@sqlite3_open" (p0, &this.*.handle)

struct Both {
  Db first{"1"};
  Db second;
  Both() : second("2") {}
};

// What is built so far ends when a later part throws.
// CHECK-LABEL: define "c:@S@Both@F@Both#"
// CHECK: call "c:@S@Db@F@Db#*1C#" (text "{{.*}}") this &this.*.first
// CHECK: call "c:@S@Db@F@Db#*1C#" (text "{{.*}}") this &this.*.second {{.*}}unwind [[LAND:b[0-9]+]]
// CHECK: [[LAND]]:
// CHECK-NEXT: call "c:@S@Db@F@~Db#" () this &this.*.first
// CHECK-NEXT: throw

// The compiler's own destructor ends the members, the last one first.
// CHECK-LABEL: define "c:@S@Both@F@~Both#"
// CHECK: call "c:@S@Db@F@~Db#" () this &this.*.second
// CHECK-NEXT: call "c:@S@Db@F@~Db#" () this &this.*.first

Db make() { return Db("x"); }
// CHECK-LABEL: define "c:@F@make#"
// CHECK: make result "c:@S@Db"
// CHECK-NEXT: call "c:@S@Db@F@Db#*1C#" (text "{{.*}}") this &result
// CHECK-NEXT: return

Db named() {
  Db db("y");
  return db;
}
// CHECK-LABEL: define "c:@F@named#"
// CHECK: call "c:@S@Db@F@Db#*1C#" (text "{{.*}}") this &result
// CHECK-NEXT: return

void used() {
  Db db = make();
  sqlite3_exec(make().handle, "x", nullptr, nullptr, nullptr);
  const Db &kept = make();
  Both *both = new Both;
  delete both;
}
// CHECK-LABEL: define "c:@F@used#"
// CHECK: v0 = call "c:@F@make#" ()
// CHECK: [[T:t[0-9]+]] = call "c:@F@make#" ()
// CHECK-NEXT: call "c:@F@sqlite3_exec" ([[T]].handle,
// CHECK-NEXT: call "c:@S@Db@F@~Db#" () this &[[T]]
// CHECK-NEXT: end [[T]]
// CHECK-NEXT: [[KEPT:v[0-9]+]] = call "c:@F@make#" ()
// CHECK-NEXT: {{v[0-9]+}} = &[[KEPT]]
// CHECK: [[NEW:t[0-9]+]] = allocate "c:@S@Both"
// CHECK-NEXT: make [[NEW]].* "c:@S@Both"
// CHECK-NEXT: call "c:@S@Both@F@Both#" () this [[NEW]]
// CHECK: branch [[P:v[0-9]+]]
// CHECK: call "c:@S@Both@F@~Both#" () this [[P]]
// CHECK-NEXT: free [[P]]
// CHECK: end [[P]]
// CHECK-NEXT: call "c:@S@Db@F@~Db#" () this &[[KEPT]]
// CHECK-NEXT: end [[KEPT]]
// CHECK-NEXT: call "c:@S@Db@F@~Db#" () this &v0
