// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// vfork and forkpty make children as well.
#include <libpq-fe.h>
#include <pty.h>
#include <stddef.h>
#include <unistd.h>

int vforkReported(PGconn *conn, char **args) {
  pid_t pid = vfork();
  if (pid == 0) {
    PQconsumeInput(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-fork-share]
    execv(args[0], args);
    _exit(127);
  }
  return pid;
}

int terminalReported(PGconn *conn, char **args) {
  int master;
  pid_t pid = forkpty(&master, NULL, NULL, NULL);
  if (pid == 0) {
    PQfinish(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-fork-share]
    execv(args[0], args);
    _exit(127);
  }
  return pid;
}

int vforkSilent(PGconn *conn, char **args) {
  pid_t pid = vfork();
  if (pid == 0) {
    execv(args[0], args);
    _exit(127);
  }
  PQconsumeInput(conn);
  return pid;
}
