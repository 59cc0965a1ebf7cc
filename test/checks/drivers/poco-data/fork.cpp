// RUN: %check %s -- -std=c++17
#include <Poco/Data/Session.h>
#include <Poco/Data/Statement.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
using namespace Poco::Data::Keywords;
using Poco::Data::Session;
void childUsesReported(Session &session) {
  if (fork() == 0) {
    session << "DELETE FROM log", now;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'session' (Poco::Data Poco::Data::Session) was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(nullptr);
}

int childReturnsReported(const std::string &file) {
  Session session("SQLite", file);
  if (fork() == 0)
    return 0;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'session' (Poco::Data Poco::Data::Session) was opened before the fork and is closed in the child{{.*}} [cursor-fork-share]
  wait(nullptr);
  return 1;
}

int childLeavesSilent(const std::string &file) {
  Session session("SQLite", file);
  if (fork() == 0)
    _exit(0);
  wait(nullptr);
  return 1;
}

void childOpensSilent(const std::string &file) {
  if (fork() == 0) {
    {
      Session session("SQLite", file);
      session << "DELETE FROM log", now;
    }
    _exit(0);
  }
  wait(nullptr);
}
