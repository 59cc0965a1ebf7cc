// RUN: %check %s -- -std=gnu11
// The goto jumps to a label that closes less than all.
#include <lmdb.h>
#include <stddef.h>

int countReported(MDB_env *env, const char *name, MDB_stat *stat) {
  MDB_txn *txn = NULL;
  MDB_dbi dbi;
  int rc = mdb_txn_begin(env, NULL, MDB_RDONLY, &txn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}txn' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (rc)
    goto out;
  rc = mdb_dbi_open(txn, name, 0, &dbi);
  if (rc)
    goto out;
  rc = mdb_stat(txn, dbi, stat);
  mdb_txn_abort(txn);
out:
  return rc;
}

int countSilent(MDB_env *env, const char *name, MDB_stat *stat) {
  MDB_txn *txn = NULL;
  MDB_dbi dbi;
  int rc = mdb_txn_begin(env, NULL, MDB_RDONLY, &txn);
  if (rc)
    goto out;
  rc = mdb_dbi_open(txn, name, 0, &dbi);
  if (rc)
    goto out;
  rc = mdb_stat(txn, dbi, stat);
out:
  mdb_txn_abort(txn);
  return rc;
}
