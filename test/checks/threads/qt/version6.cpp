// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql -fPIC -I/usr/include/x86_64-linux-gnu/qt6 -I/usr/include/x86_64-linux-gnu/qt6/QtCore -I/usr/include/x86_64-linux-gnu/qt6/QtConcurrent
// Qt 6: a method by its address first, functions for a pool.
#include <libpq-fe.h>

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QThreadPool>

struct Worker {
  void work() { PQflush(c); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'w->c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  PGconn *c;
};

void methodReported(Worker *w) {
  auto f = QtConcurrent::run(&Worker::work, w);
  PQconsumeInput(w->c);
  f.waitForFinished();
}

void methodSilent(Worker *w) {
  auto f = QtConcurrent::run(&Worker::work, w);
  f.waitForFinished();
  PQconsumeInput(w->c);
}

void poolReported(PGconn *c) {
  QThreadPool p;
  auto f = QtConcurrent::run(&p, [c] { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  PQconsumeInput(c);
  f.waitForFinished();
}

void startedReported(PGconn *c) {
  QThreadPool p;
  p.start([c] { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  PQconsumeInput(c);
  p.waitForDone();
}

void startedSilent(PGconn *c) {
  QThreadPool p;
  p.start([c] { PQflush(c); });
  p.waitForDone();
  PQconsumeInput(c);
}
