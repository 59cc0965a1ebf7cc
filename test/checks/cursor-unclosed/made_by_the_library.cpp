// RUN: %check %s -- -std=c++17
// Only the standard library calls the constructor: nothing else in these
// functions speaks of the driver.
#include <memory>
#include <sqlite3.h>

class Store {
public:
  explicit Store(const char *file) { sqlite3_open(file, &db_); }
  Store(const Store &) = delete;
  ~Store() { sqlite3_close(db_); }

private:
  sqlite3 *db_ = nullptr;
};

void releasedReported(const char *file) {
  auto store = std::make_unique<Store>(file);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-unclosed]
  store.release();
}

void keptSilent(const char *file) {
  auto store = std::make_unique<Store>(file);
}
