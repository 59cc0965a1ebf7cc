// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -pthread
// A lock held shared on both sides guards nothing.
#include <libpq-fe.h>

#include <mutex>
#include <shared_mutex>
#include <thread>

void bothSharedReported(PGconn *Conn) {
  std::shared_mutex Guard;
  std::thread Worker([&] {
    std::shared_lock<std::shared_mutex> Hold(Guard);
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  {
    std::shared_lock<std::shared_mutex> Hold(Guard);
    PQconsumeInput(Conn);
  }
  Worker.join();
}

void oneExclusiveSilent(PGconn *Conn) {
  std::shared_mutex Guard;
  std::thread Worker([&] {
    std::shared_lock<std::shared_mutex> Hold(Guard);
    PQflush(Conn);
  });
  {
    std::unique_lock<std::shared_mutex> Hold(Guard);
    PQconsumeInput(Conn);
  }
  Worker.join();
}
