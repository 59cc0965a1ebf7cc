// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -pthread
// Who gives a handle away and does not touch it again shares nothing.
#include <libpq-fe.h>

#include <memory>
#include <thread>
#include <utility>

struct Finish {
  void operator()(PGconn *Conn) const { PQfinish(Conn); }
};

std::thread movedSilent(const char *Info) {
  std::unique_ptr<PGconn, Finish> Conn(PQconnectdb(Info));
  PQsetClientEncoding(Conn.get(), "UTF8");
  return std::thread([Own = std::move(Conn)] { PQflush(Own.get()); });
}

void passedSilent(const char *Info) {
  PGconn *Conn = PQconnectdb(Info);
  std::thread([Conn] {
    PQflush(Conn);
    PQfinish(Conn);
  }).detach();
}

void capturedOnlySilent(PGconn *Conn) {
  bool Ready = false;
  std::thread Worker([&Ready, Conn] { Ready = Conn != nullptr; });
  PQconsumeInput(Conn);
  Worker.join();
}

void passedAndUsedReported(PGconn *Conn) {
  std::thread([Conn] {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  }).detach();
  PQconsumeInput(Conn);
}
