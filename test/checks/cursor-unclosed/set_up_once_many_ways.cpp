// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// A helper that sets an object up when it is asked for the first time, with
// very many ways through it: it does not overwrite what was opened since.
#include <libpq-fe.h>

#include <cstdio>

struct Box {
  int IsSet;
  PGconn *Conn;
};

static void setUp(Box &In, int A, int B, int C, int D) {
  if (!In.IsSet) {
    In.IsSet = 1;
    In.Conn = nullptr;
  }
  if (A)
    std::puts("a");
  if (B)
    std::puts("b");
  if (C)
    std::puts("c");
  if (D)
    std::puts("d");
}

void onceSilent(int A, int B, int C, int D) {
  Box In{0, nullptr};
  setUp(In, A, B, C, D);
  In.Conn = PQconnectdb("service=main");
  setUp(In, A, B, C, D);
  PQfinish(In.Conn);
}

static void reset(Box &In) { In.Conn = nullptr; }

void alwaysReported() {
  Box In{0, nullptr};
  In.Conn = PQconnectdb("service=main");
  reset(In);
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: 'In.Conn'{{.*}} [cursor-unclosed]
  PQfinish(In.Conn);
}
