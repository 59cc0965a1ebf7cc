// RUN: %check %s -- -std=c11 -I%source/test/headers
#include <oci.h>

int parsedInLoopReported(OCIEnv *env, OCISvcCtx *svc, OCIError *err, int count) {
  OCIStmt *stmt = NULL;
  for (int i = 0; i < count; ++i) {
    if (OCIHandleAlloc(env, (void **)&stmt, OCI_HTYPE_STMT, 0, NULL) != OCI_SUCCESS)
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (Oracle OCI OCIStmt) is opened in every turn of a loop {{.*}} [cursor-unclosed]
      // CHECK: note: {{.*}}in a loop it runs into the session's OPEN_CURSORS (ORA-01000)
      return -1;
    OCIStmtExecute(svc, stmt, err, 1, 0, NULL, NULL, OCI_DEFAULT);
  }
  if (stmt)
    OCIHandleFree(stmt, OCI_HTYPE_STMT);
  return 0;
}

int freedEveryTurnSilent(OCIEnv *env, OCISvcCtx *svc, OCIError *err, int count) {
  OCIStmt *stmt = NULL;
  for (int i = 0; i < count; ++i) {
    if (OCIHandleAlloc(env, (void **)&stmt, OCI_HTYPE_STMT, 0, NULL) != OCI_SUCCESS)
      return -1;
    OCIStmtExecute(svc, stmt, err, 1, 0, NULL, NULL, OCI_DEFAULT);
    OCIHandleFree(stmt, OCI_HTYPE_STMT);
  }
  return 0;
}

int preparedReported(OCISvcCtx *svc, OCIError *err, const OraText *sql) {
  OCIStmt *stmt;
  if (OCIStmtPrepare2(svc, &stmt, err, sql, 8, NULL, 0, OCI_NTV_SYNTAX, OCI_DEFAULT))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (Oracle OCI OCIStmt) is not closed{{.*}} [cursor-unclosed]
    return -1;
  if (OCIStmtExecute(svc, stmt, err, 1, 0, NULL, NULL, OCI_DEFAULT))
    return -1;
  OCIStmtRelease(stmt, err, NULL, 0, OCI_DEFAULT);
  return 0;
}

int preparedSilent(OCISvcCtx *svc, OCIError *err, const OraText *sql) {
  OCIStmt *stmt;
  if (OCIStmtPrepare2(svc, &stmt, err, sql, 8, NULL, 0, OCI_NTV_SYNTAX, OCI_DEFAULT))
    return -1;
  int rc = OCIStmtExecute(svc, stmt, err, 1, 0, NULL, NULL, OCI_DEFAULT);
  OCIStmtRelease(stmt, err, NULL, 0, OCI_DEFAULT);
  return rc;
}

// A parent frees its children.
int leftToEnvironmentSilent(void) {
  OCIEnv *env;
  OCIError *err;
  if (OCIEnvCreate(&env, OCI_THREADED, NULL, NULL, NULL, NULL, 0, NULL))
    return -1;
  OCIHandleAlloc(env, (void **)&err, OCI_HTYPE_ERROR, 0, NULL);
  OCIHandleFree(env, OCI_HTYPE_ENV);
  return 0;
}

void freedAfterEnvironmentReported(void) {
  OCIEnv *env;
  OCIStmt *stmt;
  if (OCIEnvCreate(&env, OCI_THREADED, NULL, NULL, NULL, NULL, 0, NULL))
    return;
  if (OCIHandleAlloc(env, (void **)&stmt, OCI_HTYPE_STMT, 0, NULL) == OCI_SUCCESS) {
    OCIHandleFree(env, OCI_HTYPE_ENV);
    OCIHandleFree(stmt, OCI_HTYPE_STMT);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (Oracle OCI OCIStmt) is closed after its environment 'env' was closed {{.*}} [cursor-use-after-close]
    return;
  }
  OCIHandleFree(env, OCI_HTYPE_ENV);
}

int usedAfterLogoffReported(OCIEnv *env, OCIError *err, const OraText *who) {
  OCISvcCtx *svc;
  if (OCILogon(env, err, &svc, who, 5, who, 5, NULL, 0) != OCI_SUCCESS)
    return -1;
  OCILogoff(svc, err);
  return OCITransCommit(svc, err, OCI_DEFAULT);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'svc' (Oracle OCI OCISvcCtx) is used after it was closed {{.*}} [cursor-use-after-close]
}

int usedBeforeLogoffSilent(OCIEnv *env, OCIError *err, const OraText *who) {
  OCISvcCtx *svc;
  if (OCILogon(env, err, &svc, who, 5, who, 5, NULL, 0) != OCI_SUCCESS)
    return -1;
  int rc = OCITransCommit(svc, err, OCI_DEFAULT);
  OCILogoff(svc, err);
  return rc;
}
