// RUN: %check %s -- -std=gnu11 -pthread
// The commit of a write transaction on another thread never gives the
// writer's lock back.
#include <lmdb.h>
#include <pthread.h>

static void finish(MDB_txn *txn) {
  mdb_txn_commit(txn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}txn' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-thread-share]
}

static void *commitLater(void *arg) {
  finish(arg);
  return NULL;
}

static void *doNothing(void *arg) { return arg; }

int writeReported(MDB_env *env, MDB_dbi dbi, MDB_val *key, MDB_val *data) {
  MDB_txn *txn;
  pthread_t thread;
  int rc = mdb_txn_begin(env, NULL, 0, &txn);
  if (rc)
    return rc;
  rc = mdb_put(txn, dbi, key, data, 0);
  if (rc || pthread_create(&thread, NULL, commitLater, txn) != 0) {
    mdb_txn_abort(txn);
    return rc;
  }
  return pthread_join(thread, NULL);
}

int writeSilent(MDB_env *env, MDB_dbi dbi, MDB_val *key, MDB_val *data) {
  MDB_txn *txn;
  pthread_t thread;
  int rc = mdb_txn_begin(env, NULL, 0, &txn);
  if (rc)
    return rc;
  rc = mdb_put(txn, dbi, key, data, 0);
  if (rc || pthread_create(&thread, NULL, doNothing, txn) != 0) {
    mdb_txn_abort(txn);
    return rc;
  }
  mdb_txn_commit(txn);
  return pthread_join(thread, NULL);
}
