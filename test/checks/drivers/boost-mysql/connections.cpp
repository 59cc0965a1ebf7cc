// RUN: %check %s -- -std=c++17 -pthread -isystem %source/test/headers/boost-mysql
#include <boost/mysql/any_connection.hpp>
#include <boost/mysql/connection_pool.hpp>
#include <memory>
#include <mutex>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>

using boost::mysql::any_connection;
using boost::mysql::pooled_connection;
using boost::mysql::results;

void sharedReported(any_connection &conn) {
  std::thread worker([&] { conn.ping(); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (Boost.MySQL boost::mysql::any_connection) is used by two threads {{.*}} [cursor-thread-share]
  results result;
  conn.execute("SELECT 1", result);
  worker.join();
}

void lockedSilent(any_connection &conn, std::mutex &lock) {
  std::thread worker([&] {
    std::lock_guard<std::mutex> guard(lock);
    conn.ping();
  });
  {
    std::lock_guard<std::mutex> guard(lock);
    conn.ping();
  }
  worker.join();
}

void handedOverSilent(any_connection conn) {
  std::thread worker([mine = std::move(conn)]() mutable { mine.ping(); });
  worker.join();
}

// A lease is for one thread as well.
void leaseReported(pooled_connection &lease) {
  std::thread worker([&] { lease->ping(); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(Boost.MySQL {{.*}}) is used by two threads {{.*}} [cursor-thread-share]
  lease->ping();
  worker.join();
}

// close() tells the server; the destructor only closes the socket.
void childClosesReported(any_connection &conn) {
  if (fork() == 0) {
    conn.close();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (Boost.MySQL boost::mysql::any_connection) was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(nullptr);
}

template <class Context> int childDestroysSilent(Context &context) {
  any_connection conn(context);
  if (fork() == 0)
    return 0;
  wait(nullptr);
  return 1;
}

struct Loop {};
int used() {
  Loop loop;
  return childDestroysSilent(loop);
}

int leftReported(Loop &loop, bool quick) {
  auto *conn = new any_connection(loop);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(Boost.MySQL boost::mysql::any_connection) is not closed{{.*}} [cursor-unclosed]
  if (quick)
    return 0;
  conn->ping();
  delete conn;
  return 1;
}

void usedReported(Loop &loop) {
  auto conn = std::make_unique<any_connection>(loop);
  any_connection *raw = conn.get();
  conn.reset();
  raw->ping();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(Boost.MySQL boost::mysql::any_connection) is used after it was closed{{.*}} [cursor-use-after-close]
}

void usedSilent(Loop &loop) {
  auto conn = std::make_unique<any_connection>(loop);
  conn->ping();
  conn.reset();
}
