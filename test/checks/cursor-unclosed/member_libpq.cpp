// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// A connection opened by a method of a class that never finishes one.
#include <libpq-fe.h>

class GaugeReported {
public:
  bool connect(const char *Info) {
    Conn = PQconnectdb(Info);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
    return PQstatus(Conn) == CONNECTION_OK;
  }
  int version() const { return PQserverVersion(Conn); }

private:
  PGconn *Conn = nullptr;
};

class GaugeSilent {
public:
  bool connect(const char *Info) {
    disconnect();
    Conn = PQconnectdb(Info);
    return PQstatus(Conn) == CONNECTION_OK;
  }
  void disconnect() {
    PQfinish(Conn);
    Conn = nullptr;
  }
  int version() const { return PQserverVersion(Conn); }

private:
  PGconn *Conn = nullptr;
};
