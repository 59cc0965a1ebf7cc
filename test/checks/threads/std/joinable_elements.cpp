// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// Workers in a container whose destructor joins what can be joined.
#include <libpq-fe.h>

#include <memory>
#include <thread>
#include <vector>

class JoiningSilent {
public:
  JoiningSilent() : conn_(PQconnectdb("")) {}
  ~JoiningSilent() {
    if (thread_.joinable())
      thread_.join();
    PQfinish(conn_);
  }
  void start() { thread_ = std::thread(&JoiningSilent::run, this); }

private:
  void run() { PQconsumeInput(conn_); }
  PGconn *conn_;
  std::thread thread_;
};

class ClosingReported {
public:
  ClosingReported() : conn_(PQconnectdb("")) {}
  ~ClosingReported() {
    PQfinish(conn_);
    if (thread_.joinable())
      thread_.join();
  }
  void start() { thread_ = std::thread(&ClosingReported::run, this); }

private:
  void run() {
    PQconsumeInput(conn_);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn_'{{.*}} is used by two threads at the same time{{.*}} [cursor-thread-share]
  }
  PGconn *conn_;
  std::thread thread_;
};

template <class Worker> void run() {
  std::vector<std::unique_ptr<Worker>> all;
  for (int i = 0; i < 4; ++i)
    all.push_back(std::make_unique<Worker>());
  for (auto &one : all)
    one->start();
}

int main() {
  run<JoiningSilent>();
  run<ClosingReported>();
}
