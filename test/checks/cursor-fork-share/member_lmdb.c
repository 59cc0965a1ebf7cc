// RUN: %check %s -- -std=gnu11
// The transaction in the struct belongs to the parent.
#include <lmdb.h>
#include <unistd.h>

struct index {
  MDB_env *env;
  MDB_txn *txn;
  MDB_dbi dbi;
};

int dumpReported(struct index *i, MDB_stat *stat) {
  if (fork() == 0) {
    int rc = mdb_stat(i->txn, i->dbi, stat);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}txn' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-fork-share]
    _exit(rc);
  }
  return 0;
}

int dumpSilent(struct index *i, MDB_stat *stat) {
  int rc = mdb_stat(i->txn, i->dbi, stat);
  if (fork() == 0)
    _exit(rc);
  return 0;
}
