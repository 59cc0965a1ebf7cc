// RUN: %check %s -- -std=c++17 -pthread
// No lock and no join helps a transaction of LMDB; MDB_NOTLS frees readers.
#include <lmdb.h>

#include <thread>

int joinedReported(MDB_env *Env, MDB_dbi Dbi) {
  MDB_txn *Txn = nullptr;
  if (mdb_txn_begin(Env, nullptr, 0, &Txn) != 0)
    return -1;
  std::thread Worker([=] {
    mdb_drop(Txn, Dbi, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Txn' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  Worker.join();
  return mdb_txn_commit(Txn);
}

int withoutSlotsSilent(const char *Path, MDB_dbi Dbi, MDB_stat *Stat) {
  MDB_env *Env = nullptr;
  MDB_txn *Txn = nullptr;
  if (mdb_env_create(&Env) != 0)
    return -1;
  mdb_env_open(Env, Path, MDB_NOTLS, 0600);
  if (mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn) == 0) {
    std::thread Worker([=] { mdb_stat(Txn, Dbi, Stat); });
    Worker.join();
    mdb_txn_abort(Txn);
  }
  mdb_env_close(Env);
  return 0;
}

void environmentSilent(MDB_env *Env) {
  std::thread Worker([Env] { mdb_env_sync(Env, 0); });
  mdb_env_sync(Env, 0);
  Worker.join();
}
