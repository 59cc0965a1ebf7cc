// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// POCO's pools with a priority, task managers, activities and timers.
#include <Poco/Activity.h>
#include <Poco/Runnable.h>
#include <Poco/Task.h>
#include <Poco/TaskManager.h>
#include <Poco/Thread.h>
#include <Poco/ThreadPool.h>
#include <Poco/Timer.h>
#include <libpq-fe.h>
struct Job : Poco::Runnable {
  PGconn *c;
  explicit Job(PGconn *c) : c(c) {}
  void run() override { PQflush(c); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
};
void prioReported(PGconn *c) {
  Job j(c);
  Poco::ThreadPool p;
  p.startWithPriority(Poco::Thread::PRIO_LOW, j);
  PQflush(c);
  p.joinAll();
}
void prioSilent(PGconn *c) {
  Job j(c);
  Poco::ThreadPool p;
  p.startWithPriority(Poco::Thread::PRIO_LOW, j);
  p.joinAll();
  PQflush(c);
}
struct T : Poco::Task {
  PGconn *c;
  explicit T(PGconn *c) : Poco::Task("t"), c(c) {}
  void runTask() override { PQflush(c); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
};
void managerReported(PGconn *c) {
  Poco::TaskManager m;
  m.start(new T(c));
  PQflush(c);
  m.joinAll();
}
void managerSilent(PGconn *c) {
  Poco::TaskManager m;
  m.start(new T(c));
  m.joinAll();
  PQflush(c);
}
struct A {
  PGconn *c;
  Poco::Activity<A> act;
  explicit A(PGconn *c) : c(c), act(this, &A::runActivity) {}
  void runActivity() { PQflush(c); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
};
void activityReported(PGconn *c) {
  A a(c);
  a.act.start();
  PQflush(c);
  a.act.stop();
  a.act.wait();
}
void activitySilent(PGconn *c) {
  A a(c);
  a.act.start();
  a.act.stop();
  a.act.wait();
  PQflush(c);
}
struct Ti {
  PGconn *c;
  explicit Ti(PGconn *c) : c(c) {}
  void onTimer(Poco::Timer &) { PQflush(c); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
};
void timerReported(PGconn *c) {
  Ti o(c);
  Poco::Timer t(250, 500);
  t.start(Poco::TimerCallback<Ti>(o, &Ti::onTimer));
  PQflush(c);
  t.stop();
}
void timerSilent(PGconn *c) {
  Ti o(c);
  Poco::Timer t(250, 500);
  t.start(Poco::TimerCallback<Ti>(o, &Ti::onTimer));
  t.stop();
  PQflush(c);
}
