// RUN: %check %s -- -std=gnu11
// A write transaction frees its cursors when it ends, a read one does not.
#include <lmdb.h>
#include <stddef.h>

int writeSilent(MDB_env *env, MDB_dbi dbi, MDB_val *key, MDB_val *data) {
  MDB_txn *txn;
  MDB_cursor *cursor;
  int rc = mdb_txn_begin(env, NULL, 0, &txn);
  if (rc)
    return rc;
  rc = mdb_cursor_open(txn, dbi, &cursor);
  if (rc == 0)
    rc = mdb_cursor_put(cursor, key, data, 0);
  mdb_txn_abort(txn);
  return rc;
}

int readReported(MDB_env *env, MDB_dbi dbi, MDB_val *key, MDB_val *data) {
  MDB_txn *txn;
  MDB_cursor *cursor;
  int rc = mdb_txn_begin(env, NULL, MDB_RDONLY, &txn);
  if (rc)
    return rc;
  rc = mdb_cursor_open(txn, dbi, &cursor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}cursor' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (rc == 0)
    rc = mdb_cursor_get(cursor, key, data, MDB_FIRST);
  mdb_txn_abort(txn);
  return rc;
}
