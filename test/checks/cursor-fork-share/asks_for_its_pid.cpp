// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
#include <libpq-fe.h>
#include <sys/types.h>
#include <unistd.h>

// A wrapper that remembers its process, and one that does not ask.

class Asks {
public:
  Asks() { connect(); }
  ~Asks() {
    if (Pid == getpid())
      PQfinish(Conn);
  }
  Asks(const Asks &) = delete;

  bool consume() {
    if (Pid != getpid())
      connect();
    return PQconsumeInput(Conn);
  }

private:
  void connect() {
    Conn = PQconnectdb("");
    Pid = getpid();
  }

  PGconn *Conn = nullptr;
  pid_t Pid = 0;
};

void asksSilent() {
  Asks Store;
  if (fork() == 0)
    _exit(Store.consume());
  Store.consume();
}

class Forgets {
public:
  Forgets() : Conn(PQconnectdb("")), Pid(getpid()) {}
  ~Forgets() {
    if (Pid == getpid())
      PQfinish(Conn);
  }
  Forgets(const Forgets &) = delete;
  bool consume() { return PQconsumeInput(Conn); }

private:
  PGconn *Conn = nullptr;
  pid_t Pid = 0;
};

void forgetsReported() {
  Forgets Store;
  if (fork() == 0)
    _exit(Store.consume());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
  Store.consume();
}
