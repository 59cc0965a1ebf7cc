// RUN: %check %s -- -std=gnu11
// A commit frees the transaction, whether it succeeds or not.
#include <lmdb.h>
#include <stddef.h>

int storeReported(MDB_env *env, MDB_dbi dbi, MDB_val *key, MDB_val *data) {
  MDB_txn *txn;
  int rc = mdb_txn_begin(env, NULL, 0, &txn);
  if (rc)
    return rc;
  mdb_put(txn, dbi, key, data, 0);
  rc = mdb_txn_commit(txn);
  if (rc)
    mdb_txn_abort(txn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}txn' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
  return rc;
}

int storeSilent(MDB_env *env, MDB_dbi dbi, MDB_val *key, MDB_val *data) {
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
