// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// A detached thread that never ends never closes what it has opened.
#include <atomic>
#include <libpq-fe.h>
#include <memory>
#include <thread>

std::atomic<bool> stop{false};

void listenReported(const char *info) {
  std::thread([info] {
    PGconn *conn = PQconnectdb(info);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'conn' ({{.*}}is never closed, since its detached thread never ends{{.*}}[cursor-unclosed]
    for (;;)
      PQconsumeInput(conn);
  }).detach();
}

void listenUntilAskedSilent(const char *info) {
  std::thread([info] {
    PGconn *conn = PQconnectdb(info);
    while (!stop)
      PQconsumeInput(conn);
    PQfinish(conn);
  }).detach();
}

struct Listener {
  std::thread worker;
  void startSilent(const char *info) {
    worker = std::thread([info] {
      PGconn *conn = PQconnectdb(info);
      for (;;)
        PQconsumeInput(conn);
    });
  }
  void startAloneReported(const char *info) {
    worker = std::thread(&Listener::loop, info);
    worker.detach();
  }
  static void loop(const char *info) {
    std::unique_ptr<PGconn, decltype(&PQfinish)> conn(PQconnectdb(info),
                                                      PQfinish);
    // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}}'conn' ({{.*}}[cursor-unclosed]
    for (;;)
      PQconsumeInput(conn.get());
  }
  ~Listener() {
    if (worker.joinable())
      worker.join();
  }
};
