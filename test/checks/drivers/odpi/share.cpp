// RUN: %check %s -- -std=c++17 -I%source/test/headers
#include <thread>
#include <unistd.h>

#include <dpi.h>

void oneConnectionSilent(dpiConn *conn) {
  std::thread other([conn] { dpiConn_commit(conn); });
  dpiConn_commit(conn);
  other.join();
}

void oneStatementReported(dpiStmt *stmt) {
  std::thread other([stmt] { dpiStmt_execute(stmt, 0, nullptr); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (ODPI-C dpiStmt) is used by two threads {{.*}}level 2{{.*}} [cursor-thread-share]
  dpiStmt_execute(stmt, 0, nullptr);
  other.join();
}

void inheritedReported(dpiConn *conn) {
  if (fork() == 0) {
    dpiConn_release(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (ODPI-C dpiConn) {{.*}} [cursor-fork-share]
    _exit(0);
  }
}
