// RUN: %check %s -- -std=c++17 -pthread
// A transaction belongs to the thread that began it, an environment to all.
#include <lmdb.h>

#include <thread>

int findReported(MDB_env *Env, MDB_dbi Dbi, MDB_val *Key) {
  MDB_txn *Txn = nullptr;
  MDB_val Data;
  if (mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn) != 0)
    return -1;
  int Rc = 0;
  std::thread Finder([&] {
    Rc = mdb_get(Txn, Dbi, Key, &Data);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Txn' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  Finder.join();
  mdb_txn_abort(Txn);
  return Rc;
}

int findSilent(MDB_env *Env, MDB_dbi Dbi, MDB_val *Key) {
  int Rc = -1;
  std::thread Finder([&] {
    MDB_txn *Txn = nullptr;
    MDB_val Data;
    if (mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn) != 0)
      return;
    Rc = mdb_get(Txn, Dbi, Key, &Data);
    mdb_txn_abort(Txn);
  });
  Finder.join();
  return Rc;
}
