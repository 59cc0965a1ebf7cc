// RUN: %check %s -- -std=c++17
#include <db_cxx.h>

#include <cstring>
#include <string>

int usedReported(Db &db) {
  db.close(0);
  return db.sync(0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (Berkeley DB C++ Db) is used after {{.*}} [cursor-use-after-close]
}

// The destructor does not close again what has been closed.
int closedSilent(const char *file) {
  Db db(nullptr, 0);
  db.open(nullptr, file, nullptr, DB_BTREE, DB_CREATE, 0);
  db.sync(0);
  return db.close(0);
}

// A transaction closes the cursors that are left open.
void cursorReported(DbEnv &env, Db &db, Dbt &key, Dbt &data) {
  DbTxn *txn = nullptr;
  Dbc *cursor = nullptr;
  env.txn_begin(nullptr, &txn, 0);
  if (db.cursor(txn, &cursor, 0) != 0) {
    txn->abort();
    return;
  }
  cursor->get(&key, &data, DB_FIRST);
  txn->commit(0);
  cursor->close();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cursor' (Berkeley DB C++ Dbc) is closed {{.*}} [cursor-use-after-close]
}

void cursorSilent(DbEnv &env, Db &db, Dbt &key, Dbt &data) {
  DbTxn *txn = nullptr;
  Dbc *cursor = nullptr;
  env.txn_begin(nullptr, &txn, 0);
  if (db.cursor(txn, &cursor, 0) != 0) {
    txn->abort();
    return;
  }
  cursor->get(&key, &data, DB_FIRST);
  cursor->close();
  txn->commit(0);
}

class WrongOrder {
public:
  explicit WrongOrder(const char *home) : env_(new DbEnv(0)) {
    env_->open(home, DB_CREATE, 0);
    db_ = new Db(env_, 0);
  }
  ~WrongOrder() {
    env_->close(0);
    delete db_;
    delete env_;
  }

private:
  DbEnv *env_;
  Db *db_;
};

// Members end in the opposite order of their declaration.
class RightOrder {
public:
  explicit RightOrder(const char *home) : env_(0), db_(&env_, 0) {
    env_.open(home, DB_CREATE, 0);
  }

private:
  DbEnv env_;
  Db db_;
};

void orderReported(const char *home) {
  WrongOrder wrong(home);
  RightOrder right(home);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'wrong.db_' (Berkeley DB C++ Db) is closed after its environment 'wrong.env_' was closed{{.*}} [cursor-use-after-close]
}

// Without a flag the memory is the library's, until the next call.
std::string valueReported(Db &db, Dbt &key, Dbt &other) {
  Dbt first, second;
  if (db.get(nullptr, &key, &first, 0) != 0)
    return "";
  const char *text = static_cast<const char *>(first.get_data());
  db.get(nullptr, &other, &second, 0);
  return text;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'db' (Berkeley DB C++ Db) is used after what it points to has ended{{.*}} [cursor-use-after-close]
}

std::string valueSilent(Db &db, Dbt &key, Dbt &other) {
  char buffer[64];
  Dbt first, second;
  first.set_data(buffer);
  first.set_ulen(sizeof buffer);
  first.set_flags(DB_DBT_USERMEM);
  if (db.get(nullptr, &key, &first, 0) != 0)
    return "";
  const char *text = static_cast<const char *>(first.get_data());
  db.get(nullptr, &other, &second, 0);
  return text;
}

void copiedSilent(Db &db, Dbt &key, Dbt &other, char *into) {
  Dbt first, second;
  if (db.get(nullptr, &key, &first, 0) != 0)
    return;
  std::memcpy(into, first.get_data(), first.get_size());
  db.get(nullptr, &other, &second, 0);
}
