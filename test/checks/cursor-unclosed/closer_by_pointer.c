// RUN: %check %s -- -std=gnu11
// The closer is called through a table of function pointers.
#include <lmdb.h>
#include <stddef.h>

struct operations {
  void (*end)(MDB_txn *);
};

static const struct operations Aborting = {mdb_txn_abort};
static const struct operations Resetting = {mdb_txn_reset};

static int look(MDB_env *env, const struct operations *ops) {
  MDB_txn *txn;
  int rc = mdb_txn_begin(env, NULL, MDB_RDONLY, &txn);
  // CHECK: warning: {{.*}}'{{[^']*}}txn' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (rc == 0)
    ops->end(txn);
  return rc;
}

int lookReported(MDB_env *env) { return look(env, &Resetting); }

int lookSilent(MDB_env *env) { return look(env, &Aborting); }
