// RUN: %check %s -- -std=gnu11
#include <db.h>
#include <string.h>

// A failed open leaves a handle that must be closed.
DB *openReported(const char *file) {
  DB *db;
  if (db_create(&db, NULL, 0) != 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}} is not closed before 'openReported' returns{{.*}} [cursor-unclosed]
    return NULL;
  if (db->open(db, NULL, file, NULL, DB_BTREE, DB_CREATE, 0644) != 0)
    return NULL;
  return db;
}

DB *openSilent(const char *file) {
  DB *db;
  if (db_create(&db, NULL, 0) != 0)
    return NULL;
  if (db->open(db, NULL, file, NULL, DB_BTREE, DB_CREATE, 0644) != 0) {
    db->close(db, 0);
    return NULL;
  }
  return db;
}

DB_ENV *environmentReported(const char *home) {
  DB_ENV *env;
  if (db_env_create(&env, 0) != 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'env'{{.*}} is not closed before 'environmentReported' returns{{.*}} [cursor-unclosed]
    return NULL;
  if (env->open(env, home, DB_CREATE | DB_INIT_MPOOL, 0) != 0)
    return NULL;
  return env;
}

int countReported(DB *db) {
  DBC *cursor;
  DBT key, data;
  int n = 0, ret;
  if (db->cursor(db, NULL, &cursor, 0) != 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cursor'{{.*}} is not closed before 'countReported' returns{{.*}} [cursor-unclosed]
    return -1;
  memset(&key, 0, sizeof key);
  memset(&data, 0, sizeof data);
  while ((ret = cursor->get(cursor, &key, &data, DB_NEXT)) == 0)
    n++;
  if (ret != DB_NOTFOUND)
    return -1;
  cursor->close(cursor);
  return n;
}

int countSilent(DB *db) {
  DBC *cursor;
  DBT key, data;
  int n = 0, ret;
  if (db->cursor(db, NULL, &cursor, 0) != 0)
    return -1;
  memset(&key, 0, sizeof key);
  memset(&data, 0, sizeof data);
  while ((ret = cursor->get(cursor, &key, &data, DB_NEXT)) == 0)
    n++;
  cursor->close(cursor);
  return ret == DB_NOTFOUND ? n : -1;
}

int storeReported(DB_ENV *env, DB *db, DBT *key, DBT *data) {
  DB_TXN *txn;
  int ret = env->txn_begin(env, NULL, &txn, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'txn'{{.*}} is not closed before 'storeReported' returns{{.*}} [cursor-unclosed]
  if (ret != 0)
    return ret;
  if ((ret = db->put(db, txn, key, data, 0)) != 0)
    return ret;
  return txn->commit(txn, 0);
}

int storeSilent(DB_ENV *env, DB *db, DBT *key, DBT *data) {
  DB_TXN *txn;
  int ret = env->txn_begin(env, NULL, &txn, 0);
  if (ret != 0)
    return ret;
  if ((ret = db->put(db, txn, key, data, 0)) != 0) {
    txn->abort(txn);
    return ret;
  }
  return txn->commit(txn, 0);
}

// A database's close ends its cursors.
int endedSilent(const char *file) {
  DB *db;
  DBC *cursor;
  if (db_create(&db, NULL, 0) != 0)
    return -1;
  if (db->open(db, NULL, file, NULL, DB_BTREE, 0, 0) == 0)
    db->cursor(db, NULL, &cursor, 0);
  return db->close(db, 0);
}

int duplicateReported(DBC *cursor) {
  DBC *copy;
  if (cursor->dup(cursor, &copy, DB_POSITION) != 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'copy'{{.*}} is not closed before 'duplicateReported' returns{{.*}} [cursor-unclosed]
    return -1;
  return copy->del(copy, 0);
}
