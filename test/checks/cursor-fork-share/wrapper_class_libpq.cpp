// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// A method of the wrapper in the child; the twin makes a new object there.
#include <libpq-fe.h>

#include <unistd.h>

class Session {
public:
  explicit Session(const char *Info) : Conn(PQconnectdb(Info)) {}
  Session(const Session &) = delete;
  Session &operator=(const Session &) = delete;
  ~Session() { PQfinish(Conn); }
  bool beat() { return PQconsumeInput(Conn) == 1; }

private:
  PGconn *Conn;
};

void watchReported(const char *Info) {
  Session Main(Info);
  if (fork() == 0)
    _exit(Main.beat());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-fork-share]
}

void watchSilent(const char *Info) {
  Session Main(Info);
  if (fork() == 0) {
    Session Own(Info);
    _exit(Own.beat() ? 0 : 1);
  }
}
