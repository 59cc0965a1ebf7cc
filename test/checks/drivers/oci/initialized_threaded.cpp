// RUN: %check %s -- -std=c++17 -pthread -I%source/test/headers
// The twin of initialized.cpp: OCI_THREADED lets threads share.
#include <oci.h>

#include <thread>

static int work(OCIEnv *env) {
  OCIError *one, *other;
  if (OCIHandleAlloc(env, (void **)&one, OCI_HTYPE_ERROR, 0, NULL))
    return -1;
  std::thread thread([env] {
    OCIError *own;
    if (OCIHandleAlloc(env, (void **)&own, OCI_HTYPE_ERROR, 0, NULL) ==
        OCI_SUCCESS)
      OCIHandleFree(own, OCI_HTYPE_ERROR);
  });
  if (OCIHandleAlloc(env, (void **)&other, OCI_HTYPE_ERROR, 0, NULL) ==
      OCI_SUCCESS)
    OCIHandleFree(other, OCI_HTYPE_ERROR);
  thread.join();
  return OCIHandleFree(one, OCI_HTYPE_ERROR);
}

void threadedSilent() {
  OCIEnv *env;
  OCIInitialize(OCI_THREADED, NULL, NULL, NULL, NULL);
  if (OCIEnvInit(&env, OCI_DEFAULT, 0, NULL))
    return;
  work(env);
  OCIHandleFree(env, OCI_HTYPE_ENV);
}
