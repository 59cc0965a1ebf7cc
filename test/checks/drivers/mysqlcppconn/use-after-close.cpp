// RUN: %check %s -- -std=c++17
#include <cppconn/connection.h>
#include <cppconn/driver.h>
#include <cppconn/exception.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>
#include <cppconn/resultset_metadata.h>
#include <cppconn/statement.h>
#include <memory>

int resultAfterConnectionReported(sql::Driver *driver) {
  sql::Connection *con = driver->connect("tcp://db", "app", "secret");
  sql::Statement *st = con->createStatement();
  sql::ResultSet *res = st->executeQuery("SELECT COUNT(*) FROM item");
  delete con;
  int n = res->next() ? 1 : 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'res{{.*}} [cursor-use-after-close]
  delete res;
  delete st;
  return n;
}

int resultBeforeConnectionSilent(sql::Driver *driver) {
  sql::Connection *con = driver->connect("tcp://db", "app", "secret");
  sql::Statement *st = con->createStatement();
  sql::ResultSet *res = st->executeQuery("SELECT COUNT(*) FROM item");
  int n = res->next() ? 1 : 0;
  delete res;
  delete st;
  delete con;
  return n;
}

int resultAfterStatementReported(sql::Connection *con) {
  std::unique_ptr<sql::ResultSet> res;
  {
    std::unique_ptr<sql::PreparedStatement> st(con->prepareStatement("SELECT a FROM t"));
    res.reset(st->executeQuery());
  }
  return res->next() ? res->getInt(1) : 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'res{{.*}} [cursor-use-after-close]
}

int resultWithinStatementSilent(sql::Connection *con) {
  std::unique_ptr<sql::ResultSet> res;
  std::unique_ptr<sql::PreparedStatement> st(con->prepareStatement("SELECT a FROM t"));
  res.reset(st->executeQuery());
  return res->next() ? res->getInt(1) : 0;
}

void statementAfterCloseReported(sql::Driver *driver) {
  std::unique_ptr<sql::Connection> con(driver->connect("tcp://db", "app", "secret"));
  std::unique_ptr<sql::Statement> st(con->createStatement());
  con->close();
  st->execute("DELETE FROM session");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'st{{.*}} [cursor-use-after-close]
}

void statementBeforeCloseSilent(sql::Driver *driver) {
  std::unique_ptr<sql::Connection> con(driver->connect("tcp://db", "app", "secret"));
  std::unique_ptr<sql::Statement> st(con->createStatement());
  st->execute("DELETE FROM session");
  con->close();
}

// close() and the destructor are two things: neither is closed twice.
void closeThenDeleteSilent(sql::Driver *driver) {
  sql::Connection *con = driver->connect("tcp://db", "app", "secret");
  sql::Statement *st = con->createStatement();
  sql::ResultSet *res = st->executeQuery("SELECT 1");
  res->close();
  delete res;
  st->close();
  delete st;
  if (!con->isClosed())
    con->close();
  delete con;
}

void deletedTwiceReported(sql::Connection *con, bool verbose) {
  sql::Statement *st = con->createStatement();
  st->execute("ANALYZE TABLE item");
  if (verbose)
    delete st;
  delete st;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'st{{.*}} [cursor-use-after-close]
}

void deletedOnceSilent(sql::Connection *con, bool verbose) {
  sql::Statement *st = con->createStatement();
  st->execute("ANALYZE TABLE item");
  if (verbose)
    st->execute("SHOW WARNINGS");
  delete st;
}

// The columns' description belongs to the result.
unsigned metaDataReported(sql::Statement *st) {
  sql::ResultSet *res = st->executeQuery("SELECT * FROM item");
  sql::ResultSetMetaData *meta = res->getMetaData();
  delete res;
  return meta->getColumnCount();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'res{{.*}} [cursor-use-after-close]
}

unsigned metaDataSilent(sql::Statement *st) {
  sql::ResultSet *res = st->executeQuery("SELECT * FROM item");
  sql::ResultSetMetaData *meta = res->getMetaData();
  unsigned n = meta->getColumnCount();
  delete res;
  return n;
}
