// RUN: %check %s -- -std=gnu11
// A reset makes the transaction ready for a renew, it does not end it.
#include <lmdb.h>
#include <stddef.h>

int statReported(MDB_env *env, MDB_dbi dbi, MDB_stat *stat) {
  MDB_txn *txn;
  int rc = mdb_txn_begin(env, NULL, MDB_RDONLY, &txn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}txn' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (rc)
    return rc;
  rc = mdb_stat(txn, dbi, stat);
  mdb_txn_reset(txn);
  return rc;
}

int statSilent(MDB_env *env, MDB_dbi dbi, MDB_stat *stat) {
  MDB_txn *txn;
  int rc = mdb_txn_begin(env, NULL, MDB_RDONLY, &txn);
  if (rc)
    return rc;
  rc = mdb_stat(txn, dbi, stat);
  mdb_txn_abort(txn);
  return rc;
}
