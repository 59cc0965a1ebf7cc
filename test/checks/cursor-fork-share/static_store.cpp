// RUN: %check %s -- -std=c++20
// The child returns from main: the static closes.
#include <cstdio>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>
struct Store {
  sqlite3 *h = nullptr;
  Store() { sqlite3_open("s.db", &h); }
  ~Store() { sqlite3_close(h); }
};
static Store store;
static bool inChild() {
  pid_t p = fork();
  return p == 0;
}
int main() {
  if (inChild()) {
    std::puts("child");
    return 0;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'store.h'{{.*}}[cursor-fork-share]
  }
  wait(nullptr);
  sqlite3_exec(store.h, "select", 0, 0, 0);
}
