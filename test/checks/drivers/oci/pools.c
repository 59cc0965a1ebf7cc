// RUN: %check %s -- -std=c11 -I%source/test/headers
// Pools of sessions, and the older way to begin.
#include <oci.h>

int poolReported(OCIEnv *env, OCIError *err) {
  OCISPool *pool;
  OraText *name;
  ub4 length;
  if (OCIHandleAlloc(env, (void **)&pool, OCI_HTYPE_SPOOL, 0, NULL))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'pool' (Oracle OCI OCISPool) is not closed before 'poolReported' returns {{.*}}[cursor-unclosed]
    return -1;
  OCISessionPoolCreate(env, err, pool, &name, &length, NULL, 0, 1, 4, 1, NULL,
                       0, NULL, 0, OCI_DEFAULT);
  return OCISessionPoolDestroy(pool, err, OCI_DEFAULT);
}

int poolSilent(OCIEnv *env, OCIError *err) {
  OCISPool *pool;
  OraText *name;
  ub4 length;
  if (OCIHandleAlloc(env, (void **)&pool, OCI_HTYPE_SPOOL, 0, NULL))
    return -1;
  OCISessionPoolCreate(env, err, pool, &name, &length, NULL, 0, 1, 4, 1, NULL,
                       0, NULL, 0, OCI_DEFAULT);
  OCISessionPoolDestroy(pool, err, OCI_DEFAULT);
  return OCIHandleFree(pool, OCI_HTYPE_SPOOL);
}

int poolUsedAfterReported(OCIEnv *env, OCIError *err) {
  OCISPool *pool;
  if (OCIHandleAlloc(env, (void **)&pool, OCI_HTYPE_SPOOL, 0, NULL))
    return -1;
  OCIHandleFree(pool, OCI_HTYPE_SPOOL);
  return OCISessionPoolDestroy(pool, err, OCI_DEFAULT);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'pool' (Oracle OCI OCISPool) is used after it was closed {{.*}}[cursor-use-after-close]
}

int olderReported(void) {
  OCIEnv *env;
  OCIInitialize(OCI_THREADED, NULL, NULL, NULL, NULL);
  return OCIEnvInit(&env, OCI_DEFAULT, 0, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'env' (Oracle OCI OCIEnv) is not closed before 'olderReported' returns {{.*}}[cursor-unclosed]
}

int olderSilent(void) {
  OCIEnv *env;
  OCIInitialize(OCI_THREADED, NULL, NULL, NULL, NULL);
  if (OCIEnvInit(&env, OCI_DEFAULT, 0, NULL))
    return -1;
  return OCIHandleFree(env, OCI_HTYPE_ENV);
}
