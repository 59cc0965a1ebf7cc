// RUN: %cursor-tidy --dump-facts %s -- -std=c++17 | FileCheck %s
// A lambda is an object of a closure class; what it captures are its fields.
#include <sqlite3.h>

struct Job {
  sqlite3 *db;
  template <typename F> void each(F body) { body(db); }
  void run(sqlite3 *other) {
    int rows = 0;
    each([this, &rows, other](sqlite3 *mine) {
      rows += sqlite3_changes(mine) + sqlite3_changes(other);
      sqlite3_close(db);
    });
    sqlite3_exec(
        db, "x", [](void *, int, char **, char **) { return 0; }, nullptr,
        nullptr);
  }
};
void start(Job *job) { job->run(nullptr); }

// CHECK: class "[[CLOSURE:.*run.*@lambda@[0-9.]+]]" "lambda in Job::run"
// CHECK-DAG: field this:
// CHECK-DAG: field rows:
// CHECK-DAG: field other:

// CHECK-LABEL: define "c:@S@Job@F@run#*$@S@sqlite3#"
// CHECK: make [[L:t[0-9]+]] "[[CLOSURE]]"
// CHECK-NEXT: [[L]].this = this
// CHECK-NEXT: [[L]].rows = &v0
// CHECK-NEXT: [[L]].other = p0
// CHECK-NEXT: call "{{.*}}each{{.*}}" ([[L]]) this this
// CHECK: call "c:@F@sqlite3_exec" (this.*.db, text "x", {{(t[0-9]+|fn ".*operator\(\).*")}}, 0, 0)

// CHECK: define {{.*}} "lambda in Job::run"
// CHECK: call "c:@F@sqlite3_changes" (p0)
// CHECK: call "c:@F@sqlite3_changes" (this.*.other)
// CHECK: this.*.rows.* = this.*.rows.* +
// CHECK: call "c:@F@sqlite3_close" (this.*.this.*.db)
