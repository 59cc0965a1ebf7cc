// RUN: %check %s -- -std=c++17 -fPIC -I/usr/include/postgresql -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore -I/usr/include/x86_64-linux-gnu/qt5/QtConcurrent
// QThreadPool and Qt Concurrent.
#include <libpq-fe.h>

#include <QFuture>
#include <QList>
#include <QRunnable>
#include <QThreadPool>
#include <QtConcurrent>

class Flush : public QRunnable {
public:
  explicit Flush(PGconn *Conn) : Conn(Conn) {}
  void run() override {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }

private:
  PGconn *Conn;
};

void runnablesReported(PGconn *Conn) {
  QThreadPool Pool;
  for (int I = 0; I < 8; ++I)
    Pool.start(new Flush(Conn));
  Pool.waitForDone();
}

class FlushAlone : public QRunnable {
public:
  explicit FlushAlone(PGconn *Conn) : Conn(Conn) {}
  void run() override { PQflush(Conn); }

private:
  PGconn *Conn;
};

void poolOfOneSilent(PGconn *Conn) {
  QThreadPool Pool;
  Pool.setMaxThreadCount(1);
  for (int I = 0; I < 8; ++I)
    Pool.start(new FlushAlone(Conn));
  Pool.waitForDone();
  PQconsumeInput(Conn);
}

void waitedForSilent(PGconn *Conn) {
  QThreadPool::globalInstance()->start(new FlushAlone(Conn));
  QThreadPool::globalInstance()->waitForDone();
  PQconsumeInput(Conn);
}

void functionReported(PGconn *Conn) {
  QThreadPool::globalInstance()->start([Conn] {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  PQconsumeInput(Conn);
  QThreadPool::globalInstance()->waitForDone();
}

void concurrentReported(PGconn *Conn) {
  QFuture<void> Done = QtConcurrent::run([Conn] {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  PQconsumeInput(Conn);
  Done.waitForFinished();
}

static int flushStore(PGconn *Conn) { return PQflush(Conn); }

void resultSilent(PGconn *Conn) {
  QFuture<int> Done = QtConcurrent::run(flushStore, Conn);
  if (Done.result() == 0)
    PQconsumeInput(Conn);
}

struct Store {
  PGconn *Conn;
  void poll() {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }
};

void methodReported(Store &Of) {
  QFuture<void> Done = QtConcurrent::run(&Of, &Store::poll);
  PQconsumeInput(Of.Conn);
  Done.waitForFinished();
}

void mapReported(QList<int> &Keys, PGconn *Conn) {
  QtConcurrent::blockingMap(Keys, [Conn](int &) {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
}

void mapSilent(QList<PGconn *> &Connections) {
  QtConcurrent::blockingMap(Connections, [](PGconn *&Conn) { PQflush(Conn); });
  PQconsumeInput(Connections.first());
}
