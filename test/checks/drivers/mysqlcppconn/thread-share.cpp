// RUN: %check %s -- -std=c++17 -pthread
#include <cppconn/connection.h>
#include <cppconn/driver.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>
#include <cppconn/statement.h>
#include <memory>
#include <mutex>
#include <thread>

void connectionReported(sql::Driver *driver) {
  std::unique_ptr<sql::Connection> con(driver->connect("tcp://db", "app", "secret"));
  std::thread purge([&] {
    std::unique_ptr<sql::Statement> st(con->createStatement());
    st->execute("DELETE FROM session WHERE expired");
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'con{{.*}} [cursor-thread-share]
  });
  con->commit();
  purge.join();
}

void joinedFirstSilent(sql::Driver *driver) {
  std::unique_ptr<sql::Connection> con(driver->connect("tcp://db", "app", "secret"));
  std::thread purge([&] {
    std::unique_ptr<sql::Statement> st(con->createStatement());
    st->execute("DELETE FROM session WHERE expired");
  });
  purge.join();
  con->commit();
}

void ownConnectionSilent(sql::Driver *driver) {
  std::thread purge([driver] {
    driver->threadInit();
    {
      std::unique_ptr<sql::Connection> mine(driver->connect("tcp://db", "app", "secret"));
      std::unique_ptr<sql::Statement> st(mine->createStatement());
      st->execute("DELETE FROM session WHERE expired");
    }
    driver->threadEnd();
  });
  std::unique_ptr<sql::Connection> con(driver->connect("tcp://db", "app", "secret"));
  con->commit();
  purge.join();
}

// Two statements of one connection are one connection.
void twoStatementsReported(sql::Driver *driver) {
  std::unique_ptr<sql::Connection> con(driver->connect("tcp://db", "app", "secret"));
  std::unique_ptr<sql::Statement> first(con->createStatement());
  std::unique_ptr<sql::Statement> second(con->createStatement());
  std::thread other([&] { second->execute("UPDATE stock SET n = n - 1"); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  first->execute("UPDATE stock SET n = n + 1");
  other.join();
}

class Guarded {
public:
  explicit Guarded(sql::Driver *driver)
      : con(driver->connect("tcp://db", "app", "secret")) {}
  void touch() {
    std::lock_guard<std::mutex> hold(lock);
    std::unique_ptr<sql::Statement> st(con->createStatement());
    st->execute("UPDATE clock SET now = NOW()");
  }

private:
  std::mutex lock;
  std::unique_ptr<sql::Connection> con;
};

void guardedSilent(sql::Driver *driver) {
  Guarded store(driver);
  std::thread other([&] { store.touch(); });
  store.touch();
  other.join();
}
