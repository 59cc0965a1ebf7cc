// RUN: %check %s -- -std=gnu11 -pthread
#include <db.h>
#include <pthread.h>
#include <string.h>

static void *look(void *arg) {
  DB *db = arg;
  DBT key, data;
  memset(&key, 0, sizeof key);
  memset(&data, 0, sizeof data);
  data.flags = DB_DBT_MALLOC;
  db->get(db, NULL, &key, &data, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (Berkeley DB DB) is used by two threads {{.*}}declared by DB->open without DB_THREAD) [cursor-thread-share]
  return NULL;
}

static void both(DB *db) {
  pthread_t first, second;
  pthread_create(&first, NULL, look, db);
  pthread_create(&second, NULL, look, db);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
}

void withoutFlagReported(void) {
  DB *db;
  if (db_create(&db, NULL, 0) != 0)
    return;
  if (db->open(db, NULL, "zip.db", NULL, DB_HASH, DB_CREATE, 0644) == 0)
    both(db);
  db->close(db, 0);
}

void withFlagSilent(void) {
  DB *db;
  if (db_create(&db, NULL, 0) != 0)
    return;
  if (db->open(db, NULL, "zip.db", NULL, DB_HASH, DB_CREATE | DB_THREAD,
               0644) == 0)
    both(db);
  db->close(db, 0);
}

// An environment's flag holds for its databases.
void environmentsFlagSilent(void) {
  DB_ENV *env;
  DB *db;
  if (db_env_create(&env, 0) != 0)
    return;
  if (env->open(env, "home", DB_CREATE | DB_INIT_MPOOL | DB_THREAD, 0) == 0 &&
      db_create(&db, env, 0) == 0) {
    if (db->open(db, NULL, "zip.db", NULL, DB_HASH, DB_CREATE, 0644) == 0)
      both(db);
    db->close(db, 0);
  }
  env->close(env, 0);
}

// A transaction is for one thread at a time, whatever the flag.
static void *put(void *arg) {
  DB_TXN *txn = arg;
  txn->set_name(txn, "import");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'txn'{{.*}} is used by two threads at the same time with no lock in common{{.*}} [cursor-thread-share]
  return NULL;
}

void transactionReported(DB_ENV *env) {
  DB_TXN *txn;
  pthread_t other;
  if (env->txn_begin(env, NULL, &txn, 0) != 0)
    return;
  pthread_create(&other, NULL, put, txn);
  txn->id(txn);
  pthread_join(other, NULL);
  txn->commit(txn, 0);
}

void transactionJoinedSilent(DB_ENV *env) {
  DB_TXN *txn;
  pthread_t other;
  if (env->txn_begin(env, NULL, &txn, 0) != 0)
    return;
  pthread_create(&other, NULL, put, txn);
  pthread_join(other, NULL);
  txn->commit(txn, 0);
}

// Nor does the environment's own flag change that.
static void *put_in(void *arg) {
  DB_TXN *txn = arg;
  txn->set_name(txn, "import");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'txn'{{.*}} is used by two threads at the same time with no lock in common{{.*}} [cursor-thread-share]
  return NULL;
}

void transactionOfOpenedReported(void) {
  DB_ENV *env;
  DB_TXN *txn;
  pthread_t other;
  if (db_env_create(&env, 0) != 0)
    return;
  if (env->open(env, "home", DB_CREATE | DB_INIT_TXN | DB_THREAD, 0) == 0 &&
      env->txn_begin(env, NULL, &txn, 0) == 0) {
    pthread_create(&other, NULL, put_in, txn);
    txn->id(txn);
    pthread_join(other, NULL);
    txn->commit(txn, 0);
  }
  env->close(env, 0);
}
