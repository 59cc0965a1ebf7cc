// RUN: %check %s -- -std=c11
// RUN: %truth %s -- -std=c11
// LMDB: readers hold a slot of the environment's table, a writer holds the lock of all
// writers; who frees a cursor depends on its transaction; values live in the map.
#include <lmdb.h>
#include <stdio.h>
#include <string.h>

static MDB_val text(const char *text) { return (MDB_val){strlen(text), (void *)text}; }

int readerLeftReported(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_val key = text("absent"), data;
  if (mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) != 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'txn'{{.*}}[cursor-unclosed]
    return -1;
  if (mdb_get(txn, dbi, &key, &data) != 0)
    return 0;
  int first = *(char *)data.mv_data;
  mdb_txn_abort(txn);
  return first;
}

int readerLeftSilent(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_val key = text("absent"), data;
  if (mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) != 0)
    return -1;
  if (mdb_get(txn, dbi, &key, &data) != 0) {
    mdb_txn_abort(txn);
    return 0;
  }
  int first = *(char *)data.mv_data;
  mdb_txn_abort(txn);
  return first;
}

int readerResetReported(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_stat stat;
  if (mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) != 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'txn'{{.*}}[cursor-unclosed]
    return -1;
  mdb_stat(txn, dbi, &stat);
  mdb_txn_reset(txn);
  return (int)stat.ms_entries;
}

int readerResetSilent(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_stat stat;
  if (mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) != 0)
    return -1;
  mdb_stat(txn, dbi, &stat);
  mdb_txn_abort(txn);
  return (int)stat.ms_entries;
}

int writerLeftReported(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_val key = text("one"), data = text("1");
  if (mdb_txn_begin(env, NULL, 0, &txn) != 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'txn'{{.*}}[cursor-unclosed]
    return -1;
  if (mdb_put(txn, dbi, &key, &data, MDB_NOOVERWRITE) != 0)
    return -1;
  return mdb_txn_commit(txn);
}

int writerLeftSilent(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_val key = text("one"), data = text("1");
  if (mdb_txn_begin(env, NULL, 0, &txn) != 0)
    return -1;
  if (mdb_put(txn, dbi, &key, &data, MDB_NOOVERWRITE) != 0) {
    mdb_txn_abort(txn);
    return -1;
  }
  return mdb_txn_commit(txn);
}

// A commit frees the transaction whatever it answers.
int abortedAfterCommitReported(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_val key = text("one");
  if (mdb_txn_begin(env, NULL, 0, &txn) != 0)
    return -1;
  int rc = mdb_del(txn, dbi, &key, NULL);
  if (rc == 0)
    rc = mdb_txn_commit(txn);
  mdb_txn_abort(txn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'txn'{{.*}}[cursor-use-after-close]
  return rc;
}

int abortedAfterCommitSilent(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_val key = text("one");
  if (mdb_txn_begin(env, NULL, 0, &txn) != 0)
    return -1;
  int rc = mdb_del(txn, dbi, &key, NULL);
  if (rc == 0)
    return mdb_txn_commit(txn);
  mdb_txn_abort(txn);
  return rc;
}

int usedAfterCommitReported(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_stat stat;
  if (mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) != 0)
    return -1;
  mdb_txn_commit(txn);
  return mdb_stat(txn, dbi, &stat);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'txn'{{.*}}[cursor-use-after-close]
}

int usedAfterCommitSilent(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_stat stat;
  if (mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) != 0)
    return -1;
  int rc = mdb_stat(txn, dbi, &stat);
  mdb_txn_commit(txn);
  return rc;
}

// The cursor of a reader is never freed by its transaction.
int cursorOfReaderReported(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_cursor *cursor;
  MDB_val key, data;
  int count = 0;
  if (mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) != 0)
    return -1;
  if (mdb_cursor_open(txn, dbi, &cursor) == 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'cursor'{{.*}}[cursor-unclosed]
    while (mdb_cursor_get(cursor, &key, &data, MDB_NEXT) == 0)
      count++;
  mdb_txn_abort(txn);
  return count;
}

int cursorOfReaderSilent(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_cursor *cursor;
  MDB_val key, data;
  int count = 0;
  if (mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) != 0)
    return -1;
  if (mdb_cursor_open(txn, dbi, &cursor) == 0) {
    while (mdb_cursor_get(cursor, &key, &data, MDB_NEXT) == 0)
      count++;
    mdb_cursor_close(cursor);
  }
  mdb_txn_abort(txn);
  return count;
}

