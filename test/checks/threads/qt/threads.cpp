// RUN: %check %s -- -std=c++17 -fPIC -I/usr/include/postgresql -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore
// RUN: %check %s -- -std=c++17 -fPIC -I/usr/include/postgresql -I/usr/include/x86_64-linux-gnu/qt6 -I/usr/include/x86_64-linux-gnu/qt6/QtCore
// QThread: subclasses, functions, objects that are moved to one.
#include <libpq-fe.h>

#include <QObject>
#include <QThread>

class Poller : public QThread {
public:
  explicit Poller(PGconn *Conn) : Conn(Conn) {}
  PGconn *Conn;

protected:
  void run() override {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }
};

void subclassReported(PGconn *Conn) {
  Poller Worker(Conn);
  Worker.start();
  PQconsumeInput(Conn);
  Worker.wait();
}

class Quiet : public QThread {
public:
  explicit Quiet(PGconn *Conn) : Conn(Conn) {}

protected:
  void run() override { PQflush(Conn); }
  PGconn *Conn;
};

void waitedForSilent(PGconn *Conn) {
  Quiet Worker(Conn);
  Worker.start();
  Worker.wait();
  PQconsumeInput(Conn);
}

class OwnConnection : public QThread {
public:
  explicit OwnConnection(const char *Info) : Info(Info) {}

protected:
  void run() override {
    PGconn *Own = PQconnectdb(Info);
    PQflush(Own);
    PQfinish(Own);
  }
  const char *Info;
};

void ownConnectionSilent(const char *Info) {
  OwnConnection One(Info), Other(Info);
  One.start();
  Other.start();
  One.wait();
  Other.wait();
}

class Patient : public QThread {
public:
  explicit Patient(PGconn *Conn) : Conn(Conn) {}

protected:
  void run() override {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }
  PGconn *Conn;
};

void waitedForAWhileReported(PGconn *Conn) {
  Patient Worker(Conn);
  Worker.start();
  Worker.wait(500UL);
  PQconsumeInput(Conn);
}

void createdReported(PGconn *Conn) {
  QThread *Worker = QThread::create([Conn] {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  Worker->start();
  PQconsumeInput(Conn);
  Worker->wait();
  delete Worker;
}

void createdSilent(PGconn *Conn) {
  QThread *Worker = QThread::create([Conn] { PQflush(Conn); });
  PQconsumeInput(Conn);
  Worker->start();
  Worker->wait();
  delete Worker;
}

class Guest : public QObject {
public:
  explicit Guest(PGconn *Conn) : Conn(Conn) {}
  void work() {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }

private:
  PGconn *Conn;
};

void movedReported(PGconn *Conn) {
  QThread Home;
  Guest Worker(Conn);
  Worker.moveToThread(&Home);
  QObject::connect(&Home, &QThread::started, &Worker, &Guest::work);
  Home.start();
  PQconsumeInput(Conn);
  Home.quit();
  Home.wait();
}

class Owner : public QObject {
public:
  void open() { Conn = PQconnectdb("service=main"); }
  void work() { PQflush(Conn); }
  void close() { PQfinish(Conn); }

private:
  PGconn *Conn = nullptr;
};

void movedSilent() {
  QThread Home;
  Owner Worker;
  Worker.moveToThread(&Home);
  QObject::connect(&Home, &QThread::started, &Worker, &Owner::open);
  QObject::connect(&Home, &QThread::started, &Worker, &Owner::work);
  QObject::connect(&Home, &QThread::finished, &Worker, &Owner::close);
  Home.start();
  Home.quit();
  Home.wait();
}

void functorReported(PGconn *Conn) {
  QThread Home;
  QObject Context;
  Context.moveToThread(&Home);
  QObject::connect(&Home, &QThread::started, &Context, [Conn] {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  Home.start();
  PQconsumeInput(Conn);
  Home.quit();
  Home.wait();
}

void functorAtHomeSilent(PGconn *Conn) {
  QThread Home;
  QObject Context; // stays on this thread
  QObject::connect(&Home, &QThread::started, &Context,
                   [Conn] { PQflush(Conn); });
  Home.start();
  PQconsumeInput(Conn);
  Home.quit();
  Home.wait();
}
