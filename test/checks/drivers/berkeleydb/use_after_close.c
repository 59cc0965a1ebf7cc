// RUN: %check %s -- -std=gnu11
#include <db.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The transaction is over whatever its commit answers.
int commitFailedReported(DB_TXN *txn) {
  int ret = txn->commit(txn, 0);
  if (ret != 0)
    txn->abort(txn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'txn'{{.*}} is closed a second time{{.*}} [cursor-use-after-close]
  return ret;
}

int commitFailedSilent(DB_TXN *txn, int wanted) {
  if (!wanted)
    return txn->abort(txn);
  return txn->commit(txn, 0);
}

void cursorAfterTransactionReported(DB_ENV *env, DB *db) {
  DB_TXN *txn;
  DBC *cursor;
  if (env->txn_begin(env, NULL, &txn, 0) != 0)
    return;
  if (db->cursor(db, txn, &cursor, 0) != 0) {
    txn->abort(txn);
    return;
  }
  txn->commit(txn, 0);
  cursor->close(cursor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cursor'{{.*}} is closed after its connection 'txn' was closed{{.*}} [cursor-use-after-close]
}

void cursorBeforeTransactionSilent(DB_ENV *env, DB *db) {
  DB_TXN *txn;
  DBC *cursor;
  if (env->txn_begin(env, NULL, &txn, 0) != 0)
    return;
  if (db->cursor(db, txn, &cursor, 0) != 0) {
    txn->abort(txn);
    return;
  }
  cursor->close(cursor);
  txn->commit(txn, 0);
}

void closedByRemoveReported(DB *db) {
  db->remove(db, "old.db", NULL, 0);
  db->close(db, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}} is closed a second time{{.*}} [cursor-use-after-close]
}

void databaseAfterEnvironmentReported(DB_ENV *env) {
  DB *db;
  if (db_create(&db, env, 0) != 0)
    return;
  env->close(env, 0);
  db->close(db, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}} is closed after its environment 'env' was closed{{.*}} [cursor-use-after-close]
}

// Memory that the library owns ends with the next read.
void dataReported(DB *db, DBT *key, DBT *other) {
  DBT data, more;
  memset(&data, 0, sizeof data);
  memset(&more, 0, sizeof more);
  if (db->get(db, NULL, key, &data, 0) != 0 ||
      db->get(db, NULL, other, &more, 0) != 0)
    return;
  puts(data.data);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'db'{{.*}} is used after what it points to has ended{{.*}} [cursor-use-after-close]
}

void dataSilent(DB *db, DBT *key, DBT *other) {
  DBT data, more;
  memset(&data, 0, sizeof data);
  memset(&more, 0, sizeof more);
  data.flags = DB_DBT_MALLOC;
  if (db->get(db, NULL, key, &data, 0) != 0 ||
      db->get(db, NULL, other, &more, 0) != 0)
    return;
  puts(data.data);
  free(data.data);
}

const char *lastReported(DB *db) {
  DBC *cursor;
  DBT key = {0}, data = {0};
  const char *last = NULL;
  if (db->cursor(db, NULL, &cursor, 0) != 0)
    return NULL;
  if (cursor->get(cursor, &key, &data, DB_LAST) == 0)
    last = data.data;
  cursor->close(cursor);
  return last && *last ? "some" : "none";
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'cursor'{{.*}} is used after what it points to has ended{{.*}} [cursor-use-after-close]
}

void handleFieldReported(DBC *cursor) {
  cursor->close(cursor);
  cursor->dbp->sync(cursor->dbp, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cursor'{{.*}} is used after it was closed{{.*}} [cursor-use-after-close]
}
