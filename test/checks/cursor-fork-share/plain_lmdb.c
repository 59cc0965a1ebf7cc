// RUN: %check %s -- -std=gnu11
// An environment may be used only in the process that opened it.
#include <lmdb.h>
#include <unistd.h>

int readReported(MDB_env *env) {
  MDB_envinfo info;
  pid_t pid = fork();
  if (pid == 0) {
    mdb_env_info(env, &info);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}env' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-fork-share]
    _exit(0);
  }
  return pid > 0 ? 0 : -1;
}

int readSilent(const char *path) {
  MDB_env *env;
  pid_t pid = fork();
  if (pid == 0) {
    if (mdb_env_create(&env) == 0) {
      mdb_env_open(env, path, MDB_RDONLY, 0600);
      mdb_env_sync(env, 0);
      mdb_env_close(env);
    }
    _exit(0);
  }
  return pid > 0 ? 0 : -1;
}
