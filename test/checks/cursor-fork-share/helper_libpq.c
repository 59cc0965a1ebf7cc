// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// The fork hides in a helper that tells by its result which process this is.
#include <libpq-fe.h>
#include <unistd.h>

static int startWorker(void) {
  pid_t pid = fork();
  if (pid < 0)
    return -1;
  return pid == 0;
}

int dispatchReported(PGconn *conn) {
  if (startWorker() == 1) {
    PQconsumeInput(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-fork-share]
    _exit(0);
  }
  return PQsocket(conn);
}

int dispatchSilent(PGconn *conn) {
  if (startWorker() == 1)
    _exit(0);
  PQconsumeInput(conn);
  return PQsocket(conn);
}
