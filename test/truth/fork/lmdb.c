// RUN: %check %s -- -std=gnu11
// RUN: %truth %s -- -std=gnu11
// An environment of LMDB belongs to the process that opened it.
#include <lmdb.h>
#include <sys/wait.h>
#include <unistd.h>

void readByChildReported(MDB_env *env) {
  if (fork() == 0) {
    MDB_txn *txn;
    if (mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) == 0)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'env'{{.*}}[cursor-fork-share]
      mdb_txn_abort(txn);
    _exit(0);
  }
  wait(NULL);
}

void readByChildSilent(MDB_env *env, const char *folder) {
  if (fork() == 0) {
    MDB_env *own;
    MDB_txn *txn;
    if (mdb_env_create(&own) != 0)
      _exit(1);
    if (mdb_env_open(own, folder, 0, 0600) == 0 && mdb_txn_begin(own, NULL, MDB_RDONLY, &txn) == 0)
      mdb_txn_abort(txn);
    mdb_env_close(own);
    _exit(0);
  }
  wait(NULL);
  mdb_env_sync(env, 0);
}

void endedByChildReported(MDB_env *env) {
  MDB_txn *txn;
  if (mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) != 0)
    return;
  if (fork() == 0) {
    mdb_txn_abort(txn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'txn'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
  mdb_txn_abort(txn);
}

void endedByChildSilent(MDB_env *env) {
  MDB_txn *txn;
  if (mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) != 0)
    return;
  if (fork() == 0)
    _exit(0);
  wait(NULL);
  mdb_txn_abort(txn);
}

void closedByChildReported(const char *folder) {
  MDB_env *env;
  if (mdb_env_create(&env) != 0)
    return;
  mdb_env_open(env, folder, 0, 0600);
  pid_t pid = fork();
  if (pid > 0)
    waitpid(pid, NULL, 0);
  mdb_env_close(env);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'env'{{.*}}[cursor-fork-share]
  if (pid == 0)
    _exit(0);
}

void closedByChildSilent(const char *folder) {
  MDB_env *env;
  if (mdb_env_create(&env) != 0)
    return;
  mdb_env_open(env, folder, 0, 0600);
  pid_t pid = fork();
  if (pid == 0)
    _exit(0);
  waitpid(pid, NULL, 0);
  mdb_env_close(env);
}
