// RUN: %check %s -- -std=c11 -I%source/test/headers
#include <ocilib.h>
#include <stddef.h>

int statementReported(OCI_Connection *con) {
  OCI_Statement *stmt = OCI_StatementCreate(con);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (OCILIB OCI_Statement) is not closed{{.*}} [cursor-unclosed]
  if (!stmt)
    return -1;
  if (!OCI_ExecuteStmt(stmt, "SELECT 1 FROM dual"))
    return -1;
  OCI_Resultset *rs = OCI_GetResultset(stmt);
  int value = OCI_FetchNext(rs) ? OCI_GetInt(rs, 1) : 0;
  OCI_StatementFree(stmt);
  return value;
}

// A result set goes with its statement.
int statementSilent(OCI_Connection *con) {
  OCI_Statement *stmt = OCI_StatementCreate(con);
  if (!stmt)
    return -1;
  int value = 0;
  if (OCI_ExecuteStmt(stmt, "SELECT 1 FROM dual")) {
    OCI_Resultset *rs = OCI_GetResultset(stmt);
    value = OCI_FetchNext(rs) ? OCI_GetInt(rs, 1) : 0;
  }
  OCI_StatementFree(stmt);
  return value;
}

// OCI_Cleanup frees the connections.
int leftToCleanupSilent(void) {
  OCI_Initialize(NULL, NULL, OCI_ENV_DEFAULT);
  OCI_Connection *con = OCI_ConnectionCreate("db", "user", "pass", 0);
  if (con)
    OCI_Commit(con);
  OCI_Cleanup();
  return 0;
}

int readAfterFreeReported(OCI_Connection *con) {
  OCI_Statement *stmt = OCI_StatementCreate(con);
  if (!stmt)
    return -1;
  OCI_Resultset *rs = OCI_GetResultset(stmt);
  OCI_StatementFree(stmt);
  return rs ? OCI_GetInt(rs, 1) : 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rs' (OCILIB OCI_Resultset) is used after its cursor 'stmt' was closed {{.*}} [cursor-use-after-close]
}
