// RUN: %check %s -- -std=c++17
#include <cppconn/connection.h>
#include <cppconn/driver.h>
#include <cppconn/exception.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>
#include <cppconn/statement.h>
#include <memory>
#include <string>

sql::Connection *dial(sql::Driver *driver) {
  return driver->connect("tcp://127.0.0.1:3306", "app", "secret");
}

int statementReported(sql::Connection *con) {
  sql::Statement *st = con->createStatement();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'st'{{.*}} [cursor-unclosed]
  std::unique_ptr<sql::ResultSet> res(st->executeQuery("SELECT 1"));
  int n = 0;
  while (res->next())
    n += res->getInt(1);
  return n;
}

int statementSilent(sql::Connection *con) {
  std::unique_ptr<sql::Statement> st(con->createStatement());
  std::unique_ptr<sql::ResultSet> res(st->executeQuery("SELECT 1"));
  int n = 0;
  while (res->next())
    n += res->getInt(1);
  return n;
}

// close() ends the connection, not the object.
void closeIsNoDeleteReported(sql::Driver *driver) {
  sql::Connection *con = dial(driver);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'con'{{.*}} [cursor-unclosed]
  con->setSchema("shop");
  con->close();
}

void closeAndDeleteSilent(sql::Driver *driver) {
  sql::Connection *con = dial(driver);
  con->setSchema("shop");
  con->close();
  delete con;
}

int earlyReturnReported(sql::Connection *con, int id) {
  sql::PreparedStatement *st =
      con->prepareStatement("SELECT name FROM item WHERE id = ?");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'st'{{.*}} [cursor-unclosed]
  st->setInt(1, id);
  sql::ResultSet *res = st->executeQuery();
  if (!res->next()) {
    delete res;
    return -1;
  }
  int length = static_cast<int>(res->getString(1).length());
  delete res;
  delete st;
  return length;
}

int earlyReturnSilent(sql::Connection *con, int id) {
  sql::PreparedStatement *st =
      con->prepareStatement("SELECT name FROM item WHERE id = ?");
  st->setInt(1, id);
  sql::ResultSet *res = st->executeQuery();
  if (!res->next()) {
    delete res;
    delete st;
    return -1;
  }
  int length = static_cast<int>(res->getString(1).length());
  delete res;
  delete st;
  return length;
}

// The result of a query that is run for its effect only.
void resultDroppedReported(sql::Statement *st) {
  st->executeQuery("CALL refresh()");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}sql::ResultSet{{.*}} [cursor-unclosed]
}

void resultDroppedSilent(sql::Statement *st) { st->execute("CALL refresh()"); }

// One statement per turn, one delete after the loop.
void loopReported(sql::Connection *con, const std::string *names, int count) {
  sql::PreparedStatement *st = nullptr;
  for (int i = 0; i < count; ++i) {
    st = con->prepareStatement("INSERT INTO tag(name) VALUES (?)");
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'st'{{.*}} [cursor-unclosed]
    st->setString(1, names[i]);
    st->executeUpdate();
  }
  delete st;
}

void loopSilent(sql::Connection *con, const std::string *names, int count) {
  sql::PreparedStatement *st =
      con->prepareStatement("INSERT INTO tag(name) VALUES (?)");
  for (int i = 0; i < count; ++i) {
    st->setString(1, names[i]);
    st->executeUpdate();
  }
  delete st;
}

void savepointReported(sql::Connection *con) {
  sql::Savepoint *before = con->setSavepoint("before");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'before'{{.*}} [cursor-unclosed]
  con->rollback(before);
  con->releaseSavepoint(before);
}

void savepointSilent(sql::Connection *con) {
  std::unique_ptr<sql::Savepoint> before(con->setSavepoint("before"));
  con->rollback(before.get());
  con->releaseSavepoint(before.get());
}

// The connection behind a statement, and its meta data, are nobody's to delete.
int borrowedSilent(sql::Statement *st, sql::ResultSet *res) {
  sql::Connection *con = st->getConnection();
  con->commit();
  return static_cast<int>(res->getRow());
}
