// RUN: %check %s -- -std=c++17 -pthread -I%source/test/headers
// The older pair: the mode of OCIInitialize is that of the process.
#include <oci.h>

#include <thread>

static int work(OCIEnv *env) {
  OCIError *one, *other;
  if (OCIHandleAlloc(env, (void **)&one, OCI_HTYPE_ERROR, 0, NULL))
    return -1;
  std::thread thread([env] {
    OCIError *own;
    if (OCIHandleAlloc(env, (void **)&own, OCI_HTYPE_ERROR, 0, NULL) ==
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: Oracle OCI is used by two threads at the same time with no lock in common, here through 'env' (Oracle OCI OCIEnv) {{.*}}[cursor-thread-share]
        OCI_SUCCESS)
      OCIHandleFree(own, OCI_HTYPE_ERROR);
  });
  if (OCIHandleAlloc(env, (void **)&other, OCI_HTYPE_ERROR, 0, NULL) ==
      OCI_SUCCESS)
    OCIHandleFree(other, OCI_HTYPE_ERROR);
  thread.join();
  return OCIHandleFree(one, OCI_HTYPE_ERROR);
}

void singleReported() {
  OCIEnv *env;
  OCIInitialize(OCI_DEFAULT, NULL, NULL, NULL, NULL);
  if (OCIEnvInit(&env, OCI_DEFAULT, 0, NULL))
    return;
  work(env);
  OCIHandleFree(env, OCI_HTYPE_ENV);
}
