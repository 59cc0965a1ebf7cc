// RUN: %check %s -- -std=gnu11
// What mdb_get points to is gone with the transaction.
#include <lmdb.h>
#include <string.h>

int readReported(MDB_txn *txn, MDB_dbi dbi, MDB_val *key, char *to) {
  MDB_val data;
  int rc = mdb_get(txn, dbi, key, &data);
  mdb_txn_abort(txn);
  if (rc == 0)
    memcpy(to, data.mv_data, data.mv_size);
  // CHECK: warning: {{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
  return rc;
}

int readSilent(MDB_txn *txn, MDB_dbi dbi, MDB_val *key, char *to) {
  MDB_val data;
  int rc = mdb_get(txn, dbi, key, &data);
  if (rc == 0)
    memcpy(to, data.mv_data, data.mv_size);
  mdb_txn_abort(txn);
  return rc;
}
