// RUN: %check %s -- -std=c++17
#include <lmdb++.h>
#include <sys/wait.h>
#include <unistd.h>

void childUsesReported(lmdb::env &env) {
  if (fork() == 0) {
    auto txn = lmdb::txn::begin(env);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'env' (LMDB MDB_env) was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    txn.abort();
    _exit(0);
  }
  wait(nullptr);
}

int childReturnsReported(const char *path) {
  lmdb::env env = lmdb::env::create();
  env.open(path);
  if (fork() == 0)
    return 0;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'env' (LMDB MDB_env) was opened before the fork and is closed in the child{{.*}} [cursor-fork-share]
  wait(nullptr);
  return 1;
}

void childOpensSilent(const char *path) {
  if (fork() == 0) {
    {
      lmdb::env env = lmdb::env::create();
      env.open(path);
    }
    _exit(0);
  }
  wait(nullptr);
}
