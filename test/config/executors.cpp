// RUN: %check %s -- -std=c++17
#include <future>
#include <sqlite3.h>

namespace our {
struct Pool {
  template <typename Task> void post(Task) {}
};
template <typename Task> std::future<void> run(int, Task) { return {}; }
} // namespace our

void postReported(our::Pool &pool, sqlite3 *db) {
  pool.post([db] { sqlite3_exec(db, "SELECT 1", 0, 0, 0); });
  // CHECK: executors.cpp:[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}} [cursor-thread-share]
  sqlite3_exec(db, "SELECT 2", 0, 0, 0);
}

void postSilent(our::Pool &pool, sqlite3 *db) {
  pool.post([] {});
  sqlite3_exec(db, "SELECT 2", 0, 0, 0);
}

void runReported(sqlite3 *db) {
  auto done = our::run(1, [db] { sqlite3_exec(db, "SELECT 1", 0, 0, 0); });
  // CHECK: executors.cpp:[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}} [cursor-thread-share]
  sqlite3_exec(db, "SELECT 2", 0, 0, 0);
  done.get();
}

void runSilent(sqlite3 *db) {
  auto done = our::run(1, [db] { sqlite3_exec(db, "SELECT 1", 0, 0, 0); });
  done.get();
  sqlite3_exec(db, "SELECT 2", 0, 0, 0);
}
