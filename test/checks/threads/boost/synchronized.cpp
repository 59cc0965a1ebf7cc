// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// boost::synchronized_value: a lock that comes with what it guards.
#define BOOST_THREAD_VERSION 4
#include <boost/thread/synchronized_value.hpp>
#include <boost/thread/thread.hpp>
#include <libpq-fe.h>

struct Session {
  PGconn *Conn;
  void poll() { PQconsumeInput(Conn); }
  void pollBeside() {
    PQconsumeInput(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Conn' (libpq PGconn) is used by two threads {{.*}}[cursor-thread-share]
  }
};

void guardedSilent(PGconn *Conn) {
  boost::synchronized_value<Session> Shared(Session{Conn});
  boost::thread Worker([&Shared] { Shared->poll(); });
  Shared->poll();
  {
    auto Locked = Shared.synchronize();
    Locked->poll();
    Locked->poll();
  }
  Worker.join();
}

void besideReported(PGconn *Conn) {
  boost::synchronized_value<Session> Shared(Session{Conn});
  boost::thread Worker([&Shared] { Shared->pollBeside(); });
  Session{Conn}.poll();
  Worker.join();
}
