// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
#include <pqxx/pqxx>
#include <stdexcept>
#include <unistd.h>

// An exception that the child catches above the connection closes it on its
// way; one that nobody catches ends the child without that.
void render(int page);

void caughtReported(int page) {
  try {
    pqxx::connection c("");
    if (fork() == 0) {
      if (page < 0)
        throw std::runtime_error("page");
      render(page);
      _exit(0);
    }
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'c' {{.*}}closed{{.*}} [cursor-fork-share]
  } catch (const std::exception &) {
    return;
  }
}

void caughtBelowSilent(int page) {
  pqxx::connection c("");
  if (fork() == 0) {
    try {
      if (page < 0)
        throw std::runtime_error("page");
      render(page);
    } catch (const std::exception &) {
      _exit(1);
    }
    _exit(0);
  }
}

static void write(int page) {
  if (page < 0)
    throw std::runtime_error("page");
}

static void child(int page) {
  if (fork() == 0) {
    write(page);
    _exit(0);
  }
}

void calleeThrowsReported(int page) {
  try {
    pqxx::connection c("");
    child(page);
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'c' {{.*}}closed{{.*}} [cursor-fork-share]
  } catch (const std::exception &) {
    return;
  }
}

void uncaughtSilent(int page) {
  pqxx::connection c("");
  if (fork() == 0) {
    if (page < 0)
      throw std::runtime_error("page");
    _exit(0);
  }
}
