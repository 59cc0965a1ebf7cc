// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// A lazy singleton that only children use, and one that the parent has used too.
#include <libpq-fe.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

class Lazy {
  PGconn *Conn = nullptr;
  std::string Text;

public:
  explicit Lazy(const char *Text) : Text(Text) {}
  Lazy(const Lazy &) = delete;
  ~Lazy() {
    if (Conn)
      PQfinish(Conn);
  }
  PGconn *get() {
    if (!Conn)
      Conn = PQconnectdb(Text.c_str());
    return Conn;
  }
  static Lazy &late() {
    static Lazy Only("dbname=late");
    return Only;
  }
  static Lazy &early() {
    static Lazy Only("dbname=early");
    return Only;
  }
};

struct Master {
  void runSilent() {
    if (fork() == 0) {
      PQconsumeInput(Lazy::late().get());
      _exit(0);
    }
    wait(nullptr);
  }
  void runReported() {
    if (fork() == 0) {
      PQconsumeInput(Lazy::early().get());
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Only.Conn' (libpq PGconn) was opened before the fork and is used in the child{{.*}}[cursor-fork-share]
      _exit(0);
    }
    wait(nullptr);
  }
};

int main() {
  Master All;
  All.runSilent();
  PQconsumeInput(Lazy::early().get());
  All.runReported();
}
