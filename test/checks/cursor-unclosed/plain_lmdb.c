// RUN: %check %s -- -std=gnu11
// A failed put returns with the write transaction open.
#include <lmdb.h>
#include <stddef.h>

int putReported(MDB_env *env, MDB_dbi dbi, MDB_val *key, MDB_val *data) {
  MDB_txn *txn;
  int rc = mdb_txn_begin(env, NULL, 0, &txn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}txn' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (rc)
    return rc;
  rc = mdb_put(txn, dbi, key, data, 0);
  if (rc)
    return rc;
  return mdb_txn_commit(txn);
}

int putSilent(MDB_env *env, MDB_dbi dbi, MDB_val *key, MDB_val *data) {
  MDB_txn *txn;
  int rc = mdb_txn_begin(env, NULL, 0, &txn);
  if (rc)
    return rc;
  rc = mdb_put(txn, dbi, key, data, 0);
  if (rc) {
    mdb_txn_abort(txn);
    return rc;
  }
  return mdb_txn_commit(txn);
}
