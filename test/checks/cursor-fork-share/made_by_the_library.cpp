// RUN: %check %s -- -std=c++17
// Nothing but std::make_unique speaks of the driver in these functions.
#include <memory>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

class Store {
public:
  explicit Store(const char *file) { sqlite3_open(file, &db_); }
  Store(const Store &) = delete;
  ~Store() { sqlite3_close(db_); }

private:
  sqlite3 *db_ = nullptr;
};

void endedReported(const char *file) {
  auto store = std::make_unique<Store>(file);
  if (fork() == 0) {
    store.reset();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}closed in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(nullptr);
}

void leftSilent(const char *file) {
  auto store = std::make_unique<Store>(file);
  if (fork() == 0)
    _exit(0);
  wait(nullptr);
}
