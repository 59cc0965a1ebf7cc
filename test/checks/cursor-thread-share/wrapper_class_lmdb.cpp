// RUN: %check %s -- -std=c++17 -pthread
// A transaction object handed to the thread that is to abort it.
#include <lmdb.h>

#include <thread>

class Transaction {
public:
  explicit Transaction(MDB_env *Env) {
    mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn);
  }
  Transaction(const Transaction &) = delete;
  Transaction &operator=(const Transaction &) = delete;
  ~Transaction() { mdb_txn_abort(Txn); }
  bool hasReported(MDB_dbi Dbi, MDB_val Key) {
    MDB_val Data;
    return mdb_get(Txn, Dbi, &Key, &Data) == 0;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Txn' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-thread-share]
  }
  bool hasSilent(MDB_dbi Dbi, MDB_val Key) {
    MDB_val Data;
    return mdb_get(Txn, Dbi, &Key, &Data) == 0;
  }

private:
  MDB_txn *Txn = nullptr;
};

bool searchReported(MDB_env *Env, MDB_dbi Dbi, MDB_val Key) {
  bool Found = false;
  Transaction Look(Env);
  std::thread Search([&] { Found = Look.hasReported(Dbi, Key); });
  Search.join();
  return Found;
}

bool searchSilent(MDB_env *Env, MDB_dbi Dbi, MDB_val Key) {
  bool Found = false;
  std::thread Search([&] {
    Transaction Look(Env);
    Found = Look.hasSilent(Dbi, Key);
  });
  Search.join();
  return Found;
}
