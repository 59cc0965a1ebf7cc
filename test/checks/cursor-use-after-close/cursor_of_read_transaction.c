// RUN: %check %s -- -std=gnu11
// The cursor of a read transaction is closed before or after it.
#include <lmdb.h>
#include <stddef.h>

void afterSilent(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_cursor *cursor;
  if (mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) != 0)
    return;
  if (mdb_cursor_open(txn, dbi, &cursor) == 0) {
    mdb_txn_abort(txn);
    mdb_cursor_close(cursor);
  } else {
    mdb_txn_abort(txn);
  }
}

int getReported(MDB_env *env, MDB_dbi dbi, MDB_val *key, MDB_val *data) {
  MDB_txn *txn;
  MDB_cursor *cursor;
  int rc = mdb_txn_begin(env, NULL, MDB_RDONLY, &txn);
  if (rc)
    return rc;
  rc = mdb_cursor_open(txn, dbi, &cursor);
  mdb_txn_abort(txn);
  if (rc == 0) {
    rc = mdb_cursor_get(cursor, key, data, MDB_FIRST);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}cursor' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
    mdb_cursor_close(cursor);
  }
  return rc;
}
