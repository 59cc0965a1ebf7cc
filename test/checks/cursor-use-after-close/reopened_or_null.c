// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// Opened again, or set to null, between close and use.
#include <libpq-fe.h>
#include <lmdb.h>

int reopenedSilent(PGconn *conn, const char *info) {
  int version;
  PQfinish(conn);
  conn = PQconnectdb(info);
  version = PQserverVersion(conn);
  PQfinish(conn);
  return version;
}

void nulledSilent(MDB_txn *txn) {
  mdb_txn_abort(txn);
  txn = NULL;
  mdb_txn_abort(txn);
}

void notNulledReported(MDB_txn *txn) {
  mdb_txn_abort(txn);
  mdb_txn_abort(txn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}txn' ({{.*}}(level {{[0-3]}}: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

void resetKeepsReported(PGconn *conn) {
  PQfinish(conn);
  PQreset(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}conn' ({{.*}}(level {{[0-3]}}: {{.*}}declared by{{.*}}[cursor-use-after-close]
}
