// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -pthread
// Every guard of the standard library, and one released too early.
#include <libpq-fe.h>

#include <mutex>
#include <thread>

static std::mutex Guard;

void uniqueLockSilent(PGconn *Conn) {
  std::thread Worker([Conn] {
    std::unique_lock<std::mutex> Hold(Guard);
    PQflush(Conn);
  });
  std::unique_lock<std::mutex> Hold(Guard);
  PQconsumeInput(Conn);
  Hold.unlock();
  Worker.join();
}

void scopedLockSilent(PGconn *Conn) {
  std::thread Worker([Conn] {
    std::scoped_lock Hold(Guard);
    PQflush(Conn);
  });
  Guard.lock();
  PQconsumeInput(Conn);
  Guard.unlock();
  Worker.join();
}

void unlockedTooEarlyReported(PGconn *Conn) {
  std::thread Worker([Conn] {
    std::lock_guard<std::mutex> Hold(Guard);
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  std::unique_lock<std::mutex> Hold(Guard);
  Hold.unlock();
  PQconsumeInput(Conn);
  Worker.join();
}

void ownMutexReported(PGconn *Conn) {
  std::thread Worker([Conn] {
    std::mutex Local;
    std::lock_guard<std::mutex> Hold(Local);
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  {
    std::lock_guard<std::mutex> Hold(Guard);
    PQconsumeInput(Conn);
  }
  Worker.join();
}
