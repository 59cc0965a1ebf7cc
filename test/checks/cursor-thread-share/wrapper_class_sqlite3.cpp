// RUN: %check %s -- -std=c++17 -pthread
// A statement class whose method takes the lock, or does not.
#include <sqlite3.h>

#include <mutex>
#include <thread>

class BareCounter {
public:
  explicit BareCounter(sqlite3 *Db) {
    sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr);
  }
  BareCounter(const BareCounter &) = delete;
  BareCounter &operator=(const BareCounter &) = delete;
  ~BareCounter() { sqlite3_finalize(Stmt); }
  void next() {
    sqlite3_step(Stmt);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Stmt' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-thread-share]
  }

private:
  sqlite3_stmt *Stmt = nullptr;
};

class GuardedCounter {
public:
  explicit GuardedCounter(sqlite3 *Db) {
    sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr);
  }
  GuardedCounter(const GuardedCounter &) = delete;
  GuardedCounter &operator=(const GuardedCounter &) = delete;
  ~GuardedCounter() { sqlite3_finalize(Stmt); }
  void next() {
    std::lock_guard<std::mutex> Hold(Guard);
    sqlite3_step(Stmt);
  }

private:
  std::mutex Guard;
  sqlite3_stmt *Stmt = nullptr;
};

void countReported(sqlite3 *Db) {
  BareCounter Counter(Db);
  std::thread Worker([&Counter] { Counter.next(); });
  Counter.next();
  Worker.join();
}

void countSilent(sqlite3 *Db) {
  GuardedCounter Counter(Db);
  std::thread Worker([&Counter] { Counter.next(); });
  Counter.next();
  Worker.join();
}
