// RUN: %check %s -- -std=gnu11
// The helper opens before the fork, or the child calls it after.
#include <lmdb.h>
#include <unistd.h>

static MDB_env *openStore(const char *path) {
  MDB_env *env;
  if (mdb_env_create(&env) != 0)
    return NULL;
  if (mdb_env_open(env, path, 0, 0600) != 0) {
    mdb_env_close(env);
    return NULL;
  }
  return env;
}

int serveReported(const char *path) {
  pid_t pid;
  MDB_env *env = openStore(path);
  if (!env)
    return -1;
  pid = fork();
  if (pid == 0) {
    mdb_env_sync(env, 1);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}env' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-fork-share]
    _exit(0);
  }
  mdb_env_close(env);
  return pid < 0;
}

int serveSilent(const char *path) {
  pid_t pid = fork();
  if (pid == 0) {
    MDB_env *env = openStore(path);
    if (env)
      mdb_env_sync(env, 1);
    mdb_env_close(env);
    _exit(0);
  }
  return pid < 0;
}
