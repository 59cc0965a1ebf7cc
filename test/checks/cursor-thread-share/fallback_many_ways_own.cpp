// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// A helper with a fallback and very many ways through it: a caller that gives
// it a connection of its own does not use the other one.
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
}

void ownSilent(int A, int B, int C, int D) {
  std::thread Worker([=] {
    PGconn *Own = PQconnectdb("service=own");
    if (Own)
      note(Own, A, B, C, D);
    PQfinish(Own);
  });
  PQconsumeInput(Common);
  Worker.join();
}
