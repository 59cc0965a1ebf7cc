// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// Methods as functions: std::mem_fn.
#include <libpq-fe.h>

#include <functional>
#include <future>
#include <thread>

struct Poller {
  void poll() { PQflush(c); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'of->c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  void times(int) { PQflush(c); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'of->c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  PGconn *c;
};

void threadReported(Poller &of) {
  std::thread worker(std::mem_fn(&Poller::poll), &of);
  PQconsumeInput(of.c);
  worker.join();
}

void threadSilent(Poller &of) {
  std::thread worker(std::mem_fn(&Poller::poll), &of);
  worker.join();
  PQconsumeInput(of.c);
}

void futureReported(Poller *of) {
  auto done =
      std::async(std::launch::async, std::mem_fn(&Poller::times), of, 3);
  PQconsumeInput(of->c);
  done.get();
}

struct Closer {
  void close() { PQfinish(c); }
  PGconn *c;
};

void closedSilent(const char *where) {
  Closer closer{PQconnectdb(where)};
  auto end = std::mem_fn(&Closer::close);
  end(closer);
}

void closedReported(const char *where) {
  Closer closer{PQconnectdb(where)};
  auto end = std::mem_fn(&Closer::close);
  end(closer);
  PQflush(closer.c);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'closer.c' (libpq PGconn) is used after it was closed {{.*}}[cursor-use-after-close]
}
