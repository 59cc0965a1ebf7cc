// RUN: %check %s -- -std=c++17
#include <sqlite3.h>
#include <thread>

namespace our {
struct Mutex {
  void enter();
  void leave();
  bool tryEnter();
};
struct Guard {
  explicit Guard(Mutex &m);
  ~Guard();
};
} // namespace our
extern "C" void our_lock(int *lock);
extern "C" void our_unlock(int *lock);

void methodsSilent(sqlite3 *db) {
  our::Mutex m;
  std::thread other([&] {
    m.enter();
    sqlite3_exec(db, "SELECT 1", 0, 0, 0);
    m.leave();
  });
  m.enter();
  sqlite3_exec(db, "SELECT 2", 0, 0, 0);
  m.leave();
  other.join();
}

void methodsReported(sqlite3 *db) {
  our::Mutex m;
  std::thread other([&] {
    m.enter();
    m.leave();
    sqlite3_exec(db, "SELECT 1", 0, 0, 0);
    // CHECK: locks.cpp:[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}} [cursor-thread-share]
  });
  m.enter();
  sqlite3_exec(db, "SELECT 2", 0, 0, 0);
  m.leave();
  other.join();
}

void guardSilent(sqlite3 *db) {
  our::Mutex m;
  std::thread other([&] {
    our::Guard guard(m);
    sqlite3_exec(db, "SELECT 1", 0, 0, 0);
  });
  if (m.tryEnter()) {
    sqlite3_exec(db, "SELECT 2", 0, 0, 0);
    m.leave();
  }
  other.join();
}

void functionsSilent(sqlite3 *db, int *lock) {
  std::thread other([=] {
    our_lock(lock);
    sqlite3_exec(db, "SELECT 1", 0, 0, 0);
    our_unlock(lock);
  });
  our_lock(lock);
  sqlite3_exec(db, "SELECT 2", 0, 0, 0);
  our_unlock(lock);
  other.join();
}
