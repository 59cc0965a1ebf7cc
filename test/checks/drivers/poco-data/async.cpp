// RUN: %check %s -- -std=c++17
#include <Poco/Data/RecordSet.h>
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>
#include <string>
#include <vector>

using namespace Poco::Data::Keywords;
using Poco::Data::RecordSet;
using Poco::Data::Session;
using Poco::Data::Statement;

// The library starts a thread, which uses the session until wait() returns.
void executeAsyncReported(const std::string &file) {
  Session session("SQLite", file);
  std::vector<std::string> names;
  Statement select(session);
  select << "SELECT name FROM customer", into(names);
  select.executeAsync();
  session << "UPDATE customer SET seen = 1", now;
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}}'session'{{.*}} [cursor-thread-share]
  select.wait();
}

void waitedForSilent(const std::string &file) {
  Session session("SQLite", file);
  std::vector<std::string> names;
  Statement select(session);
  select << "SELECT name FROM customer", into(names);
  select.executeAsync();
  select.wait();
  session << "UPDATE customer SET seen = 1", now;
}

void manipulatorReported(const std::string &file) {
  Session session("SQLite", file);
  int count = 0;
  Statement select = (session << "SELECT COUNT(*) FROM customer", into(count), async);
  select.execute();
  session.commit();
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}}'session'{{.*}} [cursor-thread-share]
  select.wait();
}

void setAsyncReported(Session session) {
  Statement first(session);
  first << "DELETE FROM log";
  first.setAsync(true);
  first.execute();
  Statement second(session);
  second << "VACUUM";
  second.execute();
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: warning: {{.*}}'session'{{.*}} [cursor-thread-share]
  first.wait();
}

void setAsyncBackSilent(Session session) {
  Statement first(session);
  first << "DELETE FROM log";
  first.setAsync(true);
  first.setAsync(false);
  first.execute();
  Statement second(session);
  second << "VACUUM";
  second.execute();
}

// Another session is another matter.
void otherSessionSilent(const std::string &file) {
  Session one("SQLite", file);
  Session other("SQLite", file);
  Statement select(one);
  select << "DELETE FROM log";
  select.executeAsync();
  other << "VACUUM", now;
  select.wait();
}