// That of a writer is, so that a close after it is the second one.
int cursorOfWriterReported(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_cursor *cursor;
  MDB_val key = text("four"), data = text("4");
  if (mdb_txn_begin(env, NULL, 0, &txn) != 0)
    return -1;
  if (mdb_cursor_open(txn, dbi, &cursor) != 0) {
    mdb_txn_abort(txn);
    return -1;
  }
  mdb_cursor_put(cursor, &key, &data, 0);
  int rc = mdb_txn_commit(txn);
  mdb_cursor_close(cursor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'cursor'{{.*}}[cursor-use-after-close]
  return rc;
}

int cursorOfWriterSilent(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_cursor *cursor;
  MDB_val key = text("four"), data = text("4");
  if (mdb_txn_begin(env, NULL, 0, &txn) != 0)
    return -1;
  if (mdb_cursor_open(txn, dbi, &cursor) != 0) {
    mdb_txn_abort(txn);
    return -1;
  }
  mdb_cursor_put(cursor, &key, &data, 0);
  mdb_cursor_close(cursor);
  return mdb_txn_commit(txn);
}

int valueAfterAbortReported(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_val key = text("two"), data;
  if (mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) != 0)
    return -1;
  int rc = mdb_get(txn, dbi, &key, &data);
  mdb_txn_abort(txn);
  return rc == 0 ? *(char *)data.mv_data : 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-use-after-close]
}

int valueAfterAbortSilent(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_val key = text("two"), data;
  if (mdb_txn_begin(env, NULL, MDB_RDONLY, &txn) != 0)
    return -1;
  int rc = mdb_get(txn, dbi, &key, &data);
  int first = rc == 0 ? *(char *)data.mv_data : 0;
  mdb_txn_abort(txn);
  return first;
}

int valueAfterPutReported(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_val key = text("two"), data, fresh = text("zwei");
  if (mdb_txn_begin(env, NULL, 0, &txn) != 0)
    return -1;
  int first = 0;
  if (mdb_get(txn, dbi, &key, &data) == 0) {
    mdb_put(txn, dbi, &key, &fresh, 0);
    first = *(char *)data.mv_data;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-use-after-close]
  }
  mdb_txn_commit(txn);
  return first;
}

int valueAfterPutSilent(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_val key = text("two"), data, fresh = text("zwei");
  if (mdb_txn_begin(env, NULL, 0, &txn) != 0)
    return -1;
  int first = 0;
  if (mdb_get(txn, dbi, &key, &data) == 0) {
    first = *(char *)data.mv_data;
    mdb_put(txn, dbi, &key, &fresh, 0);
  }
  mdb_txn_commit(txn);
  return first;
}

// An environment that could not be opened is still one to be closed.
int failedOpenReported(void) {
  MDB_env *env;
  if (mdb_env_create(&env) != 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'env'{{.*}}[cursor-unclosed]
    return -1;
  if (mdb_env_open(env, "no/such/folder", 0, 0600) != 0)
    return -1;
  mdb_env_close(env);
  return 0;
}

int failedOpenSilent(void) {
  MDB_env *env;
  if (mdb_env_create(&env) != 0)
    return -1;
  if (mdb_env_open(env, "no/such/folder", 0, 0600) != 0) {
    mdb_env_close(env);
    return -1;
  }
  mdb_env_close(env);
  return 0;
}

// A failed begin leaves nothing: LMDB allows a thread one reader.
int failedBeginReported(MDB_env *env) {
  MDB_txn *first = NULL, *second = NULL;
  int rc = mdb_txn_begin(env, NULL, MDB_RDONLY, &first);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'first'{{.*}}[cursor-unclosed]
  if (rc == 0)
    rc = mdb_txn_begin(env, NULL, MDB_RDONLY, &second);
  if (rc != 0) {
    mdb_txn_abort(second);
    return rc;
  }
  mdb_txn_abort(second);
  mdb_txn_abort(first);
  return 0;
}

int failedBeginSilent(MDB_env *env) {
  MDB_txn *first = NULL, *second = NULL;
  int rc = mdb_txn_begin(env, NULL, MDB_RDONLY, &first);
  if (rc == 0)
    rc = mdb_txn_begin(env, NULL, MDB_RDONLY, &second);
  if (rc != 0) {
    mdb_txn_abort(first);
    return rc;
  }
  mdb_txn_abort(second);
  mdb_txn_abort(first);
  return 0;
}

int usedAfterEnvironmentReported(const char *folder) {
  MDB_env *env;
  MDB_stat stat;
  if (mdb_env_create(&env) != 0)
    return -1;
  int rc = mdb_env_open(env, folder, 0, 0600);
  mdb_env_close(env);
  return rc == 0 ? mdb_env_stat(env, &stat) : rc;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'env'{{.*}}[cursor-use-after-close]
}

int usedAfterEnvironmentSilent(const char *folder) {
  MDB_env *env;
  MDB_stat stat;
  if (mdb_env_create(&env) != 0)
    return -1;
  int rc = mdb_env_open(env, folder, 0, 0600);
  if (rc == 0)
    rc = mdb_env_stat(env, &stat);
  mdb_env_close(env);
  return rc;
}
