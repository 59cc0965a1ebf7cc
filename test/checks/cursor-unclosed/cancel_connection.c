// RUN: %check %s -- -std=c11 -I%source/test/headers/libpq17 -I/usr/include/postgresql
// PostgreSQL 17 cancels by a connection of its own.
#include <libpq-fe.h>

int cancelReported(PGconn *conn) {
  PGcancelConn *cancel = PQcancelCreate(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cancel' (libpq PGcancelConn) is not closed before 'cancelReported' returns {{.*}}[cursor-unclosed]
  if (!PQcancelBlocking(cancel))
    return -1;
  PQcancelFinish(cancel);
  return 0;
}

int cancelSilent(PGconn *conn) {
  PGcancelConn *cancel = PQcancelCreate(conn);
  int rc = PQcancelBlocking(cancel);
  PQcancelFinish(cancel);
  return rc;
}

int finishedReported(PGconn *conn) {
  PGcancelConn *cancel = PQcancelCreate(conn);
  PQcancelFinish(cancel);
  return PQcancelBlocking(cancel);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cancel' (libpq PGcancelConn) is used after it was closed {{.*}}[cursor-use-after-close]
}
