// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// Reductions, steps, arenas and groups of oneTBB.
#include <libpq-fe.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_reduce.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>
int reduceReported(PGconn *c) {
  return tbb::parallel_reduce(
      tbb::blocked_range<int>(0, 9), 0,
      [c](const tbb::blocked_range<int> &, int s) { return s + PQflush(c); },
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by several threads that start at one place with no lock in common {{.*}}[cursor-thread-share]
      std::plus<int>());
}
void stepReported(PGconn *c) {
  tbb::parallel_for(0, 10, 2, [c](int) { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by several threads that start at one place with no lock in common {{.*}}[cursor-thread-share]
}
void arenaReported(PGconn *c) {
  tbb::task_arena a(2);
  a.enqueue([c] { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  PQflush(c);
}
void arenaSilent(PGconn *c) {
  tbb::task_arena a(2);
  a.execute([c] { PQflush(c); });
  PQflush(c);
}
void groupReported(PGconn *c) {
  tbb::task_group g;
  g.run([c] { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  PQflush(c);
  g.wait();
}
void groupSilent(PGconn *c) {
  tbb::task_group g;
  g.run([c] { PQflush(c); });
  g.wait();
  PQflush(c);
}
