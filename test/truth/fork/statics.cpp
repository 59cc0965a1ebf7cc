// RUN: %check %s -- -std=c++17
// RUN: %truth %s -- -std=c++17
// exit runs the destructors of statics, in the child too.
#include <sqlite3.h>

#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

struct Store {
  sqlite3 *Db = nullptr;
  explicit Store(const char *File) { sqlite3_open(File, &Db); }
  Store(const Store &) = delete;
  ~Store() { sqlite3_close(Db); }
};

void exitedReported(const char *File) {
  static Store All(File);
  if (fork() == 0)
    std::exit(0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'All.Db'{{.*}}[cursor-fork-share]
  wait(nullptr);
}

void exitedSilent(const char *File) {
  static Store All(File);
  if (fork() == 0)
    _exit(0);
  wait(nullptr);
}
