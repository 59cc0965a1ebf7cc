// RUN: %check %s -- -std=c++20 -pthread
// A mutex that is a local guards nothing.
#include <mutex>
#include <sqlite3.h>
#include <thread>
static sqlite3 *g;
static void add(int n) {
  std::mutex m;
  std::lock_guard<std::mutex> l(m);
  char *e = nullptr;
  sqlite3_exec(g, n ? "a" : "b", 0, 0, &e);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'g'{{.*}}[cursor-thread-share]
  sqlite3_free(e);
}
int main() {
  sqlite3_open_v2("f", &g, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                  nullptr);
  std::thread t(add, 1);
  add(0);
  t.join();
  sqlite3_close(g);
}
