// RUN: %check %s -- -std=c++17 -I%source/test/headers
#include <thread>
#include <unistd.h>

#include <oci.h>

static void commit(OCISvcCtx *svc, OCIEnv *env) {
  OCIError *err = nullptr;
  OCIHandleAlloc(env, (void **)&err, OCI_HTYPE_ERROR, 0, nullptr);
  OCITransCommit(svc, err, OCI_DEFAULT);
  OCIHandleFree(err, OCI_HTYPE_ERROR);
}

// With OCI_THREADED connections may be shared.
void threadedSilent(const OraText *who, OCIError *err) {
  OCIEnv *env;
  OCISvcCtx *svc;
  if (OCIEnvCreate(&env, OCI_THREADED, nullptr, nullptr, nullptr, nullptr, 0, nullptr))
    return;
  if (OCILogon(env, err, &svc, who, 5, who, 5, nullptr, 0) == OCI_SUCCESS) {
    std::thread other([=] { OCITransCommit(svc, nullptr, OCI_DEFAULT); });
    OCITransCommit(svc, nullptr, OCI_DEFAULT);
    other.join();
    OCILogoff(svc, err);
  }
  OCIHandleFree(env, OCI_HTYPE_ENV);
}

void notThreadedReported(const OraText *who, OCIError *err) {
  OCIEnv *env;
  OCISvcCtx *svc;
  if (OCIEnvCreate(&env, OCI_DEFAULT, nullptr, nullptr, nullptr, nullptr, 0, nullptr))
    return;
  if (OCILogon(env, err, &svc, who, 5, who, 5, nullptr, 0) == OCI_SUCCESS) {
    std::thread other([=] { OCITransCommit(svc, nullptr, OCI_DEFAULT); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: Oracle OCI is used by two threads {{.*}}level 0{{.*}}declared by OCI_DEFAULT{{.*}} [cursor-thread-share]
    OCITransCommit(svc, nullptr, OCI_DEFAULT);
    other.join();
    OCILogoff(svc, err);
  }
  OCIHandleFree(env, OCI_HTYPE_ENV);
}

// Statements never may.
void oneStatementReported(OCIStmt *stmt) {
  std::thread other([stmt] { OCIStmtFetch2(stmt, nullptr, 1, 0, 0, OCI_DEFAULT); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (Oracle OCI OCIStmt) is used by two threads {{.*}}level 2{{.*}} [cursor-thread-share]
  OCIStmtFetch2(stmt, nullptr, 1, 0, 0, OCI_DEFAULT);
  other.join();
}

void breakSilent(OCISvcCtx *svc, OCIStmt *stmt, OCIError *err) {
  std::thread other([svc] { OCIBreak(svc, nullptr); });
  OCIStmtExecute(svc, stmt, err, 1, 0, nullptr, nullptr, OCI_DEFAULT);
  other.join();
}

void inheritedReported(OCISvcCtx *svc, OCIEnv *env) {
  if (fork() == 0) {
    OCITransCommit(svc, nullptr, OCI_DEFAULT);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'svc' (Oracle OCI OCISvcCtx) {{.*}} [cursor-fork-share]
    _exit(0);
  }
  commit(svc, env);
}
