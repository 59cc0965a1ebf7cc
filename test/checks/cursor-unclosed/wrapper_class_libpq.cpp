// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// The owner closes in its destructor, which a forgotten delete never runs.
#include <libpq-fe.h>

#include <memory>

class Session {
public:
  explicit Session(const char *Info) : Conn(PQconnectdb(Info)) {}
  ~Session() { PQfinish(Conn); }
  Session(const Session &) = delete;
  Session &operator=(const Session &) = delete;
  bool alive() const { return PQstatus(Conn) == CONNECTION_OK; }

private:
  PGconn *Conn;
};

bool pingReported(const char *Info) {
  Session *Probe = new Session(Info);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  return Probe->alive();
}

bool pingSilent(const char *Info) {
  Session *Probe = new Session(Info);
  bool Alive = Probe->alive();
  delete Probe;
  return Alive;
}

bool pingUniqueSilent(const char *Info) {
  auto Probe = std::make_unique<Session>(Info);
  return Probe->alive();
}
