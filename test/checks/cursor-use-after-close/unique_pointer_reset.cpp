// RUN: %check %s -- -std=c++17
// reset closes; what get returned before it is dead.
#include <sqlite3.h>

#include <memory>

struct Close {
  void operator()(sqlite3 *Db) const { sqlite3_close_v2(Db); }
};

int changesReported(std::unique_ptr<sqlite3, Close> &Owner) {
  sqlite3 *Db = Owner.get();
  Owner.reset();
  return sqlite3_changes(Db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Db' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

int changesSilent(std::unique_ptr<sqlite3, Close> &Owner) {
  sqlite3 *Db = Owner.get();
  int Changes = sqlite3_changes(Db);
  Owner.reset();
  return Changes;
}
