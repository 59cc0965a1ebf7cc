// RUN: %check %s -- -std=c++17 -isystem %source/test/headers
#include <mysqlx/xdevapi.h>
#include <sys/wait.h>
#include <unistd.h>

void childUsesReported(mysqlx::Session &session) {
  if (fork() == 0) {
    session.sql("DO 1").execute();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'session' (MySQL X DevAPI mysqlx::Session) was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(nullptr);
}

int childReturnsReported() {
  mysqlx::Session session("mysqlx://app@localhost/shop");
  if (fork() == 0)
    return 0;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'session' (MySQL X DevAPI mysqlx::Session) was opened before the fork and is closed in the child{{.*}} [cursor-fork-share]
  wait(nullptr);
  return 1;
}

void childOpensSilent() {
  if (fork() == 0) {
    {
      mysqlx::Session session("mysqlx://app@localhost/shop");
      session.sql("DO 1").execute();
    }
    _exit(0);
  }
  wait(nullptr);
}
