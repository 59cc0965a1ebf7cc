// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -pthread
// What Boost has to keep threads apart.
#include <libpq-fe.h>

#include <boost/thread.hpp>
#include <boost/thread/lock_guard.hpp>
#include <boost/thread/locks.hpp>
#include <boost/thread/shared_mutex.hpp>
#include <boost/thread/strict_lock.hpp>

static boost::mutex Guard;
static boost::shared_mutex Readers;

void scopedLockSilent(PGconn *Conn) {
  boost::thread Worker([Conn] {
    boost::mutex::scoped_lock Hold(Guard);
    PQflush(Conn);
  });
  {
    boost::lock_guard<boost::mutex> Hold(Guard);
    PQconsumeInput(Conn);
  }
  Worker.join();
}

void strictLockSilent(PGconn *Conn) {
  boost::thread Worker([Conn] {
    boost::strict_lock<boost::mutex> Hold(Guard);
    PQflush(Conn);
  });
  boost::unique_lock<boost::mutex> Hold(Guard, boost::defer_lock);
  Hold.lock();
  PQconsumeInput(Conn);
  Hold.unlock();
  Worker.join();
}

void deferredReported(PGconn *Conn) {
  boost::thread Worker([Conn] {
    boost::mutex::scoped_lock Hold(Guard);
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  boost::unique_lock<boost::mutex> Hold(Guard, boost::defer_lock);
  PQconsumeInput(Conn);
  Worker.join();
}

void readersReported(PGconn *Conn) {
  boost::thread Worker([Conn] {
    boost::shared_lock<boost::shared_mutex> Hold(Readers);
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  {
    boost::shared_lock<boost::shared_mutex> Hold(Readers);
    PQconsumeInput(Conn);
  }
  Worker.join();
}

void readerAndWriterSilent(PGconn *Conn) {
  boost::thread Worker([Conn] {
    boost::shared_lock<boost::shared_mutex> Hold(Readers);
    PQflush(Conn);
  });
  {
    boost::unique_lock<boost::shared_mutex> Hold(Readers);
    PQconsumeInput(Conn);
  }
  Worker.join();
}

void upgradedSilent(PGconn *Conn) {
  boost::thread Worker([Conn] {
    boost::upgrade_lock<boost::shared_mutex> Hold(Readers);
    boost::upgrade_to_unique_lock<boost::shared_mutex> Alone(Hold);
    PQflush(Conn);
  });
  {
    boost::shared_lock<boost::shared_mutex> Hold(Readers);
    PQconsumeInput(Conn);
  }
  Worker.join();
}

void twoMutexesReported(PGconn *Conn) {
  boost::recursive_mutex Other;
  boost::thread Worker([&] {
    boost::recursive_mutex::scoped_lock Hold(Other);
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  {
    boost::mutex::scoped_lock Hold(Guard);
    PQconsumeInput(Conn);
  }
  Worker.join();
}
