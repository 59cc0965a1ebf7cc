// RUN: %check %s -- -std=c++17 -I%source/test/headers
#include <nanodbc/nanodbc.h>

#include <thread>
#include <unistd.h>

// Objects end what they hold.
int readSilent(const std::string &dsn) {
  nanodbc::connection conn(dsn);
  nanodbc::result rows = nanodbc::execute(conn, "SELECT 1");
  return rows.next() ? 1 : 0;
}

// A copy shares the connection.
void copiedReported(nanodbc::connection &conn) {
  std::thread other([conn]() mutable { nanodbc::just_execute(conn, "DELETE FROM a"); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(nanodbc {{.*}} is used by two threads {{.*}}level 1{{.*}} [cursor-thread-share]
  nanodbc::just_execute(conn, "DELETE FROM b");
  other.join();
}

void ownConnectionSilent(nanodbc::connection &conn, const std::string &dsn) {
  std::thread other([dsn] {
    nanodbc::connection own(dsn);
    nanodbc::just_execute(own, "DELETE FROM a");
  });
  nanodbc::just_execute(conn, "DELETE FROM b");
  other.join();
}

// Statements keep their connection.
nanodbc::statement prepareSilent(const std::string &dsn) {
  nanodbc::connection conn(dsn);
  return nanodbc::statement(conn, "SELECT 1");
}

void neverDeletedReported(nanodbc::connection &conn, bool wanted) {
  auto *statement = new nanodbc::statement(conn, "SELECT 1");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(nanodbc nanodbc::statement) is not closed{{.*}} [cursor-unclosed]
  if (!wanted)
    return;
  statement->just_execute();
  delete statement;
}

void deletedSilent(nanodbc::connection &conn, bool wanted) {
  auto *statement = new nanodbc::statement(conn, "SELECT 1");
  if (wanted)
    statement->just_execute();
  delete statement;
}

void inheritedReported(nanodbc::connection &conn) {
  if (fork() == 0) {
    nanodbc::just_execute(conn, "DELETE FROM a");
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(nanodbc nanodbc::connection) {{.*}} [cursor-fork-share]
    _exit(0);
  }
}
