// RUN: %check %s -- -std=c++17
#include <pqxx/pqxx>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

int heapConnectionReported(const char *dsn) {
  pqxx::connection *conn = new pqxx::connection(dsn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpqxx pqxx::connection) is not closed{{.*}} [cursor-unclosed]
  pqxx::work tx(*conn);
  pqxx::result rows = tx.exec("SELECT 1");
  if (rows.empty())
    return 1;
  tx.commit();
  return 0;
}

int heapConnectionSilent(const char *dsn) {
  pqxx::connection *conn = new pqxx::connection(dsn);
  bool empty;
  {
    pqxx::work tx(*conn);
    pqxx::result rows = tx.exec("SELECT 1");
    empty = rows.empty();
    tx.commit();
  }
  delete conn;
  return empty;
}

std::unique_ptr<pqxx::connection> ownedSilent(const std::string &dsn) {
  std::unique_ptr<pqxx::connection> conn(new pqxx::connection(dsn));
  conn->set_variable("search_path", "public");
  return conn;
}

void heapTransactionReported(pqxx::connection &conn, bool dry) {
  pqxx::work *tx = new pqxx::work(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'tx' (libpqxx pqxx::transaction_base) is not closed{{.*}} [cursor-unclosed]
  tx->exec("DELETE FROM t");
  if (dry)
    return;
  tx->commit();
  delete tx;
}

void heapTransactionSilent(pqxx::connection &conn, bool dry) {
  pqxx::work *tx = new pqxx::work(conn);
  tx->exec("DELETE FROM t");
  if (!dry)
    tx->commit();
  delete tx;
}

class Importer {
public:
  explicit Importer(const std::string &dsn)
      : conn_(new pqxx::connection(dsn)) {}
  ~Importer() { delete conn_; }
  void run(const std::string &line) {
    pqxx::work tx(*conn_);
    tx.exec("INSERT INTO lines VALUES(" + tx.quote(line) + ")");
    tx.commit();
  }

private:
  pqxx::connection *conn_;
};

void importSilent(const std::string &dsn) {
  Importer importer(dsn);
  importer.run("a");
}

int everyoneSilent(const std::vector<std::string> &dsns) {
  int total = 0;
  for (const std::string &dsn : dsns) {
    pqxx::connection conn(dsn);
    pqxx::read_transaction tx(conn);
    for (const auto &row : tx.exec("SELECT n FROM t"))
      total += row[0].as<int>();
  }
  return total;
}
