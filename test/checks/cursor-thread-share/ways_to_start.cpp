// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -pthread
// Every way to hand the connection to a thread.
#include <libpq-fe.h>

#include <functional>
#include <future>
#include <memory>
#include <thread>

static void flush(PGconn *Conn) {
  PQflush(Conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
}

void byArgumentReported(PGconn *Conn) {
  std::thread Worker(flush, Conn);
  PQconsumeInput(Conn);
  Worker.join();
}

void byInitCaptureReported(PGconn *Conn) {
  std::thread Worker([Own = Conn] {
    PQflush(Own);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  PQconsumeInput(Conn);
  Worker.join();
}

void byReferenceWrapperReported(PGconn *Conn) {
  auto Poll = [](PGconn *&Where) {
    PQflush(Where);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  };
  std::thread Worker(Poll, std::ref(Conn));
  PQconsumeInput(Conn);
  Worker.join();
}

void byAsyncReported(PGconn *Conn) {
  auto Done = std::async(std::launch::async, [=] {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  PQconsumeInput(Conn);
  Done.get();
}

void byDetachedReported(PGconn *Conn) {
  std::thread([Conn] {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  }).detach();
  PQconsumeInput(Conn);
}

void bySharedPointerReported(const char *Info) {
  std::shared_ptr<PGconn> Conn(PQconnectdb(Info), PQfinish);
  std::thread Worker([Conn] {
    PQflush(Conn.get());
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  PQconsumeInput(Conn.get());
  Worker.join();
}
