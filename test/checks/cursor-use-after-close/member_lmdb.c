// RUN: %check %s -- -std=gnu11
// The cursor of a write transaction dies with it.
#include <lmdb.h>
#include <stddef.h>

struct batch {
  MDB_txn *txn;
  MDB_cursor *cursor;
};

int fillReported(MDB_env *env, MDB_dbi dbi, MDB_val *key, MDB_val *data) {
  struct batch b;
  int rc = mdb_txn_begin(env, NULL, 0, &b.txn);
  if (rc)
    return rc;
  rc = mdb_cursor_open(b.txn, dbi, &b.cursor);
  if (rc) {
    mdb_txn_abort(b.txn);
    return rc;
  }
  mdb_cursor_put(b.cursor, key, data, 0);
  rc = mdb_txn_commit(b.txn);
  mdb_cursor_close(b.cursor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}cursor' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
  return rc;
}

int fillSilent(MDB_env *env, MDB_dbi dbi, MDB_val *key, MDB_val *data) {
  struct batch b;
  int rc = mdb_txn_begin(env, NULL, 0, &b.txn);
  if (rc)
    return rc;
  rc = mdb_cursor_open(b.txn, dbi, &b.cursor);
  if (rc) {
    mdb_txn_abort(b.txn);
    return rc;
  }
  mdb_cursor_put(b.cursor, key, data, 0);
  mdb_cursor_close(b.cursor);
  return mdb_txn_commit(b.txn);
}
