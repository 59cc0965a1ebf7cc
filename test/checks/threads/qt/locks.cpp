// RUN: %check %s -- -std=c++17 -fPIC -I/usr/include/postgresql -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore
// RUN: %check %s -- -std=c++17 -fPIC -I/usr/include/postgresql -I/usr/include/x86_64-linux-gnu/qt6 -I/usr/include/x86_64-linux-gnu/qt6/QtCore
// What Qt has to keep threads apart.
#include <libpq-fe.h>

#include <QMutex>
#include <QMutexLocker>
#include <QReadWriteLock>
#include <QThread>

class Log {
public:
  explicit Log(PGconn *Conn) : Conn(Conn) {}
  void lockerSilent() {
    QMutexLocker Hold(&Guard);
    PQflush(Conn);
  }
  void byHandSilent() {
    Guard.lock();
    PQconsumeInput(Conn);
    Guard.unlock();
  }
  void start() {
    Worker = QThread::create([this] { lockerSilent(); });
    Worker->start();
  }
  void stop() { Worker->wait(); }

private:
  PGconn *Conn;
  QMutex Guard;
  QThread *Worker = nullptr;
};

void guardedSilent(PGconn *Conn) {
  Log Of(Conn);
  Of.start();
  Of.byHandSilent();
  Of.stop();
}

void unlockedMidwayReported(PGconn *Conn) {
  QMutex Guard;
  QThread *Worker = QThread::create([&] {
    QMutexLocker Hold(&Guard);
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  Worker->start();
  {
    QMutexLocker Hold(&Guard);
    Hold.unlock();
    PQconsumeInput(Conn);
  }
  Worker->wait();
}

void readersReported(PGconn *Conn) {
  QReadWriteLock Guard;
  QThread *Worker = QThread::create([&] {
    QReadLocker Hold(&Guard);
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  Worker->start();
  {
    QReadLocker Hold(&Guard);
    PQconsumeInput(Conn);
  }
  Worker->wait();
}

void writerSilent(PGconn *Conn) {
  QReadWriteLock Guard;
  QThread *Worker = QThread::create([&] {
    QWriteLocker Hold(&Guard);
    PQflush(Conn);
  });
  Worker->start();
  Guard.lockForRead();
  PQconsumeInput(Conn);
  Guard.unlock();
  Worker->wait();
}
