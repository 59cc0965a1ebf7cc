// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -pthread
// A deferred task runs on the thread that asks for it.
#include <libpq-fe.h>

#include <future>

int deferredSilent(PGconn *Conn) {
  auto Later = std::async(std::launch::deferred, [=] { return PQflush(Conn); });
  PQconsumeInput(Conn);
  return Later.get();
}

int asyncReported(PGconn *Conn) {
  auto Later = std::async(std::launch::async, [=] {
    return PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  PQconsumeInput(Conn);
  return Later.get();
}
