// RUN: %check %s -- -std=c++17
// exit runs no destructor of a local.
#include <sqlite3.h>

#include <cstdlib>
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
    std::exit(0);
  sqlite3_exec(Main.Handle, "DELETE FROM t", nullptr, nullptr, nullptr);
  return 0;
}
