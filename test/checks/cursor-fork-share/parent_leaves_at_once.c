// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// A parent that ends right after its fork leaves the connection to the child; one
// that waits, or that has done something with the connection, does not.
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

void detachedSilent(PGconn *conn) {
  pid_t pid = fork();
  if (pid < 0)
    exit(EXIT_FAILURE);
  else if (pid > 0)
    exit(EXIT_SUCCESS);
  PQconsumeInput(conn);
}

void announcedSilent(PGconn *conn) {
  pid_t pid = fork();
  if (pid < 0)
    return;
  if (pid > 0) {
    printf("running as %d\n", (int)pid);
    exit(0);
  }
  setsid();
  PQconsumeInput(conn);
}

void waitedForReported(PGconn *conn) {
  pid_t pid = fork();
  if (pid < 0)
    return;
  if (pid > 0) {
    int status;
    waitpid(pid, &status, 0);
    exit(WEXITSTATUS(status));
  }
  PQconsumeInput(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpq PGconn) was opened before the fork and is used in the child{{.*}}[cursor-fork-share]
}

void closedFirstReported(PGconn *conn) {
  pid_t pid = fork();
  if (pid > 0) {
    PQfinish(conn);
    exit(0);
  }
  PQconsumeInput(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpq PGconn) was opened before the fork and is used in the child{{.*}}[cursor-fork-share]
}

void onlyOnErrorReported(PGconn *conn, int broken) {
  pid_t pid = fork();
  if (pid > 0) {
    if (broken)
      exit(1);
    return;
  }
  PQconsumeInput(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpq PGconn) was opened before the fork and is used in the child{{.*}}[cursor-fork-share]
  _exit(0);
}

void twiceSilent(PGconn *conn) {
  if (fork() > 0)
    _exit(0);
  setsid();
  if (fork() > 0)
    _exit(0);
  PQconsumeInput(conn);
}

void grandchildReported(PGconn *conn) {
  if (fork() > 0)
    return;
  setsid();
  if (fork() > 0)
    _exit(0);
  PQconsumeInput(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpq PGconn) was opened before the fork and is used in the child{{.*}}[cursor-fork-share]
  _exit(0);
}

void twoWorkersReported(PGconn *conn) {
  if (fork() == 0) {
    PQconsumeInput(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpq PGconn) was opened before the fork and is used in the child{{.*}}[cursor-fork-share]
    _exit(0);
  }
  if (fork() == 0) {
    _exit(0);
  }
  exit(0);
}

static pid_t startWorker(void) {
  pid_t pid = fork();
  if (pid < 0)
    perror("fork");
  return pid;
}

void byHelperSilent(PGconn *conn) {
  if (startWorker() > 0)
    exit(0);
  PQconsumeInput(conn);
}

void byHelperReported(PGconn *conn) {
  if (startWorker() > 0) {
    wait(NULL);
    exit(0);
  }
  PQconsumeInput(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpq PGconn) was opened before the fork and is used in the child{{.*}}[cursor-fork-share]
}
