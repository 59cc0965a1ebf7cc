// RUN: %check %s -- -std=gnu11
// A helper opens transaction and cursor through out-parameters.
#include <lmdb.h>
#include <stddef.h>

static int openScan(MDB_env *env, MDB_dbi dbi, MDB_txn **txn,
                    MDB_cursor **cursor) {
  int rc = mdb_txn_begin(env, NULL, MDB_RDONLY, txn);
  if (rc)
    return rc;
  rc = mdb_cursor_open(*txn, dbi, cursor);
  if (rc)
    mdb_txn_abort(*txn);
  return rc;
}

int scanReported(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_cursor *cursor;
  MDB_val key, data;
  int rows = 0;
  if (openScan(env, dbi, &txn, &cursor) != 0)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}txn' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
    return -1;
  while (mdb_cursor_get(cursor, &key, &data, MDB_NEXT) == 0)
    rows++;
  mdb_cursor_close(cursor);
  return rows;
}

int scanSilent(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_cursor *cursor;
  MDB_val key, data;
  int rows = 0;
  if (openScan(env, dbi, &txn, &cursor) != 0)
    return -1;
  while (mdb_cursor_get(cursor, &key, &data, MDB_NEXT) == 0)
    rows++;
  mdb_cursor_close(cursor);
  mdb_txn_abort(txn);
  return rows;
}
