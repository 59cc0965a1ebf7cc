// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// A file's locks stay with the process that opened it; a socket may go along.
#include <libpq-fe.h>
#include <lmdb.h>
#include <sqlite3.h>
#include <unistd.h>

int sqliteReported(sqlite3 *db) {
  if (daemon(0, 0) != 0)
    return -1;
  return sqlite3_exec(db, "DELETE FROM t", NULL, NULL, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}db' ({{.*}}(level {{[0-3]}}: {{.*}}declared by{{.*}}[cursor-fork-share]
}

int lmdbReported(MDB_env *env) {
  if (daemon(0, 0) != 0)
    return -1;
  return mdb_env_sync(env, 1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}env' ({{.*}}(level {{[0-3]}}: {{.*}}declared by{{.*}}[cursor-fork-share]
}

int libpqSilent(PGconn *conn) {
  if (daemon(0, 0) != 0)
    return -1;
  return PQconsumeInput(conn);
}

int openedAfterSilent(const char *file) {
  sqlite3 *db;
  int rc;
  if (daemon(0, 0) != 0)
    return -1;
  rc = sqlite3_open(file, &db);
  sqlite3_close(db);
  return rc;
}
