// RUN: %check %s -- -std=c++17 -pthread -isystem %source/test/headers
#include <mysqlx/xdevapi.h>
#include <string>
#include <thread>

void sharedReported() {
  mysqlx::Session session("mysqlx://app@localhost/shop");
  std::thread worker([&] { session.sql("DO 1").execute(); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'session'{{.*}} [cursor-thread-share]
  session.getSchema("shop").getTable("item").count();
  worker.join();
}

void leaseSilent() {
  mysqlx::Client client("mysqlx://app@localhost/shop", "{}");
  std::thread worker([&client] {
    mysqlx::Session mine = client.getSession();
    mine.sql("DO 1").execute();
  });
  mysqlx::Session session = client.getSession();
  session.sql("DO 2").execute();
  worker.join();
}

int resultOutlivesReported() {
  mysqlx::Session session("mysqlx://app@localhost/shop");
  mysqlx::SqlResult rows = session.sql("SELECT 1").execute();
  session.close();
  int n = 0;
  while (rows.fetchOne())
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'rows'{{.*}} [cursor-use-after-close]
    ++n;
  return n;
}

int resultFirstSilent() {
  mysqlx::Session session("mysqlx://app@localhost/shop");
  mysqlx::SqlResult rows = session.sql("SELECT 1").bind(1).execute();
  int n = 0;
  while (rows.fetchOne())
    ++n;
  session.close();
  return n;
}
