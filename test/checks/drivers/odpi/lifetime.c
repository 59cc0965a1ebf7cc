// RUN: %check %s -- -std=c11 -I%source/test/headers
#include <dpi.h>
#include <stddef.h>

// Closing is no release.
int closedReported(dpiConn *conn) {
  dpiStmt *stmt;
  if (dpiConn_prepareStmt(conn, 0, "SELECT 1 FROM dual", 18, NULL, 0, &stmt) < 0)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (ODPI-C dpiStmt) is not closed{{.*}} [cursor-unclosed]
    return -1;
  dpiStmt_close(stmt, NULL, 0);
  return 0;
}

int releasedSilent(dpiConn *conn) {
  dpiStmt *stmt;
  if (dpiConn_prepareStmt(conn, 0, "SELECT 1 FROM dual", 18, NULL, 0, &stmt) < 0)
    return -1;
  dpiStmt_release(stmt);
  return 0;
}

// A statement holds its connection.
int connectionReleasedFirstSilent(dpiPool *pool) {
  dpiConn *conn;
  dpiStmt *stmt;
  uint32_t columns;
  if (dpiPool_acquireConnection(pool, NULL, 0, NULL, 0, NULL, &conn) < 0)
    return -1;
  if (dpiConn_prepareStmt(conn, 0, "SELECT 1 FROM dual", 18, NULL, 0, &stmt) < 0) {
    dpiConn_release(conn);
    return -1;
  }
  dpiConn_release(conn);
  int rc = dpiStmt_execute(stmt, 0, &columns);
  dpiStmt_release(stmt);
  return rc;
}

// What was added is released elsewhere.
void sharedSilent(dpiConn *conn) { dpiConn_addRef(conn); }

int releasedTwiceReported(dpiPool *pool) {
  dpiConn *conn;
  if (dpiPool_acquireConnection(pool, NULL, 0, NULL, 0, NULL, &conn) < 0)
    return -1;
  if (dpiConn_commit(conn) < 0)
    dpiConn_release(conn);
  return dpiConn_release(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (ODPI-C dpiConn) is closed a second time {{.*}} [cursor-use-after-close]
}
