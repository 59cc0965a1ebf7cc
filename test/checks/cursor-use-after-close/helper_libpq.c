// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// A fatal-error helper that finishes the connection and comes back.
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>

static void giveUp(PGconn *conn) {
  fprintf(stderr, "%s", PQerrorMessage(conn));
  PQfinish(conn);
}

static void giveUpForGood(PGconn *conn) {
  fprintf(stderr, "%s", PQerrorMessage(conn));
  PQfinish(conn);
  exit(1);
}

int versionReported(const char *info) {
  int version;
  PGconn *conn = PQconnectdb(info);
  if (PQstatus(conn) != CONNECTION_OK) {
    giveUp(conn);
    return PQserverVersion(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
  }
  version = PQserverVersion(conn);
  PQfinish(conn);
  return version;
}

int versionSilent(const char *info) {
  int version;
  PGconn *conn = PQconnectdb(info);
  if (PQstatus(conn) != CONNECTION_OK) {
    giveUpForGood(conn);
    return PQserverVersion(conn);
  }
  version = PQserverVersion(conn);
  PQfinish(conn);
  return version;
}
