// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// What a child uses was opened by itself, where whoever forks had not opened it.
#include <libpq-fe.h>
#include <sys/wait.h>
#include <unistd.h>

static PGconn *own, *early;

static PGconn *getOwn(void) {
  if (!own)
    own = PQconnectdb("");
  return own;
}

static PGconn *getEarly(void) {
  if (!early)
    early = PQconnectdb("");
  return early;
}

static void workSilent(void) {
  if (fork() == 0) {
    PQconsumeInput(getOwn());
    _exit(0);
  }
  wait(NULL);
}

static void workReported(void) {
  if (fork() == 0) {
    PQconsumeInput(getEarly());
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'early' (libpq PGconn) was opened before the fork and is used in the child{{.*}}[cursor-fork-share]
    // CHECK: :17:{{[0-9]+}}: note: 'PQconnectdb' opens 'early' here
    _exit(0);
  }
  wait(NULL);
}

static void serve(PGconn *given) {
  if (fork() == 0) {
    PQconsumeInput(given);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'given' (libpq PGconn) was opened before the fork and is used in the child{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
}

static void serveNobody(PGconn *given) {
  if (fork() == 0) {
    if (!given)
      given = PQconnectdb("");
    PQconsumeInput(given);
    _exit(0);
  }
  wait(NULL);
}

int main(void) {
  workSilent();
  getEarly();
  workReported();
  serve(getEarly());
  serveNobody(NULL);
  PQfinish(early);
  return 0;
}
