// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -pthread
// Two threads on one connection at once.
#include <libpq-fe.h>

#include <thread>

int watchReported(const char *Info) {
  PGconn *Conn = PQconnectdb(Info);
  std::thread Watch([&] {
    PQconsumeInput(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  int Version = PQserverVersion(Conn);
  Watch.join();
  PQfinish(Conn);
  return Version;
}

int watchSilent(const char *Info) {
  PGconn *Conn = PQconnectdb(Info);
  std::thread Watch([&] { PQconsumeInput(Conn); });
  Watch.join();
  int Version = PQserverVersion(Conn);
  PQfinish(Conn);
  return Version;
}
