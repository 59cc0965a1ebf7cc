// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -isystem %source/test/headers/folly
#include <folly/Synchronized.h>
#include <folly/executors/CPUThreadPoolExecutor.h>
#include <folly/futures/Future.h>
#include <libpq-fe.h>
#include <thread>

void addedReported(PGconn *c, folly::CPUThreadPoolExecutor &pool) {
  pool.add([=] { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
  PQconsumeInput(c);
}

void joinedSilent(PGconn *c) {
  folly::CPUThreadPoolExecutor pool(4);
  pool.add([=] { PQflush(c); });
  pool.join();
  PQconsumeInput(c);
}

// A pool of one thread runs one task after the other.
void oneThreadSilent(PGconn *c) {
  folly::CPUThreadPoolExecutor pool(1);
  pool.add([=] { PQflush(c); });
  pool.add([=] { PQconsumeInput(c); });
}

void manyThreadsReported(PGconn *c) {
  folly::CPUThreadPoolExecutor pool(4);
  pool.add([=] { PQflush(c); });
  pool.add([=] { PQconsumeInput(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
}

void viaReported(PGconn *c, folly::CPUThreadPoolExecutor *pool) {
  auto future = folly::via(pool, [=] { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
  PQconsumeInput(c);
  std::move(future).get();
}

void viaSilent(PGconn *c, folly::CPUThreadPoolExecutor *pool) {
  auto future = folly::via(pool, [=] { PQflush(c); });
  std::move(future).get();
  PQconsumeInput(c);
}

void continuedReported(PGconn *c, folly::CPUThreadPoolExecutor *pool) {
  auto future = folly::makeSemiFuture().via(pool).thenValue(
      [=](folly::Unit) { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
  PQconsumeInput(c);
  std::move(future).get();
}

void guardedSilent(PGconn *c) {
  folly::Synchronized<PGconn *> guarded(c);
  std::thread worker([&] { PQflush(*guarded.wlock()); });
  guarded.withWLock([](PGconn *&conn) { PQconsumeInput(conn); });
  worker.join();
}

// A lock for readers lets both in.
void readersReported(PGconn *c) {
  folly::Synchronized<PGconn *> guarded(c);
  std::thread worker([&] { PQflush(*guarded.rlock()); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  guarded.withRLock([](PGconn *const &conn) { PQconsumeInput(conn); });
  worker.join();
}
