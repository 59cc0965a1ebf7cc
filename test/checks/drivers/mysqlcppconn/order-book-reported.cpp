// RUN: %check %s -- -std=c++17 -pthread
// The one method that forgets the lock runs on the keep-alive thread.
#include <cppconn/connection.h>
#include <cppconn/driver.h>
#include <cppconn/exception.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>
#include <cppconn/statement.h>
#include <atomic>
#include <chrono>
#include <iostream>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace book {

struct Order {
  int Id;
  std::string Customer;
  double Total;
};

class Database {
public:
  explicit Database(const std::string &Schema) {
    sql::Driver *Driver = get_driver_instance();
    Connection.reset(Driver->connect("tcp://127.0.0.1:3306", "book", "book"));
    Connection->setSchema(Schema);
  }

  std::vector<Order> open() {
    std::lock_guard<std::mutex> Hold(Lock);
    std::vector<Order> Found;
    std::unique_ptr<sql::Statement> Query(Connection->createStatement());
    std::unique_ptr<sql::ResultSet> Rows(Query->executeQuery(
        "SELECT id, customer, total FROM orders WHERE NOT shipped"));
    while (Rows->next())
      Found.push_back({Rows->getInt("id"), Rows->getString("customer"),
                       static_cast<double>(Rows->getDouble("total"))});
    return Found;
  }

  void ship(int Id) {
    std::lock_guard<std::mutex> Hold(Lock);
    std::unique_ptr<sql::PreparedStatement> Update(
        Connection->prepareStatement("UPDATE orders SET shipped=1 WHERE id=?"));
    Update->setInt(1, Id);
    Update->executeUpdate();
  }

  bool ping() {
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}Connection{{.*}} [cursor-thread-share]
    std::unique_ptr<sql::Statement> Query(Connection->createStatement());
    return Query->execute("DO 1");
  }

private:
  std::mutex Lock;
  std::unique_ptr<sql::Connection> Connection;
};

class KeepAlive {
public:
  explicit KeepAlive(Database &Of) : Of(Of), Worker([this] { run(); }) {}
  ~KeepAlive() {
    Stop = true;
    Worker.join();
  }

private:
  void run() {
    while (!Stop) {
      Of.ping();
      std::this_thread::sleep_for(std::chrono::seconds(30));
    }
  }

  Database &Of;
  std::atomic<bool> Stop{false};
  std::thread Worker;
};

} // namespace book

int main() {
  try {
    book::Database Store("book");
    book::KeepAlive Alive(Store);
    for (const book::Order &Each : Store.open()) {
      std::cout << Each.Id << ' ' << Each.Customer << ' ' << Each.Total << '\n';
      Store.ship(Each.Id);
    }
  } catch (const sql::SQLException &E) {
    std::cerr << E.what() << '\n';
    return 1;
  }
  return 0;
}
