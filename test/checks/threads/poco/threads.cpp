// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// POCO: runnables, adapters, functions, pools, active methods; its locks.
#include <libpq-fe.h>

#include <Poco/ActiveMethod.h>
#include <Poco/ActiveResult.h>
#include <Poco/Mutex.h>
#include <Poco/Runnable.h>
#include <Poco/RunnableAdapter.h>
#include <Poco/RWLock.h>
#include <Poco/Thread.h>
#include <Poco/ThreadPool.h>

class Poller : public Poco::Runnable {
public:
  explicit Poller(PGconn *Conn) : Conn(Conn) {}
  void run() override {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }

private:
  PGconn *Conn;
};

void runnableReported(PGconn *Conn) {
  Poller Task(Conn);
  Poco::Thread Worker;
  Worker.start(Task);
  PQconsumeInput(Conn);
  Worker.join();
}

class Quiet : public Poco::Runnable {
public:
  explicit Quiet(PGconn *Conn) : Conn(Conn) {}
  void run() override { PQflush(Conn); }

private:
  PGconn *Conn;
};

void joinedSilent(PGconn *Conn) {
  Quiet Task(Conn);
  Poco::Thread Worker;
  Worker.start(Task);
  Worker.join();
  PQconsumeInput(Conn);
}

void poolSilent(PGconn *Conn) {
  Quiet Task(Conn);
  Poco::ThreadPool::defaultPool().start(Task);
  Poco::ThreadPool::defaultPool().joinAll();
  PQconsumeInput(Conn);
}

class Pooled : public Poco::Runnable {
public:
  explicit Pooled(PGconn *Conn) : Conn(Conn) {}
  void run() override {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }

private:
  PGconn *Conn;
};

void poolReported(PGconn *Conn) {
  Pooled One(Conn), Other(Conn);
  Poco::ThreadPool Pool;
  Pool.start(One);
  Pool.start(Other);
  Pool.joinAll();
}

void functionReported(PGconn *Conn) {
  Poco::Thread Worker;
  Worker.startFunc([Conn] {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  PQconsumeInput(Conn);
  Worker.join();
}

static void flushBehind(void *Conn) {
  PQflush(static_cast<PGconn *>(Conn));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
}

void callableReported(PGconn *Conn) {
  Poco::Thread Worker;
  Worker.start(flushBehind, Conn);
  PQconsumeInput(Conn);
  Worker.join();
}

class Store {
public:
  explicit Store(PGconn *Conn) : save(this, &Store::saveAll), Conn(Conn) {}
  Poco::ActiveMethod<void, int, Store> save;
  void poll() {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }
  PGconn *Conn;

protected:
  void saveAll(const int &) {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }
};

void adapterReported(Store &Of) {
  Poco::RunnableAdapter<Store> Task(Of, &Store::poll);
  Poco::Thread Worker;
  Worker.start(Task);
  PQconsumeInput(Of.Conn);
  Worker.join();
}

void activeReported(PGconn *Conn) {
  Store Of(Conn);
  Poco::ActiveResult<void> Done = Of.save(3);
  PQconsumeInput(Conn);
  Done.wait();
}

void guardedSilent(PGconn *Conn) {
  Poco::FastMutex Guard;
  Poco::Thread Worker;
  Worker.startFunc([&] {
    Poco::FastMutex::ScopedLock Hold(Guard);
    PQflush(Conn);
  });
  {
    Poco::ScopedLock<Poco::FastMutex> Hold(Guard);
    PQconsumeInput(Conn);
  }
  Worker.join();
}

void readersReported(PGconn *Conn) {
  Poco::RWLock Guard;
  Poco::Thread Worker;
  Worker.startFunc([&] {
    Poco::ScopedReadRWLock Hold(Guard);
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  {
    Poco::RWLock::ScopedReadLock Hold(Guard);
    PQconsumeInput(Conn);
  }
  Worker.join();
}

void writerSilent(PGconn *Conn) {
  Poco::RWLock Guard;
  Poco::Thread Worker;
  Worker.startFunc([&] {
    Poco::RWLock::ScopedWriteLock Hold(Guard);
    PQflush(Conn);
  });
  {
    Poco::ScopedRWLock Hold(Guard, false);
    PQconsumeInput(Conn);
  }
  Worker.join();
}
