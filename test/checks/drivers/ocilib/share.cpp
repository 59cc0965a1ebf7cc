// RUN: %check %s -- -std=c++17 -I%source/test/headers
#include <thread>

#include <ocilib.h>

void twoStatementsReported(OCI_Connection *con) {
  OCI_Statement *mine = OCI_StatementCreate(con);
  OCI_Statement *theirs = OCI_StatementCreate(con);
  std::thread other([theirs] { OCI_ExecuteStmt(theirs, "DELETE FROM a"); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'con' (OCILIB OCI_Connection) is used by two threads {{.*}}level 1{{.*}} [cursor-thread-share]
  OCI_ExecuteStmt(mine, "DELETE FROM b");
  other.join();
  OCI_StatementFree(theirs);
  OCI_StatementFree(mine);
}

// OCI_Break must come from another thread.
void breakSilent(OCI_Connection *con, OCI_Statement *stmt) {
  std::thread other([con] { OCI_Break(con); });
  OCI_ExecuteStmt(stmt, "BEGIN slow; END;");
  other.join();
}
