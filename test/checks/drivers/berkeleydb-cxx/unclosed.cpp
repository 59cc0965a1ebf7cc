// RUN: %check %s -- -std=c++17
#include <db_cxx.h>

#include <memory>
#include <string>

int countReported(Db &db) {
  Dbc *cursor = nullptr;
  if (db.cursor(nullptr, &cursor, 0) != 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cursor' (Berkeley DB C++ Dbc) is not closed before 'countReported' returns{{.*}} [cursor-unclosed]
    return -1;
  Dbt key, data;
  int found = 0, ret;
  while ((ret = cursor->get(&key, &data, DB_NEXT)) == 0)
    ++found;
  if (ret != DB_NOTFOUND)
    return -1;
  cursor->close();
  return found;
}

int countSilent(Db &db) {
  Dbc *cursor = nullptr;
  if (db.cursor(nullptr, &cursor, 0) != 0)
    return -1;
  Dbt key, data;
  int found = 0, ret;
  while ((ret = cursor->get(&key, &data, DB_NEXT)) == 0)
    ++found;
  cursor->close();
  return ret == DB_NOTFOUND ? found : -1;
}

// A transaction that is neither committed nor aborted.
bool storeReported(DbEnv &env, Db &db, Dbt &key, Dbt &value) {
  DbTxn *txn = nullptr;
  env.txn_begin(nullptr, &txn, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'txn' (Berkeley DB C++ DbTxn) is not closed before 'storeReported' returns{{.*}} [cursor-unclosed]
  if (db.put(txn, &key, &value, 0) != 0)
    return false;
  txn->commit(0);
  return true;
}

bool storeSilent(DbEnv &env, Db &db, Dbt &key, Dbt &value) {
  DbTxn *txn = nullptr;
  env.txn_begin(nullptr, &txn, 0);
  if (db.put(txn, &key, &value, 0) != 0) {
    txn->abort();
    return false;
  }
  txn->commit(0);
  return true;
}

bool caughtSilent(DbEnv &env, Db &db, Dbt &key, Dbt &value) {
  DbTxn *txn = nullptr;
  try {
    env.txn_begin(nullptr, &txn, 0);
    db.put(txn, &key, &value, 0);
    txn->commit(0);
    txn = nullptr;
  } catch (DbException &) {
    if (txn)
      txn->abort();
    return false;
  }
  return true;
}

// Who catches does not know how far it came.
bool abortedSilent(DbEnv &env, Db &db, Dbt &key, Dbt &value) {
  DbTxn *txn = nullptr;
  env.txn_begin(nullptr, &txn, 0);
  try {
    db.put(txn, &key, &value, 0);
    txn->commit(0);
  } catch (DbException &) {
    txn->abort();
    return false;
  }
  return true;
}

Db *openedReported(DbEnv *env, const char *file) {
  Db *db = new Db(env, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (Berkeley DB C++ Db) is not closed before 'openedReported' returns{{.*}} [cursor-unclosed]
  if (db->open(nullptr, file, nullptr, DB_BTREE, DB_CREATE, 0) != 0)
    return nullptr;
  return db;
}

Db *openedSilent(DbEnv *env, const char *file) {
  auto db = std::make_unique<Db>(env, 0);
  if (db->open(nullptr, file, nullptr, DB_BTREE, DB_CREATE, 0) != 0)
    return nullptr;
  return db.release();
}

// The destructors close.
int scopedSilent(const char *home, const char *file) {
  DbEnv env(0);
  env.open(home, DB_CREATE | DB_INIT_MPOOL, 0);
  Db db(&env, 0);
  if (db.open(nullptr, file, nullptr, DB_BTREE, DB_CREATE, 0) != 0)
    return 1;
  db.close(0);
  env.close(0);
  return 0;
}

class StoreSilent {
public:
  explicit StoreSilent(const std::string &file) : db_(new Db(nullptr, 0)) {
    db_->open(nullptr, file.c_str(), nullptr, DB_HASH, DB_CREATE, 0);
  }
  ~StoreSilent() {
    db_->close(0);
    delete db_;
  }

private:
  Db *db_;
};

class StoreReported {
public:
  explicit StoreReported(const std::string &file) : db_(new Db(nullptr, 0)) {
    db_->open(nullptr, file.c_str(), nullptr, DB_HASH, DB_CREATE, 0);
  }

private:
  Db *db_;
};

void stores(const std::string &file) {
  StoreSilent right(file);
  StoreReported wrong(file);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'wrong.db_' (Berkeley DB C++ Db) is not closed before its scope ends{{.*}} [cursor-unclosed]
}
