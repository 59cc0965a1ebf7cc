// RUN: %check %s -- -std=c++17
#include <pqxx/pqxx>

#include <cstdlib>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

// The destructor in the child sends Terminate: the parent's session ends.
int destructorReported(const std::string &dsn) {
  pqxx::connection conn(dsn);
  pid_t child = fork();
  if (child == 0)
    return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpqxx pqxx::connection) {{.*}} is closed in the child{{.*}} [cursor-fork-share]
  return waitpid(child, nullptr, 0) < 0;
}

int destructorSilent(const std::string &dsn) {
  pqxx::connection conn(dsn);
  pid_t child = fork();
  if (child == 0)
    _exit(0);
  return waitpid(child, nullptr, 0) < 0;
}

// exit runs no destructor of a local.
int exitSilent(const std::string &dsn) {
  pqxx::connection conn(dsn);
  pid_t child = fork();
  if (child == 0)
    std::exit(0);
  return waitpid(child, nullptr, 0) < 0;
}

int usedReported(pqxx::connection &conn) {
  pid_t child = fork();
  if (child == 0) {
    pqxx::work tx(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpqxx pqxx::connection) {{.*}} [cursor-fork-share]
    _exit(0);
  }
  return waitpid(child, nullptr, 0) < 0;
}

int ownSilent(const std::string &dsn) {
  pid_t child = fork();
  if (child == 0) {
    {
      pqxx::connection conn(dsn);
      pqxx::work tx(conn);
      tx.commit();
    }
    _exit(0);
  }
  return waitpid(child, nullptr, 0) < 0;
}
