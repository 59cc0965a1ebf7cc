// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -pthread
// Bound calls, and objects that stand for the object of a method.
#include <libpq-fe.h>

#include <functional>
#include <memory>
#include <thread>

struct Poller {
  PGconn *Conn;
  void poll(int) {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }
};

void boundMethodReported(Poller &Of) {
  std::thread Worker(std::bind(&Poller::poll, &Of, 3));
  PQconsumeInput(Of.Conn);
  Worker.join();
}

struct Copied {
  PGconn *Conn;
  void poll() {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }
};

void copyOfTheObjectReported(PGconn *Conn) {
  Copied Of{Conn};
  std::thread Worker(std::bind(&Copied::poll, Of));
  PQconsumeInput(Conn);
  Worker.join();
}

struct Counted {
  PGconn *Conn;
  void poll() {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }
};

void sharedPointerAsObjectReported(std::shared_ptr<Counted> Of) {
  std::thread Worker(&Counted::poll, Of);
  PQconsumeInput(Of->Conn);
  Worker.join();
}

static void flushSecond(int, PGconn *Conn) {
  PQflush(Conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
}

void placeholderReported(PGconn *Conn) {
  auto Flush = std::bind(flushSecond, 0, std::placeholders::_1);
  std::thread Worker(Flush, Conn);
  PQconsumeInput(Conn);
  Worker.join();
}

static void flushKept(PGconn *Conn) {
  PQflush(Conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
}

void keptInFunctionReported(PGconn *Conn) {
  std::function<void()> Job = std::bind(flushKept, Conn);
  std::thread Worker(Job);
  PQconsumeInput(Conn);
  Worker.join();
}

void keptInFunctionSilent(PGconn *Conn) {
  std::function<void()> Job = [Conn] { PQflush(Conn); };
  std::thread Worker(Job);
  Worker.join();
  PQconsumeInput(Conn);
}

static void flushFirst(PGconn *Conn, PGconn *) { PQflush(Conn); }

void placeholderSilent(PGconn *Conn, PGconn *Other) {
  auto Flush = std::bind(flushFirst, std::placeholders::_2, std::placeholders::_1);
  std::thread Worker(Flush, Conn, Other);
  PQconsumeInput(Conn);
  Worker.join();
}
