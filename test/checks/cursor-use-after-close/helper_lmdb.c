// RUN: %check %s -- -std=gnu11
// The helper that looks up aborts the transaction which its caller reads with.
#include <lmdb.h>
#include <stddef.h>

static int lookUpAborting(MDB_txn *txn, MDB_dbi dbi, MDB_val *key) {
  MDB_val data;
  int rc = mdb_get(txn, dbi, key, &data);
  mdb_txn_abort(txn);
  return rc;
}

static int lookUp(MDB_txn *txn, MDB_dbi dbi, MDB_val *key) {
  MDB_val data;
  return mdb_get(txn, dbi, key, &data);
}

int bothReported(MDB_env *env, MDB_dbi dbi, MDB_val *a, MDB_val *b) {
  MDB_txn *txn;
  MDB_val data;
  int rc = mdb_txn_begin(env, NULL, MDB_RDONLY, &txn);
  if (rc)
    return rc;
  rc = lookUpAborting(txn, dbi, a);
  if (rc)
    return rc;
  return mdb_get(txn, dbi, b, &data);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}txn' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

int bothSilent(MDB_env *env, MDB_dbi dbi, MDB_val *a, MDB_val *b) {
  MDB_txn *txn;
  MDB_val data;
  int rc = mdb_txn_begin(env, NULL, MDB_RDONLY, &txn);
  if (rc)
    return rc;
  rc = lookUp(txn, dbi, a);
  if (rc == 0)
    rc = mdb_get(txn, dbi, b, &data);
  mdb_txn_abort(txn);
  return rc;
}
