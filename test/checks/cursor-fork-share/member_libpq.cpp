// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// The class forks in one method and uses its member in the child.
#include <libpq-fe.h>

#include <unistd.h>

class ArchiverReported {
public:
  explicit ArchiverReported(PGconn *Conn) : Conn(Conn) {}
  void archive() {
    if (fork() == 0) {
      PQclear(PQexec(Conn, "CALL archive()"));
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-fork-share]
      _exit(0);
    }
  }

private:
  PGconn *Conn;
};

class ArchiverSilent {
public:
  explicit ArchiverSilent(const char *Info) : Info(Info) {}
  void archive() {
    if (fork() == 0) {
      Conn = PQconnectdb(Info);
      PQclear(PQexec(Conn, "CALL archive()"));
      PQfinish(Conn);
      _exit(0);
    }
  }

private:
  const char *Info;
  PGconn *Conn = nullptr;
};
