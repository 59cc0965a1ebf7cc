// RUN: %check %s -- -std=c++17
// The child returns through the scope of an object that closes.
#include <sqlite3.h>

#include <unistd.h>

class Db {
public:
  explicit Db(const char *File) { sqlite3_open(File, &Handle); }
  Db(const Db &) = delete;
  Db &operator=(const Db &) = delete;
  ~Db() { sqlite3_close(Handle); }
  void run(const char *Sql) {
    sqlite3_exec(Handle, Sql, nullptr, nullptr, nullptr);
  }

private:
  sqlite3 *Handle = nullptr;
};

int publishReported(const char *File) {
  Db Main(File);
  pid_t Pid = fork();
  if (Pid == 0)
    return 0;
  // CHECK: warning: {{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-fork-share]
  Main.run("UPDATE t SET published = 1");
  return Pid;
}

int publishSilent(const char *File) {
  Db Main(File);
  pid_t Pid = fork();
  if (Pid == 0)
    _exit(0);
  Main.run("UPDATE t SET published = 1");
  return Pid;
}
