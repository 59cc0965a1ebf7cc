// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -pthread
// The attributes of -Wthread-safety: locks whose bodies nobody sees here.
#include <libpq-fe.h>
#include <thread>

#define CAPABILITY(x) __attribute__((capability(x)))
#define SCOPED_CAPABILITY __attribute__((scoped_lockable))
#define GUARDED_BY(x) __attribute__((guarded_by(x)))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define ACQUIRE_SHARED(...)                                                    \
  __attribute__((acquire_shared_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))
#define TRY_ACQUIRE(...) __attribute__((try_acquire_capability(__VA_ARGS__)))
#define REQUIRES(...) __attribute__((requires_capability(__VA_ARGS__)))

class CAPABILITY("mutex") Mutex {
public:
  void lock() ACQUIRE();
  void lockShared() ACQUIRE_SHARED();
  bool tryLock() TRY_ACQUIRE(true);
  void unlock() RELEASE();

private:
  long words[5];
};

class SCOPED_CAPABILITY Guard {
public:
  explicit Guard(Mutex &mutex) ACQUIRE(mutex);
  ~Guard() RELEASE();

private:
  Mutex &mutex;
};

struct Store {
  Mutex mutex;
  PGconn *conn GUARDED_BY(mutex);

  void flushHeld() REQUIRES(mutex) { PQflush(conn); }
  void flush() {
    Guard guard(mutex);
    flushHeld();
  }
};

void guardedSilent(Store &store) {
  std::thread worker([&] { store.flush(); });
  store.mutex.lock();
  PQconsumeInput(store.conn);
  store.mutex.unlock();
  worker.join();
}

void unguardedReported(Store &store) {
  std::thread worker([&] {
    Guard guard(store.mutex);
    PQflush(store.conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'store->conn' (libpq PGconn) is used by two threads {{.*}} [cursor-thread-share]
  });
  PQconsumeInput(store.conn);
  worker.join();
}

void readersReported(Store &store) {
  std::thread worker([&] {
    store.mutex.lockShared();
    PQflush(store.conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'store->conn' (libpq PGconn) is used by two threads {{.*}} [cursor-thread-share]
    store.mutex.unlock();
  });
  store.mutex.lockShared();
  PQconsumeInput(store.conn);
  store.mutex.unlock();
  worker.join();
}

void triedSilent(Store &store) {
  std::thread worker([&] { store.flush(); });
  if (store.mutex.tryLock()) {
    PQconsumeInput(store.conn);
    store.mutex.unlock();
  }
  worker.join();
}

// Who calls holds the lock, be the caller seen or not.
struct Journal {
  Mutex mutex;
  PGconn *conn GUARDED_BY(mutex);
  std::thread worker;

  void start() {
    worker = std::thread([this] {
      Guard guard(mutex);
      PQflush(conn);
    });
  }
  void appendSilent() REQUIRES(mutex) { PQconsumeInput(conn); }
  ~Journal() { worker.join(); }
};

void useSilent(Journal &journal) {
  journal.start();
  journal.mutex.lock();
  journal.appendSilent();
  journal.mutex.unlock();
}
