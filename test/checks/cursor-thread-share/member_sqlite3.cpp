// RUN: %check %s -- -std=c++17 -pthread
// A member statement, stepped by the class's thread and by its callers.
#include <sqlite3.h>

#include <mutex>
#include <thread>

class PollerReported {
public:
  explicit PollerReported(sqlite3 *Db) {
    sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr);
    Worker = std::thread([this] { poll(); });
  }
  PollerReported(const PollerReported &) = delete;
  PollerReported &operator=(const PollerReported &) = delete;
  ~PollerReported() {
    Worker.join();
    sqlite3_finalize(Stmt);
  }
  int current() { return sqlite3_column_int(Stmt, 0); }

private:
  void poll() {
    sqlite3_step(Stmt);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Stmt' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-thread-share]
  }
  sqlite3_stmt *Stmt = nullptr;
  std::thread Worker;
};

class PollerSilent {
public:
  explicit PollerSilent(sqlite3 *Db) {
    sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr);
    Worker = std::thread([this] { poll(); });
  }
  PollerSilent(const PollerSilent &) = delete;
  PollerSilent &operator=(const PollerSilent &) = delete;
  ~PollerSilent() {
    Worker.join();
    sqlite3_finalize(Stmt);
  }
  int current() {
    std::lock_guard<std::mutex> Hold(Guard);
    return sqlite3_column_int(Stmt, 0);
  }

private:
  void poll() {
    std::lock_guard<std::mutex> Hold(Guard);
    sqlite3_step(Stmt);
  }
  std::mutex Guard;
  sqlite3_stmt *Stmt = nullptr;
  std::thread Worker;
};
