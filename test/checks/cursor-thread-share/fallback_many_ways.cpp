// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// A helper with a fallback and very many ways through it, called without a
// connection.
#include <libpq-fe.h>

#include <cstdio>
#include <thread>

static PGconn *Common;

static void note(PGconn *Conn, int A, int B, int C, int D) {
  PGconn *To = Conn ? Conn : Common;
  if (A)
    std::puts("a");
  if (B)
    std::puts("b");
  if (C)
    std::puts("c");
  if (D)
    std::puts("d");
  PQflush(To);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Common'{{.*}} [cursor-thread-share]
}

void commonReported(int A, int B, int C, int D) {
  std::thread Worker([=] { note(nullptr, A, B, C, D); });
  PQconsumeInput(Common);
  Worker.join();
}
