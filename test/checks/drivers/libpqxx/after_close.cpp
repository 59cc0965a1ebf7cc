// RUN: %check %s -- -std=c++17
#include <pqxx/pqxx>

#include <memory>
#include <string>

void transactionReported(const std::string &dsn) {
  auto conn = std::make_unique<pqxx::connection>(dsn);
  pqxx::work tx(*conn);
  tx.exec("DELETE FROM t");
  tx.commit();
  conn.reset();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'tx' (libpqxx pqxx::transaction_base) is closed after {{.*}} [cursor-use-after-close]
}

void transactionSilent(const std::string &dsn) {
  auto conn = std::make_unique<pqxx::connection>(dsn);
  {
    pqxx::work tx(*conn);
    tx.exec("DELETE FROM t");
    tx.commit();
  }
  conn.reset();
}

// Members end in the reverse of their order.
struct SessionReported {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(libpqxx pqxx::transaction_base) is closed after {{.*}} [cursor-use-after-close]
  std::unique_ptr<pqxx::work> tx;
  std::unique_ptr<pqxx::connection> conn;
};

struct SessionSilent {
  std::unique_ptr<pqxx::connection> conn;
  std::unique_ptr<pqxx::work> tx;
};

void sessions(const std::string &dsn) {
  SessionReported wrong;
  wrong.conn.reset(new pqxx::connection(dsn));
  wrong.tx.reset(new pqxx::work(*wrong.conn));
  SessionSilent right;
  right.conn.reset(new pqxx::connection(dsn));
  right.tx.reset(new pqxx::work(*right.conn));
}

// A result needs no connection.
pqxx::result resultSilent(const std::string &dsn) {
  pqxx::result rows;
  {
    pqxx::connection conn(dsn);
    pqxx::work tx(conn);
    rows = tx.exec("SELECT 1");
    tx.commit();
  }
  if (!rows.empty() && rows[0][0].as<int>() == 1)
    return rows;
  return {};
}

void deletedReported(pqxx::connection *conn) {
  delete conn;
  pqxx::work tx(*conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpqxx pqxx::connection) is used after {{.*}} [cursor-use-after-close]
}

void deletedSilent(pqxx::connection *conn) {
  {
    pqxx::work tx(*conn);
    tx.exec("DELETE FROM t");
  }
  delete conn;
}

void cursorReported(pqxx::connection &conn) {
  std::unique_ptr<pqxx::stateless_cursor<pqxx::cursor_base::read_only,
                                         pqxx::cursor_base::owned>>
      cursor;
  pqxx::work tx(conn);
  cursor.reset(
      new pqxx::stateless_cursor<pqxx::cursor_base::read_only,
                                 pqxx::cursor_base::owned>(
          tx, "SELECT 1", "c", false));
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}} is closed after {{.*}} [cursor-use-after-close]
}

void cursorSilent(pqxx::connection &conn) {
  pqxx::work tx(conn);
  pqxx::stateless_cursor<pqxx::cursor_base::read_only,
                         pqxx::cursor_base::owned>
      cursor(tx, "SELECT 1", "c", false);
  cursor.size();
}
