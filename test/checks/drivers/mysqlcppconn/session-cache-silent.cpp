// RUN: %check %s -- -std=c++17
// The destructor deletes both statements before their connection.
#include <cppconn/connection.h>
#include <cppconn/driver.h>
#include <cppconn/exception.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>
#include <map>
#include <memory>
#include <string>

// Prepares each text once and keeps the statement.
class SessionCache {
public:
  explicit SessionCache(sql::Driver *Driver)
      : Connection(Driver->connect("tcp://cache", "cache", "cache")) {
    Lookup = Connection->prepareStatement("SELECT data FROM session WHERE id=?");
    Store = Connection->prepareStatement("REPLACE INTO session VALUES(?, ?)");
  }

  SessionCache(const SessionCache &) = delete;
  SessionCache &operator=(const SessionCache &) = delete;

  ~SessionCache() {
    delete Lookup;
    delete Store;
    Connection->close();
    delete Connection;
  }

  std::string find(const std::string &Id) {
    Lookup->setString(1, Id);
    std::unique_ptr<sql::ResultSet> Rows(Lookup->executeQuery());
    return Rows->next() ? std::string(Rows->getString(1)) : std::string();
  }

  void put(const std::string &Id, const std::string &Data) {
    Store->setString(1, Id);
    Store->setString(2, Data);
    Store->executeUpdate();
  }

private:
  sql::Connection *Connection;
  sql::PreparedStatement *Lookup;
  sql::PreparedStatement *Store;
};

int main() {
  SessionCache Cache(get_driver_instance());
  Cache.put("a", "1");
  return Cache.find("a") == "1" ? 0 : 1;
}
