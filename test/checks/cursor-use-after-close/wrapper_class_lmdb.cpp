// RUN: %check %s -- -std=c++17
// The guard aborts what was committed, unless it is told.
#include <lmdb.h>

class LooseTransaction {
public:
  explicit LooseTransaction(MDB_env *Env) {
    mdb_txn_begin(Env, nullptr, 0, &Txn);
  }
  LooseTransaction(const LooseTransaction &) = delete;
  LooseTransaction &operator=(const LooseTransaction &) = delete;
  ~LooseTransaction() { mdb_txn_abort(Txn); }
  int drop(MDB_dbi Dbi) { return mdb_drop(Txn, Dbi, 0); }
  int commit() { return mdb_txn_commit(Txn); }

private:
  MDB_txn *Txn = nullptr;
};

class Transaction {
public:
  explicit Transaction(MDB_env *Env) { mdb_txn_begin(Env, nullptr, 0, &Txn); }
  Transaction(const Transaction &) = delete;
  Transaction &operator=(const Transaction &) = delete;
  ~Transaction() { mdb_txn_abort(Txn); }
  int drop(MDB_dbi Dbi) { return mdb_drop(Txn, Dbi, 0); }
  int commit() {
    MDB_txn *Ending = Txn;
    Txn = nullptr;
    return mdb_txn_commit(Ending);
  }

private:
  MDB_txn *Txn = nullptr;
};

int emptyReported(MDB_env *Env, MDB_dbi Dbi) {
  LooseTransaction Change(Env);
  int Rc = Change.drop(Dbi);
  return Rc ? Rc : Change.commit();
  // CHECK: warning: {{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

int emptySilent(MDB_env *Env, MDB_dbi Dbi) {
  Transaction Change(Env);
  int Rc = Change.drop(Dbi);
  return Rc ? Rc : Change.commit();
}
