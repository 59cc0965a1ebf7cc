// RUN: %check %s -- -std=c++17
// A transaction class whose destructor forgets to abort.
#include <lmdb.h>

class LeakyTransaction {
public:
  explicit LeakyTransaction(MDB_env *Env) {
    mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn);
  }
  LeakyTransaction(const LeakyTransaction &) = delete;
  LeakyTransaction &operator=(const LeakyTransaction &) = delete;
  ~LeakyTransaction() { mdb_txn_reset(Txn); }
  bool has(MDB_dbi Dbi, MDB_val Key) {
    MDB_val Data;
    return mdb_get(Txn, Dbi, &Key, &Data) == 0;
  }

private:
  MDB_txn *Txn = nullptr;
};

class Transaction {
public:
  explicit Transaction(MDB_env *Env) {
    mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn);
  }
  Transaction(const Transaction &) = delete;
  Transaction &operator=(const Transaction &) = delete;
  ~Transaction() { mdb_txn_abort(Txn); }
  bool has(MDB_dbi Dbi, MDB_val Key) {
    MDB_val Data;
    return mdb_get(Txn, Dbi, &Key, &Data) == 0;
  }

private:
  MDB_txn *Txn = nullptr;
};

bool lookUpReported(MDB_env *Env, MDB_dbi Dbi, MDB_val Key) {
  LeakyTransaction Look(Env);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Txn' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
  return Look.has(Dbi, Key);
}

bool lookUpSilent(MDB_env *Env, MDB_dbi Dbi, MDB_val Key) {
  Transaction Look(Env);
  return Look.has(Dbi, Key);
}
