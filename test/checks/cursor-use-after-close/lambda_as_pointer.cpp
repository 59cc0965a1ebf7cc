// RUN: %check %s -- -std=c++17
// A lambda that has become a pointer to a function.
#include <sqlite3.h>

static void each(void (*Do)(sqlite3 *), sqlite3 *Db) { Do(Db); }

void passedReported(sqlite3 *Db) {
  sqlite3_close(Db);
  each([](sqlite3 *Given) { sqlite3_changes(Given); }, Db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}} is used after it was closed {{.*}}[cursor-use-after-close]
}

void passedSilent(sqlite3 *Db) {
  each([](sqlite3 *Given) { sqlite3_changes(Given); }, Db);
  sqlite3_close(Db);
}

void keptReported(sqlite3 *Db) {
  void (*Close)(sqlite3 *) = [](sqlite3 *Given) { sqlite3_close(Given); };
  Close(Db);
  sqlite3_changes(Db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}} is used after it was closed {{.*}}[cursor-use-after-close]
}

void keptSilent(sqlite3 *Db) {
  void (*Count)(sqlite3 *) = [](sqlite3 *Given) { sqlite3_changes(Given); };
  Count(Db);
  sqlite3_close(Db);
}
