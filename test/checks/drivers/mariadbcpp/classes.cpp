// RUN: %check %s -- -std=c++17 -pthread -isystem %source/test/headers
#include <conncpp/DriverManager.hpp>
#include <memory>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

int countReported(sql::Connection &conn) {
  sql::Statement *statement = conn.createStatement();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'statement' (MySQL Connector/C++ sql::Statement) is not closed before 'countReported' returns{{.*}} [cursor-unclosed]
  sql::ResultSet *rows = statement->executeQuery("SELECT n FROM t");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows' (MySQL Connector/C++ sql::ResultSet) is not closed before 'countReported' returns{{.*}} [cursor-unclosed]
  if (!rows->next())
    return -1;
  int found = rows->getInt(1);
  delete rows;
  delete statement;
  return found;
}

int countSilent(sql::Connection &conn) {
  std::unique_ptr<sql::Statement> statement(conn.createStatement());
  std::unique_ptr<sql::ResultSet> rows(
      statement->executeQuery("SELECT n FROM t"));
  return rows->next() ? rows->getInt(1) : -1;
}

// close() gives up the connection, not the object.
void closedReported(bool quick) {
  sql::Connection *conn = sql::DriverManager::getConnection("u", "a", "b");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (MySQL Connector/C++ sql::Connection) is not closed before 'closedReported' returns{{.*}} [cursor-unclosed]
  conn->close();
  if (quick)
    return;
  delete conn;
}

void sharedReported(sql::Connection &conn) {
  std::thread worker([&] { conn.commit(); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (MySQL Connector/C++ sql::Connection) is used by two threads at the same time with no lock in common{{.*}} [cursor-thread-share]
  conn.rollback();
  worker.join();
}

void childReported(sql::Connection &conn) {
  if (fork() == 0) {
    conn.commit();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (MySQL Connector/C++ sql::Connection) was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(nullptr);
}

void usedReported(sql::Connection *conn) {
  delete conn;
  conn->commit();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (MySQL Connector/C++ sql::Connection) is used after it was closed{{.*}} [cursor-use-after-close]
}

void usedSilent(sql::Connection *conn) {
  conn->commit();
  delete conn;
}
