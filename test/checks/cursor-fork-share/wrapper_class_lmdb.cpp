// RUN: %check %s -- -std=c++17
// The store's method begins a transaction in the child.
#include <lmdb.h>

#include <unistd.h>

class Store {
public:
  explicit Store(const char *Path) {
    if (mdb_env_create(&Env) == 0)
      mdb_env_open(Env, Path, 0, 0600);
  }
  Store(const Store &) = delete;
  Store &operator=(const Store &) = delete;
  ~Store() { mdb_env_close(Env); }
  int readers() {
    int Dead = 0;
    mdb_reader_check(Env, &Dead);
    return Dead;
  }
  int sync() { return mdb_env_sync(Env, 1); }

private:
  MDB_env *Env = nullptr;
};

void checkReported(const char *Path) {
  Store Main(Path);
  if (fork() == 0)
    _exit(Main.readers());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Env' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-fork-share]
}

int checkSilent(const char *Path) {
  Store Main(Path);
  if (fork() == 0)
    _exit(0);
  return Main.sync();
}
