// RUN: %check %s -- -std=c++14 -pthread -Wno-deprecated-declarations
#include <cppdb/frontend.h>
#include <string>
#include <thread>

void sharedReported() {
  cppdb::session sql("sqlite3:db=log.db");
  std::thread worker([&] {
    sql << "DELETE FROM log" << cppdb::exec;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sql'{{.*}} [cursor-thread-share]
  });
  sql << "INSERT INTO log VALUES(?)" << 1 << cppdb::exec;
  worker.join();
}

// Each thread takes its own connection, from the pool when there is one.
void ownSessionSilent() {
  std::thread worker([] {
    cppdb::session mine("sqlite3:db=log.db;@pool_size=10");
    mine << "DELETE FROM log" << cppdb::exec;
  });
  cppdb::session sql("sqlite3:db=log.db;@pool_size=10");
  sql << "INSERT INTO log VALUES(?)" << 1 << cppdb::exec;
  worker.join();
}

void copyReported() {
  cppdb::session sql("sqlite3:db=log.db");
  cppdb::session same = sql;
  std::thread worker([&same] { same.begin(); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'sql'{{.*}} [cursor-thread-share]
  sql.commit();
  worker.join();
}

// A result holds its statement and its connection.
static cppdb::result latest(const std::string &from) {
  cppdb::session sql(from);
  return sql << "SELECT n FROM log ORDER BY n DESC LIMIT 1";
}

int orderDoesNotMatterSilent() {
  cppdb::result found = latest("sqlite3:db=log.db");
  int n = 0;
  while (found.next())
    found >> n;
  return n;
}

void neverDeletedReported() {
  auto *sql = new cppdb::session("sqlite3:db=log.db");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}cppdb::session{{.*}} [cursor-unclosed]
  sql->begin();
}

void deletedSilent() {
  auto *sql = new cppdb::session("sqlite3:db=log.db");
  sql->begin();
  delete sql;
}

void transactionSilent(cppdb::session &sql) {
  cppdb::transaction all(sql);
  sql << "DELETE FROM log" << cppdb::exec;
  all.commit();
}
