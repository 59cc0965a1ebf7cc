// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// The body closes without setting to null and the label closes again.
#include <libpq-fe.h>

int reloadReported(PGconn *conn) {
  int rc = -1;
  PGresult *res = PQexec(conn, "BEGIN");
  if (PQresultStatus(res) != PGRES_COMMAND_OK)
    goto out;
  PQclear(res);
  if (PQtransactionStatus(conn) != PQTRANS_INTRANS)
    goto out;
  res = PQexec(conn, "CALL reload()");
  rc = 0;
out:
  PQclear(res);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}res' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
  return rc;
}

int reloadSilent(PGconn *conn) {
  int rc = -1;
  PGresult *res = PQexec(conn, "BEGIN");
  if (PQresultStatus(res) != PGRES_COMMAND_OK)
    goto out;
  PQclear(res);
  res = NULL;
  if (PQtransactionStatus(conn) != PQTRANS_INTRANS)
    goto out;
  res = PQexec(conn, "CALL reload()");
  rc = 0;
out:
  PQclear(res);
  return rc;
}
