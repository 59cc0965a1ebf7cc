// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// exec replaces the image; what else starts a program forks safely.
#include <libpq-fe.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

extern char **environ;

int execSilent(PGconn *conn) {
  pid_t pid = fork();
  if (pid == 0) {
    execlp("psql", "psql", "-l", (char *)NULL);
    _exit(127);
  }
  return PQsocket(conn);
}

int spawnSilent(PGconn *conn, char **args) {
  pid_t pid;
  int rc = posix_spawnp(&pid, args[0], NULL, NULL, args, environ);
  PQconsumeInput(conn);
  return rc;
}

int systemSilent(PGconn *conn) {
  int rc = system("vacuumdb");
  FILE *out = popen("pg_dump", "r");
  PQconsumeInput(conn);
  if (out)
    pclose(out);
  return rc;
}

int execAfterAccessReported(PGconn *conn) {
  pid_t pid = fork();
  if (pid == 0) {
    execlp("psql", "psql", PQdb(conn), (char *)NULL);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-fork-share]
    _exit(127);
  }
  return PQsocket(conn);
}
