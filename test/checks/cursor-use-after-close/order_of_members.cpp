// RUN: %check %s -- -std=c++17
// Members die in reverse order: the environment before its transaction.
#include <lmdb.h>

struct Env {
  explicit Env(const char *Path) {
    mdb_env_create(&Handle);
    mdb_env_open(Handle, Path, 0, 0600);
  }
  Env(const Env &) = delete;
  Env &operator=(const Env &) = delete;
  ~Env() { mdb_env_close(Handle); }
  MDB_env *Handle = nullptr;
};

struct Read {
  Read() = default;
  Read(const Read &) = delete;
  Read &operator=(const Read &) = delete;
  ~Read() { mdb_txn_abort(Txn); }
  void begin(MDB_env *Env) { mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn); }
  MDB_txn *Txn = nullptr;
};

bool wrongOrderReported(const char *Path) {
  Read Look;
  Env Store(Path);
  Look.begin(Store.Handle);
  return Look.Txn != nullptr;
  // CHECK: warning: {{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

bool rightOrderSilent(const char *Path) {
  Env Store(Path);
  Read Look;
  Look.begin(Store.Handle);
  return Look.Txn != nullptr;
}
