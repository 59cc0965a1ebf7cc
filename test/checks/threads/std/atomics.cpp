// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
#include <atomic>
#include <libpq-fe.h>
#include <thread>

// A flag that is taken and given back lets one in at a time.

void exchangeSilent(PGconn *conn) {
  std::atomic<bool> busy{false};
  auto work = [&] {
    if (busy.exchange(true))
      return;
    PQconsumeInput(conn);
    busy.store(false);
  };
  std::thread one(work), other(work);
  one.join();
  other.join();
}

void givenBackEarlyReported(PGconn *conn) {
  std::atomic<bool> busy{false};
  auto work = [&] {
    if (busy.exchange(true))
      return;
    busy = false;
    PQconsumeInput(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' {{.*}} [cursor-thread-share]
  };
  std::thread one(work), other(work);
  one.join();
  other.join();
}

void spinSilent(PGconn *conn) {
  std::atomic_flag flag = ATOMIC_FLAG_INIT;
  auto work = [&] {
    while (flag.test_and_set(std::memory_order_acquire))
      std::this_thread::yield();
    PQconsumeInput(conn);
    flag.clear(std::memory_order_release);
  };
  std::thread one(work), other(work);
  one.join();
  other.join();
}

void compareSilent(PGconn *conn) {
  std::atomic<int> owner{0};
  auto work = [&](int me) {
    int nobody = 0;
    if (!owner.compare_exchange_strong(nobody, me))
      return;
    PQconsumeInput(conn);
    owner = 0;
  };
  std::thread one(work, 1), other(work, 2);
  one.join();
  other.join();
}

void justStoredReported(PGconn *conn) {
  std::atomic<bool> running{false};
  auto work = [&] {
    running.store(true);
    PQconsumeInput(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' {{.*}} [cursor-thread-share]
    running.store(false);
  };
  std::thread one(work), other(work);
  one.join();
  other.join();
}
