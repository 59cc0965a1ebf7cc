// RUN: %check %s -- -std=c++14 -pthread -I/usr/include/mysql++ -I/usr/include/mariadb -Wno-deprecated -Wno-register
#include <mysql++.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

void sharedReported() {
  mysqlpp::Connection con("shop", "localhost", "app", "secret");
  std::thread worker([&] { con.ping(); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'con'{{.*}} [cursor-thread-share]
  mysqlpp::Query query = con.query("SELECT name FROM item");
  mysqlpp::StoreQueryResult rows = query.store();
  worker.join();
}

void ownConnectionSilent() {
  std::thread worker([] {
    mysqlpp::Connection::thread_start();
    {
      mysqlpp::Connection mine("shop", "localhost", "app", "secret");
      mine.ping();
    }
    mysqlpp::Connection::thread_end();
  });
  mysqlpp::Connection con("shop", "localhost", "app", "secret");
  mysqlpp::Query query = con.query("SELECT name FROM item");
  mysqlpp::StoreQueryResult rows = query.store();
  worker.join();
}

// A lease is given back with release.
bool leaseReported(mysqlpp::ConnectionPool &pool) {
  mysqlpp::Connection *con = pool.grab();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'con'{{.*}} [cursor-unclosed]
  if (!con->ping())
    return false;
  pool.release(con);
  return true;
}

bool leaseSilent(mysqlpp::ConnectionPool &pool) {
  mysqlpp::Connection *con = pool.grab();
  bool ok = con->ping();
  pool.release(con);
  return ok;
}

bool scopedSilent(mysqlpp::ConnectionPool &pool) {
  mysqlpp::ScopedConnection con(pool, true);
  if (!con->ping())
    return false;
  return con->select_db("shop");
}

// Rows that are fetched one by one come from the connection.
int rowsReported(const char *table) {
  mysqlpp::Connection con("shop", "localhost", "app", "secret");
  mysqlpp::Query query = con.query(table);
  mysqlpp::UseQueryResult rows = query.use();
  con.disconnect();
  int n = 0;
  while (rows.fetch_row())
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'rows'{{.*}} [cursor-use-after-close]
    ++n;
  return n;
}

int rowsSilent(const char *table) {
  mysqlpp::Connection con("shop", "localhost", "app", "secret");
  mysqlpp::Query query = con.query(table);
  mysqlpp::UseQueryResult rows = query.use();
  int n = 0;
  while (rows.fetch_row())
    ++n;
  con.disconnect();
  return n;
}

void inChildReported(mysqlpp::Connection &con) {
  pid_t pid = fork();
  if (pid == 0) {
    con.disconnect();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'con'{{.*}} [cursor-fork-share]
    _exit(0);
  }
  waitpid(pid, nullptr, 0);
}

void inChildSilent(mysqlpp::Connection &con) {
  pid_t pid = fork();
  if (pid == 0)
    _exit(0);
  con.ping();
  waitpid(pid, nullptr, 0);
}
