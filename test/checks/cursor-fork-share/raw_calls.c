// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// Forks by the kernel's own calls, and what quick_exit runs in a child.
#include <libpq-fe.h>
#include <linux/sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

void forkReported(PGconn *conn) {
  if (syscall(SYS_fork) == 0) {
    PQconsumeInput(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpq PGconn) was opened before the fork{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(0);
}

void otherCallSilent(PGconn *conn) {
  if (syscall(SYS_gettid) == 0)
    PQconsumeInput(conn);
}

void cloneReported(PGconn *conn) {
  if (syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0) == 0) {
    PQconsumeInput(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpq PGconn) was opened before the fork{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(0);
}

void clone3Reported(PGconn *conn) {
  struct clone_args how = {0};
  how.exit_signal = SIGCHLD;
  if (syscall(SYS_clone3, &how, sizeof how) == 0) {
    PQconsumeInput(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libpq PGconn) was opened before the fork{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(0);
}

void clone3Silent(PGconn *conn) {
  struct clone_args how = {0};
  how.exit_signal = SIGCHLD;
  if (syscall(SYS_clone3, &how, sizeof how) == 0)
    _exit(0);
  PQconsumeInput(conn);
  wait(0);
}

void sharedMemorySilent(PGconn *conn) {
  if (syscall(SYS_clone, CLONE_VM | SIGCHLD, 0, 0, 0, 0) == 0)
    PQconsumeInput(conn);
}

static PGconn *kept, *left;

static void finishKept(void) { PQfinish(kept); }
static void finishLeft(void) { PQfinish(left); }

void quickExitReported(const char *where) {
  kept = PQconnectdb(where);
  at_quick_exit(finishKept);
  if (fork() == 0)
    quick_exit(0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'kept' (libpq PGconn) was opened before the fork and is closed in the child{{.*}}[cursor-fork-share]
  wait(0);
  PQfinish(kept);
}

void immediateExitSilent(const char *where) {
  left = PQconnectdb(where);
  at_quick_exit(finishLeft);
  if (fork() == 0)
    _exit(0);
  wait(0);
  PQfinish(left);
}
