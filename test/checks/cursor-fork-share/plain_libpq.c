// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// PQfinish in the child ends the parent's session.
#include <libpq-fe.h>
#include <unistd.h>

int spawnReported(PGconn *conn) {
  switch (fork()) {
  case -1:
    return -1;
  case 0:
    PQfinish(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-fork-share]
    execl("/bin/true", "true", (char *)NULL);
    _exit(127);
  default:
    return PQstatus(conn) == CONNECTION_OK;
  }
}

int spawnSilent(PGconn *conn) {
  switch (fork()) {
  case -1:
    return -1;
  case 0:
    execl("/bin/true", "true", (char *)NULL);
    _exit(127);
  default:
    return PQstatus(conn) == CONNECTION_OK;
  }
}
