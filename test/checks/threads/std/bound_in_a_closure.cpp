// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// What std::bind returned is what it was when a closure has a copy of it.
#include <libpq-fe.h>

#include <functional>
#include <thread>

static void flush(PGconn *Conn) {
  PQflush(Conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Conn' {{.*}} [cursor-thread-share]
}

static void consume(PGconn *Conn) {
  PQconsumeInput(Conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Conn' {{.*}} [cursor-thread-share]
}

static void send(PGconn *Conn) { PQsendQuery(Conn, ""); }

void inThreadReported(PGconn *Conn) {
  auto Bound = std::bind(flush, Conn);
  std::thread Worker([Bound]() mutable { Bound(); });
  PQputCopyEnd(Conn, nullptr);
  Worker.join();
}

void inFunctionReported(PGconn *Conn) {
  auto Bound = std::bind(consume, Conn);
  std::function<void()> Task([Bound]() mutable { Bound(); });
  std::thread Worker(Task);
  PQputCopyEnd(Conn, nullptr);
  Worker.join();
}

void afterJoinSilent(PGconn *Conn) {
  auto Bound = std::bind(send, Conn);
  std::thread Worker([Bound]() mutable { Bound(); });
  Worker.join();
  PQputCopyEnd(Conn, nullptr);
}
