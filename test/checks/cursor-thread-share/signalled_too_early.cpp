// RUN: %check %s -- -std=c++20 -pthread
// The turn is given before the last use.
#include <condition_variable>
#include <mutex>
#include <sqlite3.h>
#include <thread>
static std::mutex m;
static std::condition_variable cv;
static bool ready;
static sqlite3 *db;
static void loader() {

  {
    std::lock_guard<std::mutex> l(m);
    ready = true;
  }
  cv.notify_one();
  sqlite3_exec(db, "insert", 0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}}[cursor-thread-share]
}
int main() {
  if (sqlite3_open_v2("x", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, 0))
    return 1;
  std::thread t(loader);
  {
    std::unique_lock<std::mutex> l(m);
    cv.wait(l, [] { return ready; });
  }
  sqlite3_exec(db, "select", 0, 0, 0);
  t.join();
  sqlite3_close(db);
}
