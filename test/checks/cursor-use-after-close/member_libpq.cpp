// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// A method finishes the connection that the next line asks for its state.
#include <libpq-fe.h>

class LinkReported {
public:
  explicit LinkReported(const char *Info) : Conn(PQconnectdb(Info)) {}
  LinkReported(const LinkReported &) = delete;
  LinkReported &operator=(const LinkReported &) = delete;
  ~LinkReported() { PQfinish(Conn); }
  bool reconnect(const char *Info) {
    PQfinish(Conn);
    bool Was = PQstatus(Conn) == CONNECTION_OK;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
    Conn = PQconnectdb(Info);
    return Was;
  }

private:
  PGconn *Conn;
};

class LinkSilent {
public:
  explicit LinkSilent(const char *Info) : Conn(PQconnectdb(Info)) {}
  LinkSilent(const LinkSilent &) = delete;
  LinkSilent &operator=(const LinkSilent &) = delete;
  ~LinkSilent() { PQfinish(Conn); }
  bool reconnect(const char *Info) {
    bool Was = PQstatus(Conn) == CONNECTION_OK;
    PQfinish(Conn);
    Conn = PQconnectdb(Info);
    return Was;
  }

private:
  PGconn *Conn;
};
