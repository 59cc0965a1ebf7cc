// RUN: %check %s -- -std=c++17 -I%source/test/headers
#include <nanodbc/nanodbc.h>
#include <memory>

int usedReported(nanodbc::connection &conn) {
  auto rows = std::make_unique<nanodbc::result>(nanodbc::execute(conn, "SELECT 1"));
  nanodbc::result *raw = rows.get();
  rows.reset();
  return raw->next() ? 1 : 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows' (nanodbc nanodbc::result) is used after it was closed{{.*}} [cursor-use-after-close]
}

bool keptSilent(const std::string &dsn) {
  auto conn = std::make_unique<nanodbc::connection>(dsn);
  nanodbc::result rows = nanodbc::execute(*conn, "SELECT 1");
  conn.reset();
  return rows.next();
}
