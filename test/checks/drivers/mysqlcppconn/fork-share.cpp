// RUN: %check %s -- -std=c++17
#include <cppconn/connection.h>
#include <cppconn/driver.h>
#include <cppconn/statement.h>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>

void childUsesReported(sql::Connection *con) {
  pid_t pid = fork();
  if (pid == 0) {
    con->commit();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'con'{{.*}} [cursor-fork-share]
    _exit(0);
  }
  waitpid(pid, nullptr, 0);
}

void childOpensItsOwnSilent(sql::Driver *driver, sql::Connection *con) {
  pid_t pid = fork();
  if (pid == 0) {
    std::unique_ptr<sql::Connection> mine(driver->connect("tcp://db", "app", "secret"));
    mine->commit();
    mine.reset();
    _exit(0);
  }
  con->commit();
  waitpid(pid, nullptr, 0);
}

// The destructor tells the server goodbye, for the parent too.
int destructorInChildReported(sql::Driver *driver) {
  std::unique_ptr<sql::Connection> con(driver->connect("tcp://db", "app", "secret"));
  pid_t pid = fork();
  if (pid == 0)
    return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'con{{.*}} [cursor-fork-share]
  waitpid(pid, nullptr, 0);
  return 1;
}

int childExitsAtOnceSilent(sql::Driver *driver) {
  std::unique_ptr<sql::Connection> con(driver->connect("tcp://db", "app", "secret"));
  pid_t pid = fork();
  if (pid == 0)
    _exit(0);
  waitpid(pid, nullptr, 0);
  return 1;
}
