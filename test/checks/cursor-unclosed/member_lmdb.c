// RUN: %check %s -- -std=gnu11
// A failed mdb_env_open leaves an environment in the struct to close.
#include <lmdb.h>

struct store {
  MDB_env *env;
  MDB_dbi dbi;
};

int storeSizeReported(const char *path, MDB_stat *stat) {
  struct store s;
  int rc = mdb_env_create(&s.env);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}env' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (rc)
    return rc;
  rc = mdb_env_open(s.env, path, 0, 0600);
  if (rc)
    return rc;
  rc = mdb_env_stat(s.env, stat);
  mdb_env_close(s.env);
  return rc;
}

int storeSizeSilent(const char *path, MDB_stat *stat) {
  struct store s;
  int rc = mdb_env_create(&s.env);
  if (rc)
    return rc;
  rc = mdb_env_open(s.env, path, 0, 0600);
  if (rc == 0)
    rc = mdb_env_stat(s.env, stat);
  mdb_env_close(s.env);
  return rc;
}
