// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// TBB: the iterations of a loop meet each other, and the caller waits for them.
#include <libpq-fe.h>

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_for_each.h>
#include <tbb/parallel_invoke.h>
#include <tbb/spin_mutex.h>
#include <tbb/task_group.h>
#include <vector>

void indexReported(PGconn *Conn) {
  tbb::parallel_for(0, 100, [Conn](int) {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} several threads {{.*}} [cursor-thread-share]
  });
}

void rangeReported(PGconn *Conn) {
  tbb::parallel_for(tbb::blocked_range<int>(0, 100),
                    [&](const tbb::blocked_range<int> &Part) {
                      for (int I = Part.begin(); I != Part.end(); ++I)
                        PQflush(Conn);
                      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
                    });
}

void guardedSilent(PGconn *Conn) {
  tbb::spin_mutex Guard;
  tbb::parallel_for(0, 100, [&](int) {
    tbb::spin_mutex::scoped_lock Hold(Guard);
    PQflush(Conn);
  });
  PQconsumeInput(Conn);
}

void guardInsideReported(PGconn *Conn) {
  tbb::parallel_for(0, 100, [&](int) {
    tbb::spin_mutex Guard;
    tbb::spin_mutex::scoped_lock Hold(Guard);
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
}

void ownConnectionSilent(const char *Info) {
  tbb::parallel_for(0, 4, [Info](int) {
    PGconn *Own = PQconnectdb(Info);
    PQflush(Own);
    PQfinish(Own);
  });
}

void oneForEachIndexSilent(std::vector<PGconn *> &Connections) {
  tbb::parallel_for(size_t(0), Connections.size(),
                    [&](size_t I) { PQflush(Connections[I]); });
  PQconsumeInput(Connections[0]);
}

void oneForEachElementSilent(std::vector<PGconn *> &Connections) {
  tbb::parallel_for_each(Connections.begin(), Connections.end(),
                         [](PGconn *Conn) { PQflush(Conn); });
}

void forEachReported(std::vector<int> &Keys, PGconn *Conn) {
  tbb::parallel_for_each(Keys, [Conn](int) {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
}

void invokeReported(PGconn *Conn) {
  tbb::parallel_invoke([Conn] { PQflush(Conn); },
                       [Conn] {
                         PQconsumeInput(Conn);
                         // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
                       });
}

void invokeSilent(PGconn *Conn, PGconn *Other) {
  tbb::parallel_invoke([Conn] { PQflush(Conn); },
                       [Other] { PQconsumeInput(Other); });
  PQconsumeInput(Conn);
}

void groupReported(PGconn *Conn) {
  tbb::task_group All;
  All.run([Conn] {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  PQconsumeInput(Conn);
  All.wait();
}

void groupSilent(PGconn *Conn) {
  tbb::task_group All;
  All.run([Conn] { PQflush(Conn); });
  All.wait();
  PQconsumeInput(Conn);
}
