// RUN: %check %s -- -std=c11 -I%source/test/headers
// Queues, subscriptions, contexts, and a connection that is closed early.
#include <dpi.h>
#include <stddef.h>

int queueReported(dpiConn *conn) {
  dpiQueue *queue;
  if (dpiConn_newQueue(conn, "jobs", 4, NULL, &queue) < 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'queue' (ODPI-C dpiQueue) is not closed before 'queueReported' returns {{.*}}[cursor-unclosed]
    return -1;
  return dpiConn_commit(conn);
}

int queueSilent(dpiConn *conn) {
  dpiQueue *queue;
  if (dpiConn_newQueue(conn, "jobs", 4, NULL, &queue) < 0)
    return -1;
  int rc = dpiConn_commit(conn);
  dpiQueue_release(queue);
  return rc;
}

int subscribedReported(dpiConn *conn) {
  dpiSubscr *subscr;
  if (dpiConn_subscribe(conn, NULL, &subscr) < 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'subscr' (ODPI-C dpiSubscr) is not closed before 'subscribedReported' returns {{.*}}[cursor-unclosed]
    return -1;
  return dpiConn_commit(conn);
}

int subscribedSilent(dpiConn *conn) {
  dpiSubscr *subscr;
  if (dpiConn_subscribe(conn, NULL, &subscr) < 0)
    return -1;
  return dpiConn_unsubscribe(conn, subscr);
}

int usedAfterCloseReported(dpiConn *conn) {
  dpiStmt *stmt;
  uint32_t columns;
  if (dpiConn_prepareStmt(conn, 0, "SELECT 1 FROM dual", 18, NULL, 0, &stmt) <
      0)
    return -1;
  dpiConn_close(conn, 0, NULL, 0);
  int rc = dpiStmt_execute(stmt, 0, &columns);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (ODPI-C dpiStmt) is used after its connection 'conn' was closed {{.*}}[cursor-use-after-close]
  dpiStmt_release(stmt);
  return rc;
}

int releasedAfterCloseSilent(dpiConn *conn) {
  dpiStmt *stmt;
  if (dpiConn_prepareStmt(conn, 0, "SELECT 1 FROM dual", 18, NULL, 0, &stmt) <
      0)
    return -1;
  dpiConn_close(conn, 0, NULL, 0);
  dpiStmt_release(stmt);
  return 0;
}

int contextReported(dpiErrorInfo *error) {
  dpiContext *context;
  return dpiContext_create(5, 0, &context, error);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'context' (ODPI-C dpiContext) is not closed before 'contextReported' returns {{.*}}[cursor-unclosed]
}

int contextSilent(dpiErrorInfo *error) {
  dpiContext *context;
  if (dpiContext_create(5, 0, &context, error) < 0)
    return -1;
  return dpiContext_destroy(context);
}
