// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// A helper whose loop runs for longer than it is followed comes back all the
// same.
#include <libpq-fe.h>

#include <mutex>
#include <thread>
#include <vector>

static std::vector<int> draw(int Count) {
  std::vector<int> Drawn;
  while (static_cast<int>(Drawn.size()) < Count)
    Drawn.push_back(1);
  return Drawn;
}

static void flushAll(PGconn *Conn) {
  for (int Each : draw(20))
    if (Each)
      PQflush(Conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Conn'{{.*}} [cursor-thread-share]
}

void nakedReported(PGconn *Conn) {
  std::thread Worker(flushAll, Conn);
  PQconsumeInput(Conn);
  Worker.join();
}

static std::mutex Mutex;

static void flushGuarded(PGconn *Conn) {
  for (int Each : draw(20)) {
    std::lock_guard<std::mutex> Hold(Mutex);
    if (Each)
      PQflush(Conn);
  }
}

void guardedSilent(PGconn *Conn) {
  std::thread Worker(flushGuarded, Conn);
  {
    std::lock_guard<std::mutex> Hold(Mutex);
    PQconsumeInput(Conn);
  }
  Worker.join();
}
