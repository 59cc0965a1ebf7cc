// RUN: %check %s -- -std=c++17 -isystem %S/Inputs
#include <installed_wrapper.h>

int twiceReported(sqlite3_stmt *query) {
  dropQuery(query);
  return stepQuery(query);
  // CHECK: :{{[0-9]+}}:{{[0-9]+}}: warning: 'query'{{.*}} [cursor-use-after-close]
}

int onceSilent(sqlite3_stmt *query) {
  int row = stepQuery(query);
  dropQuery(query);
  return row;
}
