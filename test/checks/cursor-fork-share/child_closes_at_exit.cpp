// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// exit runs the destructors of statics, in the child as well.
#include <libpq-fe.h>

#include <cstdlib>
#include <unistd.h>

struct Session {
  ~Session() { PQfinish(Conn); }
  PGconn *Conn = nullptr;
};

static Session Shared;

void exitReported(const char *Info) {
  Shared.Conn = PQconnectdb(Info);
  if (fork() == 0)
    std::exit(0);
  // CHECK: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-fork-share]
}

void quietExitSilent(const char *Info) {
  Shared.Conn = PQconnectdb(Info);
  if (fork() == 0)
    _exit(0);
}
