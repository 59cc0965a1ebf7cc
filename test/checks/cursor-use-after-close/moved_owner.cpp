// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// A moved-from owner closes nothing; an owner that moves like a copy does.
#include <libpq-fe.h>

#include <utility>

class Conn {
public:
  explicit Conn(const char *Info) : Handle(PQconnectdb(Info)) {}
  Conn(Conn &&Other) noexcept : Handle(std::exchange(Other.Handle, nullptr)) {}
  Conn &operator=(Conn &&) = delete;
  ~Conn() { PQfinish(Handle); }
  int version() const { return PQserverVersion(Handle); }

private:
  PGconn *Handle;
};

class BadConn {
public:
  explicit BadConn(const char *Info) : Handle(PQconnectdb(Info)) {}
  BadConn(BadConn &&Other) noexcept : Handle(Other.Handle) {}
  BadConn &operator=(BadConn &&) = delete;
  ~BadConn() { PQfinish(Handle); }
  int version() const { return PQserverVersion(Handle); }

private:
  PGconn *Handle;
};

int versionSilent(const char *Info) {
  Conn First(Info);
  Conn Second(std::move(First));
  return Second.version();
}

int versionReported(const char *Info) {
  BadConn First(Info);
  BadConn Second(std::move(First));
  return Second.version();
  // CHECK: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
}
