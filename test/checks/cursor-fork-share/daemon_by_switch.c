// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
#include <libpq-fe.h>
#include <unistd.h>

// The parent of a daemon leaves at once; a fork that failed answers -1, so no
// other case is its.

static int detach(void) {
  switch (fork()) {
  case -1:
    return -1;
  case 0:
    return setsid() < 0 ? -1 : 0;
  default:
    _exit(0);
  }
}

int goesOnSilent(void) {
  PGconn *conn = PQconnectdb("");
  if (detach() != 0) {
    PQfinish(conn);
    return 1;
  }
  PQconsumeInput(conn);
  PQfinish(conn);
  return 0;
}

int leavesReported(void) {
  PGconn *conn = PQconnectdb("");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpq PGconn) is not closed {{.*}} [cursor-unclosed]
  switch (fork()) {
  case -1:
    return -1;
  case 0:
    _exit(0);
  default:
    break;
  }
  PQfinish(conn);
  return 0;
}
