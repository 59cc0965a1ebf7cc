// RUN: %check %s -- -std=c++14
#include <cppdb/frontend.h>
#include <sys/wait.h>
#include <unistd.h>
#include <memory>

void childUsesReported(cppdb::session &sql) {
  if (fork() == 0) {
    sql << "DELETE FROM log" << cppdb::exec;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sql' (CppDB cppdb::session) was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(nullptr);
}

int childReturnsReported(const std::string &how) {
  cppdb::session sql(how);
  if (fork() == 0)
    return 0;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sql' (CppDB cppdb::session) was opened before the fork and is closed in the child{{.*}} [cursor-fork-share]
  wait(nullptr);
  return 1;
}

int childLeavesSilent(const std::string &how) {
  cppdb::session sql(how);
  if (fork() == 0)
    _exit(0);
  wait(nullptr);
  return 1;
}

// A transaction points to its session.
void transactionReported(const std::string &how) {
  auto sql = std::make_unique<cppdb::session>(how);
  cppdb::transaction guard(*sql);
  sql.reset();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'guard' (CppDB cppdb::transaction) is closed after its connection 'sql' was closed{{.*}} [cursor-use-after-close]

void transactionSilent(const std::string &how) {
  auto sql = std::make_unique<cppdb::session>(how);
  {
    cppdb::transaction guard(*sql);
    guard.commit();
  }
  sql.reset();
}

int rowsReported(cppdb::statement &find) {
  auto *rows = new cppdb::result(find.query());
  delete rows;
  return rows->next() ? 1 : 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows' (CppDB cppdb::result) is used after it was closed{{.*}} [cursor-use-after-close]
}

int rowsSilent(cppdb::statement &find) {
  auto *rows = new cppdb::result(find.query());
  int found = rows->next() ? 1 : 0;
  delete rows;
  return found;
}
