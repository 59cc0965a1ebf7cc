// RUN: %check %s -- -std=c++17 -pthread
// A member transaction that the constructor begins and the thread reads with.
#include <lmdb.h>

#include <thread>

class IndexReported {
public:
  IndexReported(MDB_env *Env, MDB_dbi Dbi) : Dbi(Dbi) {
    mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn);
    Worker = std::thread([this] { look(); });
  }
  IndexReported(const IndexReported &) = delete;
  IndexReported &operator=(const IndexReported &) = delete;
  ~IndexReported() {
    Worker.join();
    mdb_txn_abort(Txn);
  }

private:
  void look() {
    mdb_stat(Txn, Dbi, &Stat);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Txn' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-thread-share]
  }
  MDB_dbi Dbi;
  MDB_stat Stat = {};
  MDB_txn *Txn = nullptr;
  std::thread Worker;
};

class IndexSilent {
public:
  IndexSilent(MDB_env *Env, MDB_dbi Dbi) : Env(Env), Dbi(Dbi) {
    Worker = std::thread([this] { look(); });
  }
  IndexSilent(const IndexSilent &) = delete;
  IndexSilent &operator=(const IndexSilent &) = delete;
  ~IndexSilent() { Worker.join(); }

private:
  void look() {
    MDB_txn *Txn = nullptr;
    if (mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn) != 0)
      return;
    mdb_stat(Txn, Dbi, &Stat);
    mdb_txn_abort(Txn);
  }
  MDB_env *Env;
  MDB_dbi Dbi;
  MDB_stat Stat = {};
  std::thread Worker;
};
