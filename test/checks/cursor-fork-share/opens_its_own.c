// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// The child opens its own, also into the same variable.
#include <libpq-fe.h>
#include <unistd.h>

static PGconn *Shared;

void assignedAnewSilent(const char *info) {
  PGconn *conn = PQconnectdb(info);
  if (fork() == 0) {
    conn = PQconnectdb(info);
    PQconsumeInput(conn);
    PQfinish(conn);
    _exit(0);
  }
  PQfinish(conn);
}

void openedAfterSilent(const char *info) {
  PGconn *conn;
  pid_t pid = fork();
  conn = PQconnectdb(info);
  PQconsumeInput(conn);
  PQfinish(conn);
  if (pid == 0)
    _exit(0);
}

void inheritedReported(const char *info) {
  Shared = PQconnectdb(info);
  if (fork() == 0) {
    PQconsumeInput(Shared);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Shared' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-fork-share]
    _exit(0);
  }
}
