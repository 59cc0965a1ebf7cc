// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql -fPIC -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore -I/usr/include/x86_64-linux-gnu/qt5/QtConcurrent
// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql -fPIC -I/usr/include/x86_64-linux-gnu/qt6 -I/usr/include/x86_64-linux-gnu/qt6/QtCore -I/usr/include/x86_64-linux-gnu/qt6/QtConcurrent
// What gives turns in Qt, and what is invoked on an object's thread.
#include <libpq-fe.h>

#include <QtConcurrent/QtConcurrentFilter>
#include <QtConcurrent/QtConcurrentMap>
#include <QtCore/QMetaObject>
#include <QtCore/QMutex>
#include <QtCore/QRunnable>
#include <QtCore/QSemaphore>
#include <QtCore/QThread>
#include <QtCore/QThreadPool>
#include <QtCore/QVector>
#include <QtCore/QWaitCondition>

#include <thread>

struct Job : QRunnable {
  explicit Job(PGconn *c) : c(c) {}
  void run() override { PQflush(c); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  PGconn *c;
};

void tryReported(PGconn *c) {
  QThreadPool p;
  if (p.tryStart(new Job(c)))
    PQconsumeInput(c);
  p.waitForDone();
}

void trySilent(PGconn *c) {
  QThreadPool p;
  p.tryStart(new Job(c));
  p.waitForDone();
  PQconsumeInput(c);
}

void mapReported(QVector<int> &v, PGconn *c) {
  QtConcurrent::blockingMap(v, [c](int &) { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by several threads that start at one place with no lock in common {{.*}}[cursor-thread-share]
}

void filteredReported(QVector<int> &v, PGconn *c) {
  auto f = QtConcurrent::filtered(
      v, std::function<bool(const int &)>(
             [c](const int &) { return PQflush(c) == 0; }));
             // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by several threads that start at one place with no lock in common {{.*}}[cursor-thread-share]
  f.waitForFinished();
}

void semaphoreSilent(PGconn *c) {
  QSemaphore s(1);
  std::thread t([&] {
    s.acquire();
    PQflush(c);
    s.release();
  });
  s.acquire();
  PQconsumeInput(c);
  s.release();
  t.join();
}

void semaphoreReported(PGconn *c) {
  QSemaphore s(1);
  std::thread t([&] {
    s.acquire();
    PQflush(c);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
    s.release();
  });
  PQconsumeInput(c);
  t.join();
}

void conditionSilent(PGconn *c) {
  QMutex m;
  QWaitCondition w;
  bool ready = false;
  std::thread t([&] {
    PQflush(c);
    QMutexLocker l(&m);
    ready = true;
    w.wakeAll();
  });
  m.lock();
  while (!ready)
    w.wait(&m);
  m.unlock();
  PQconsumeInput(c);
  t.join();
}

void conditionReported(PGconn *c) {
  QMutex m;
  QWaitCondition w;
  bool ready = false;
  std::thread t([&] {
    m.lock();
    ready = true;
    w.wakeAll();
    m.unlock();
    PQflush(c);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  });
  m.lock();
  while (!ready)
    w.wait(&m);
  m.unlock();
  PQconsumeInput(c);
  t.join();
}

struct Worker : QObject {};

// What runs between the slots of another thread is not followed.
void invokedThereSilent(PGconn *c) {
  QThread t;
  Worker w;
  w.moveToThread(&t);
  t.start();
  QMetaObject::invokeMethod(
      &w, [c] { PQflush(c); }, Qt::QueuedConnection);
  t.quit();
  t.wait();
  PQconsumeInput(c);
}
