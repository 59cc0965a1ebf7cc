// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -pthread
// Threads of Boost: alone, in a group, scoped; bound calls and functions.
#include <libpq-fe.h>

#include <boost/bind/bind.hpp>
#include <boost/function.hpp>
#include <boost/thread.hpp>
#include <boost/thread/scoped_thread.hpp>

void lambdaReported(PGconn *Conn) {
  boost::thread Worker([Conn] {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  PQconsumeInput(Conn);
  Worker.join();
}

void joinedBeforeSilent(PGconn *Conn) {
  boost::thread Worker([Conn] { PQflush(Conn); });
  Worker.join();
  PQconsumeInput(Conn);
}

static void flush(PGconn *Conn, int Times) {
  while (Times-- > 0)
    PQflush(Conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
}

void argumentsReported(PGconn *Conn) {
  boost::thread Worker(flush, Conn, 3);
  PQconsumeInput(Conn);
  Worker.join();
}

static void flushAgain(PGconn *&Conn) {
  PQflush(Conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
}

void referenceReported(PGconn *Conn) {
  boost::thread Worker(flushAgain, boost::ref(Conn));
  PQconsumeInput(Conn);
  Worker.join();
}

class Poller {
public:
  explicit Poller(PGconn *Conn) : Conn(Conn) {}
  ~Poller() { Worker.join(); }
  void start() {
    Worker = boost::thread(boost::bind(&Poller::poll, this, 500));
  }
  void query() { PQconsumeInput(Conn); }

private:
  void poll(int) {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }
  PGconn *Conn;
  boost::thread Worker;
};

void boundMethodReported(PGconn *Conn) {
  Poller Of(Conn);
  Of.start();
  Of.query();
}

static void flushOnce(PGconn *Conn) {
  PQflush(Conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
}

void functionReported(PGconn *Conn) {
  boost::function<void()> Job = boost::bind(flushOnce, Conn);
  boost::thread Worker(Job);
  PQconsumeInput(Conn);
  Worker.join();
}

void groupReported(PGconn *Conn) {
  boost::thread_group All;
  for (int I = 0; I < 4; ++I)
    All.create_thread([Conn] {
      PQflush(Conn);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
    });
  All.join_all();
}

void groupSilent(PGconn *Conn, const char *Info) {
  boost::thread_group All;
  for (int I = 0; I < 4; ++I)
    All.create_thread([Info] {
      PGconn *Own = PQconnectdb(Info);
      PQflush(Own);
      PQfinish(Own);
    });
  All.create_thread([Conn] { PQflush(Conn); });
  All.join_all();
  PQconsumeInput(Conn);
}

void scopedSilent(PGconn *Conn) {
  {
    boost::scoped_thread<> Worker([Conn] { PQflush(Conn); });
  }
  PQconsumeInput(Conn);
}

void scopedReported(PGconn *Conn) {
  boost::scoped_thread<> Worker([Conn] {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  PQconsumeInput(Conn);
}

void timedJoinReported(PGconn *Conn) {
  boost::thread Worker([Conn] {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  Worker.try_join_for(boost::chrono::seconds(1));
  PQconsumeInput(Conn);
}

void timedJoinSilent(PGconn *Conn) {
  boost::thread Worker([Conn] { PQflush(Conn); });
  if (Worker.try_join_for(boost::chrono::seconds(1)))
    PQconsumeInput(Conn);
}
