// RUN: %check %s -- -std=c++17 -pthread
#include <Poco/Data/RecordSet.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/SessionPool.h>
#include <Poco/Data/Statement.h>
#include <Poco/Data/Transaction.h>
#include <string>
#include <thread>

using namespace Poco::Data::Keywords;
using Poco::Data::RecordSet;
using Poco::Data::Session;
using Poco::Data::SessionPool;
using Poco::Data::Statement;
using Poco::Data::Transaction;

void copyIsTheSameReported(const std::string &file) {
  Session session("SQLite", file);
  std::thread worker([session]() mutable { session << "DELETE FROM log", now; });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'session'{{.*}} [cursor-thread-share]
  session << "INSERT INTO log VALUES(1)", now;
  worker.join();
}

void leaseInTheThreadSilent(const std::string &file) {
  SessionPool pool("SQLite", file);
  std::thread worker([&pool] {
    Session mine(pool.get());
    mine << "DELETE FROM log", now;
  });
  Session session(pool.get());
  session << "INSERT INTO log VALUES(1)", now;
  worker.join();
}

void afterCloseReported(const std::string &file) {
  Session session("SQLite", file);
  session << "DELETE FROM log", now;
  session.close();
  session.begin();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'session'{{.*}} [cursor-use-after-close]
}

void openedAgainSilent(const std::string &file) {
  Session session("SQLite", file);
  session.close();
  session.open(file);
  session.begin();
  session.commit();
}

// Statements keep the session alive.
static Statement prepared(const std::string &file, int &count) {
  Session session("SQLite", file);
  Statement select(session);
  select << "SELECT COUNT(*) FROM log", into(count);
  return select;
}

int orderDoesNotMatterSilent(const std::string &file) {
  int count = 0;
  Statement select = prepared(file, count);
  select.execute();
  RecordSet rows(select);
  return rows.moveFirst() ? count : 0;
}

void neverDeletedReported(const std::string &file) {
  Session *session = new Session("SQLite", file);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}Session{{.*}} [cursor-unclosed]
  *session << "DELETE FROM log", now;
}

void deletedSilent(const std::string &file) {
  Session *session = new Session("SQLite", file);
  *session << "DELETE FROM log", now;
  delete session;
}

void transactionSilent(Session &session) {
  Transaction all(session);
  session << "DELETE FROM log", now;
  all.commit();
}
