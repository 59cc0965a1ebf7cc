// RUN: %check %s -- -std=c11
//
// An object that holds a transaction, a status and whether it is open: each
// function that takes it does nothing once the status is bad.
#include <lmdb.h>
#include <stdbool.h>
#include <stddef.h>

enum { Done = 0, Invalid = -1, Misused = -2, NoMemory = -3, Missing = -4 };

struct txn {
  MDB_txn *handle;
  MDB_cursor *cursor, *stored;
  bool opened;
  int status;
  MDB_dbi table;
};

static void translate(int *error) {
  switch (*error) {
  case MDB_SUCCESS:
    *error = Done;
    break;
  case MDB_NOTFOUND:
    *error = Missing;
    break;
  default:
    *error = *error < 0 ? Invalid : -*error;
    break;
  }
}

static void begin(MDB_env *env, struct txn *txn, bool writes) {
  txn->status =
      mdb_txn_begin(env, NULL, writes ? 0 : MDB_RDONLY, &txn->handle);
  translate(&txn->status);
  if (txn->status == Done)
    txn->opened = true;
}

static void closeCursors(struct txn *txn) {
  if (txn->cursor) {
    mdb_cursor_close(txn->cursor);
    txn->cursor = NULL;
  }
  if (txn->stored) {
    mdb_cursor_close(txn->stored);
    txn->stored = NULL;
  }
}

static void abandon(struct txn *txn) {
  if (txn->opened) {
    closeCursors(txn);
    mdb_txn_abort(txn->handle);
    txn->opened = false;
  }
}

static bool isGood(struct txn *txn) {
  if (!txn->opened && txn->status == Done)
    txn->status = Misused;
  if (txn->status != Done) {
    abandon(txn);
    return false;
  }
  return true;
}

static bool isFilled(struct txn *txn, const MDB_val *value) {
  if (!value->mv_data) {
    txn->status = NoMemory;
    abandon(txn);
    return false;
  }
  return true;
}

static bool insert(struct txn *txn, MDB_val *key, MDB_val *value) {
  if (isGood(txn) && isFilled(txn, key)) {
    txn->status = mdb_put(txn->handle, txn->table, key, value,
                          value->mv_size && !value->mv_data ? MDB_RESERVE : 0);
    translate(&txn->status);
  }
  return txn->status == Done;
}

static void commit(struct txn *txn) {
  if (!isGood(txn))
    return;
  closeCursors(txn);
  txn->status = mdb_txn_commit(txn->handle);
  translate(&txn->status);
  txn->opened = false;
}

int insertSilent(MDB_env *env, MDB_val key, MDB_val value) {
  struct txn txn = {0};
  begin(env, &txn, true);
  insert(&txn, &key, &value);
  commit(&txn);
  return txn.status;
}

// It stays marked as open.
static void abandonOnly(struct txn *txn) {
  if (txn->opened) {
    closeCursors(txn);
    mdb_txn_abort(txn->handle);
  }
}

int insertReported(MDB_env *env, MDB_val key, MDB_val value) {
  struct txn txn = {0};
  begin(env, &txn, true);
  if (!insert(&txn, &key, &value))
    abandonOnly(&txn);
  commit(&txn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'txn.handle' {{.*}} is closed a second time {{.*}} [cursor-use-after-close]
  return txn.status;
}
