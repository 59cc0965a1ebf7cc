// RUN: %check %s -- -std=c++20 -I/usr/include/postgresql -pthread
// The destructor of a jthread joins.
#include <libpq-fe.h>

#include <thread>

void scopedSilent(PGconn *Conn) {
  {
    std::jthread Worker([Conn] { PQflush(Conn); });
  }
  PQconsumeInput(Conn);
}

void besideReported(PGconn *Conn) {
  std::jthread Worker([Conn] {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  PQconsumeInput(Conn);
}
