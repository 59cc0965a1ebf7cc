// RUN: %check %s -- -std=c++17
#include <pqxx/pqxx>

#include <mutex>
#include <string>
#include <thread>

void transactionReported(pqxx::connection &conn) {
  pqxx::work tx(conn);
  std::thread other([&] { tx.exec("DELETE FROM a"); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} is used by two threads {{.*}} [cursor-thread-share]
  tx.exec("DELETE FROM b");
  other.join();
  tx.commit();
}

void connectionPerThreadSilent(const std::string &dsn) {
  std::thread other([dsn] {
    pqxx::connection conn(dsn);
    pqxx::work tx(conn);
    tx.exec("DELETE FROM a");
    tx.commit();
  });
  pqxx::connection conn(dsn);
  pqxx::work tx(conn);
  tx.exec("DELETE FROM b");
  tx.commit();
  other.join();
}

// One world: a stream of a transaction of the connection, and the connection.
void worldReported(pqxx::connection &conn) {
  pqxx::work tx(conn);
  std::thread other([&] { tx.exec("DELETE FROM a"); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpqxx pqxx::connection) is used by two threads {{.*}} [cursor-thread-share]
  conn.get_notifs();
  other.join();
}

void guardedSilent(pqxx::connection &conn) {
  std::mutex mutex;
  std::thread other([&] {
    std::lock_guard<std::mutex> lock(mutex);
    pqxx::work tx(conn);
    tx.exec("DELETE FROM a");
    tx.commit();
  });
  {
    std::lock_guard<std::mutex> lock(mutex);
    pqxx::work tx(conn);
    tx.exec("DELETE FROM b");
    tx.commit();
  }
  other.join();
}

// A result that was fetched is independent.
int resultSilent(pqxx::connection &conn) {
  pqxx::nontransaction tx(conn);
  pqxx::result rows = tx.exec("SELECT n FROM t");
  int there = 0;
  std::thread other([&there, rows] { there = rows[0][0].as<int>(); });
  tx.exec("DELETE FROM b");
  other.join();
  return there;
}

void cancelSilent(pqxx::connection &conn) {
  std::thread other([&] { conn.cancel_query(); });
  pqxx::nontransaction tx(conn);
  tx.exec("SELECT pg_sleep(60)");
  other.join();
}
