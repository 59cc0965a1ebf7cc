// RUN: %check %s -- -std=c++17 -pthread
#include <db_cxx.h>

#include <mutex>
#include <thread>

static void look(Db &db, Dbt &key) {
  Dbt data;
  data.set_flags(DB_DBT_MALLOC);
  db.get(nullptr, &key, &data, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (Berkeley DB C++ Db) is used by two threads {{.*}}declared by Db::open without DB_THREAD) [cursor-thread-share]
}

static void both(Db &db, Dbt &key) {
  std::thread first([&] { look(db, key); }), second([&] { look(db, key); });
  first.join();
  second.join();
}

void withoutFlagReported(Dbt &key) {
  Db db(nullptr, 0);
  db.open(nullptr, "zip.db", nullptr, DB_HASH, DB_CREATE, 0644);
  both(db, key);
}

void withFlagSilent(Dbt &key) {
  Db db(nullptr, 0);
  db.open(nullptr, "zip.db", nullptr, DB_HASH, DB_CREATE | DB_THREAD, 0644);
  both(db, key);
}

// An environment's flag holds for its databases.
void environmentsFlagSilent(Dbt &key) {
  DbEnv env(0);
  env.open("home", DB_CREATE | DB_INIT_MPOOL | DB_THREAD, 0);
  Db db(&env, 0);
  db.open(nullptr, "zip.db", nullptr, DB_HASH, DB_CREATE, 0644);
  both(db, key);
}

// A transaction is for one thread at a time, whatever the flag.
void transactionReported(DbEnv &env, Db &db, Dbt &key, Dbt &data) {
  DbTxn *txn = nullptr;
  env.txn_begin(nullptr, &txn, 0);
  std::thread other([&] {
    db.put(txn, &key, &data, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'txn' (Berkeley DB C++ DbTxn) is used by two threads {{.*}} [cursor-thread-share]
  });
  db.del(txn, &data, 0);
  other.join();
  txn->commit(0);
}

void transactionSilent(DbEnv &env, Db &db, Dbt &key, Dbt &data) {
  DbTxn *txn = nullptr;
  env.txn_begin(nullptr, &txn, 0);
  std::thread other([&] { db.put(txn, &key, &data, 0); });
  other.join();
  db.del(txn, &data, 0);
  txn->commit(0);
}
