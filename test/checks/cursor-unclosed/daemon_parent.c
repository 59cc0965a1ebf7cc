// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// The parent's _exit right after the fork of a daemon.
#include <libpq-fe.h>
#include <unistd.h>

int detachSilent(const char *info) {
  PGconn *conn = PQconnectdb(info);
  pid_t pid = fork();
  if (pid > 0)
    _exit(0);
  if (pid < 0) {
    PQfinish(conn);
    return -1;
  }
  return 0;
}
