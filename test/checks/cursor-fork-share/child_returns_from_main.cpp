// RUN: %check %s -- -std=c++17
// The child returns from main, through the destructors of its locals.
#include <sqlite3.h>

#include <unistd.h>

struct Db {
  explicit Db(const char *File) { sqlite3_open(File, &Handle); }
  Db(const Db &) = delete;
  Db &operator=(const Db &) = delete;
  ~Db() { sqlite3_close(Handle); }
  sqlite3 *Handle = nullptr;
};

int main(int, char **Args) {
  Db Main(Args[1]);
  if (fork() == 0)
    return 0;
  // CHECK: warning: {{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-fork-share]
  sqlite3_exec(Main.Handle, "DELETE FROM t", nullptr, nullptr, nullptr);
  return 0;
}
