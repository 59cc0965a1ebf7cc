// RUN: %check %s -- -std=c++17 -isystem %source/test/headers/pqxx7
#include <pqxx/pqxx>

#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <unistd.h>

int heapReported(const char *dsn) {
  auto *conn = new pqxx::connection(dsn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpqxx pqxx::connection) is not closed{{.*}} [cursor-unclosed]
  pqxx::work tx{*conn};
  int n = tx.query_value<int>("SELECT 1");
  tx.commit();
  return n;
}

// From hand to hand: one connection.
int movedSilent(const char *dsn) {
  pqxx::connection first{dsn};
  pqxx::connection second{std::move(first)};
  pqxx::connection third;
  third = std::move(second);
  pqxx::work tx{third};
  int n = tx.query_value<int>("SELECT 1");
  tx.commit();
  return n;
}

void closedReported(pqxx::connection &conn) {
  conn.close();
  pqxx::work tx{conn};
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpqxx pqxx::connection) is used after {{.*}} [cursor-use-after-close]
}

void closedTwiceSilent(const char *dsn) {
  pqxx::connection conn{dsn};
  {
    pqxx::work tx{conn};
    tx.commit();
  }
  conn.close();
  conn.close();
}

void streamReported(pqxx::connection &conn) {
  pqxx::work tx{conn};
  auto stream = pqxx::stream_to::table(tx, "t");
  std::thread other([&] { stream.write_values(1, 2); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} is used by two threads {{.*}} [cursor-thread-share]
  conn.get_notifs();
  other.join();
  stream.complete();
}

void streamSilent(pqxx::connection &conn) {
  pqxx::work tx{conn};
  auto stream = pqxx::stream_to::table(tx, "t");
  std::thread other([&] { stream.write_values(1, 2); });
  other.join();
  conn.get_notifs();
  stream.complete();
}

void orderReported(const char *dsn) {
  std::unique_ptr<pqxx::work> tx;
  pqxx::connection conn{dsn};
  tx = std::make_unique<pqxx::work>(conn);
  tx->exec("DELETE FROM t");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}(libpqxx pqxx::transaction_base) is closed after {{.*}} [cursor-use-after-close]
}

void orderSilent(const char *dsn) {
  pqxx::connection conn{dsn};
  std::unique_ptr<pqxx::work> tx;
  tx = std::make_unique<pqxx::work>(conn);
  tx->exec("DELETE FROM t");
}

int forkReported(const char *dsn) {
  pqxx::connection conn{dsn};
  if (fork() == 0)
    return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpqxx pqxx::connection) {{.*}} is closed in the child{{.*}} [cursor-fork-share]
  return 1;
}
