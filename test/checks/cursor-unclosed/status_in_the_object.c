// RUN: %check %s -- -std=gnu11
// A transaction that carries its own status and ends itself when a step fails:
// whoever is given it may go on and end it again, which does nothing.
#include <lmdb.h>
#include <stdbool.h>
#include <stddef.h>

struct transaction {
  MDB_txn *txn;
  MDB_cursor *cursor;
  bool opened;
  int status;
  MDB_val key, value;
};

enum { MISSING = -2, FULL = -3, OTHER = -9, MISUSED = -50 };

static void translate(int *status) {
  switch (*status) {
  case 0:
    break;
  case MDB_NOTFOUND:
    *status = MISSING;
    break;
  case MDB_MAP_FULL:
    *status = FULL;
    break;
  case MDB_READERS_FULL:
    *status = FULL;
    break;
  default:
    *status = *status < 0 ? OTHER : -*status;
  }
}

static void begin(MDB_env *env, struct transaction *t) {
  t->status = mdb_txn_begin(env, NULL, 0, &t->txn);
  translate(&t->status);
  if (t->status == 0)
    t->opened = true;
}

static void end(struct transaction *t) {
  if (!t->opened)
    return;
  if (t->cursor) {
    mdb_cursor_close(t->cursor);
    t->cursor = NULL;
  }
  mdb_txn_abort(t->txn);
  t->opened = false;
}

static bool isUsable(struct transaction *t) {
  if (!t->opened && t->status == 0)
    t->status = MISUSED;
  if (t->status != 0) {
    end(t);
    return false;
  }
  return true;
}

static void commit(struct transaction *t) {
  if (!isUsable(t))
    return;
  if (t->cursor) {
    mdb_cursor_close(t->cursor);
    t->cursor = NULL;
  }
  t->status = mdb_txn_commit(t->txn);
  translate(&t->status);
  t->opened = false;
}

static bool hasCursor(struct transaction *t) {
  if (!t->cursor) {
    t->status = mdb_cursor_open(t->txn, 1, &t->cursor);
    translate(&t->status);
    if (t->status != 0) {
      end(t);
      return false;
    }
  }
  return true;
}

static bool get(struct transaction *t, MDB_cursor_op where) {
  t->status = mdb_cursor_get(t->cursor, &t->key, &t->value, where);
  translate(&t->status);
  if (t->status == MISSING) {
    t->status = 0;
    return false;
  }
  return t->status == 0;
}

static bool first(struct transaction *t) {
  return isUsable(t) && hasCursor(t) && get(t, MDB_FIRST);
}

static bool next(struct transaction *t) {
  return isUsable(t) && get(t, MDB_NEXT);
}

int countSilent(MDB_env *env) {
  struct transaction t = {0};
  int count = 0;
  begin(env, &t);
  for (bool found = first(&t); found; found = next(&t))
    ++count;
  end(&t);
  return t.status == 0 ? count : t.status;
}

int writeSilent(MDB_env *env) {
  struct transaction t = {0};
  begin(env, &t);
  if (first(&t))
    next(&t);
  commit(&t);
  return t.status;
}

int peekReported(MDB_env *env) {
  struct transaction t = {0};
  begin(env, &t);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 't.txn' (LMDB MDB_txn) is not closed {{.*}}[cursor-unclosed]
  if (t.status == 0 && mdb_get(t.txn, 1, &t.key, &t.value) != 0)
    return t.status;
  end(&t);
  return 0;
}

int endedTwiceReported(MDB_env *env) {
  struct transaction t = {0};
  begin(env, &t);
  if (t.status == 0) {
    mdb_txn_abort(t.txn);
    end(&t);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 't.txn' (LMDB MDB_txn) is closed a second time {{.*}}[cursor-use-after-close]
  }
  return 0;
}
