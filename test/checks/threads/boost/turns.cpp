// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// Further ways to start threads of Boost, and what gives turns.
#include <libpq-fe.h>

#include <boost/asio.hpp>
#include <boost/thread.hpp>
#include <boost/thread/barrier.hpp>
#include <boost/thread/latch.hpp>
#include <boost/thread/scoped_thread.hpp>

void strictReported(PGconn *c) {
  boost::strict_scoped_thread<> t(boost::thread([c] { PQflush(c); }));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  PQconsumeInput(c);
}

void attributesReported(PGconn *c) {
  boost::thread::attributes a;
  boost::thread t(a, [c] { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  PQconsumeInput(c);
  t.join();
}

void attributesSilent(PGconn *c) {
  boost::thread::attributes a;
  boost::thread t(a, [c] { PQflush(c); });
  t.join();
  PQconsumeInput(c);
}

void deferReported(PGconn *c) {
  boost::asio::thread_pool p(4);
  boost::asio::defer(p, [c] { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  PQconsumeInput(c);
  p.join();
}

void dispatchReported(PGconn *c) {
  boost::asio::thread_pool p(4);
  boost::asio::dispatch(p.get_executor(), [c] { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  PQconsumeInput(c);
  p.join();
}

void latchSilent(PGconn *c) {
  boost::latch l(1);
  boost::thread t([&] {
    PQflush(c);
    l.count_down();
  });
  l.wait();
  PQconsumeInput(c);
  t.join();
}

void latchReported(PGconn *c) {
  boost::latch l(1);
  boost::thread t([&] {
    PQflush(c);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
    l.count_down();
  });
  PQconsumeInput(c);
  l.wait();
  t.join();
}

void barrierSilent(PGconn *c) {
  boost::barrier b(2);
  boost::thread t([&] {
    PQflush(c);
    b.wait();
  });
  b.wait();
  PQconsumeInput(c);
  t.join();
}

void barrierReported(PGconn *c) {
  boost::barrier b(2);
  boost::thread t([&] {
    PQflush(c);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
    b.wait();
  });
  PQconsumeInput(c);
  b.wait();
  t.join();
}
