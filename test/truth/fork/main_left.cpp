// RUN: %check %s -- -std=c++17
// RUN: %truth %s -- -std=c++17
// The child leaves main by _exit, which runs no destructor.
#include <sqlite3.h>

#include <sys/wait.h>
#include <unistd.h>

struct Store {
  sqlite3 *Db = nullptr;
  explicit Store(const char *File) { sqlite3_open(File, &Db); }
  Store(const Store &) = delete;
  ~Store() { sqlite3_close(Db); }
};

int main() {
  Store All("returns.db");
  if (fork() == 0)
    _exit(0);
  wait(nullptr);
  return sqlite3_changes(All.Db);
}
