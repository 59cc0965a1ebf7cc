// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// RUN: %truth %s -- -std=gnu11 -I/usr/include/postgresql
// A child of fork and the session of its parent, with a server that has both as one.
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

void closedByChildReported(PGconn *conn) {
  pid_t pid = fork();
  if (pid == 0) {
    PQfinish(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'conn'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  waitpid(pid, NULL, 0);
}

void closedByChildSilent(PGconn *conn) {
  pid_t pid = fork();
  if (pid == 0) {
    _exit(0);
  }
  waitpid(pid, NULL, 0);
}

void queriedByChildReported(PGconn *conn) {
  if (!fork()) {
    PQclear(PQexec(conn, "SELECT 1"));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'conn'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
}

void queriedByChildSilent(PGconn *conn, const char *info) {
  if (!fork()) {
    PGconn *own = PQconnectdb(info);
    PQclear(PQexec(own, "SELECT 1"));
    PQfinish(own);
    _exit(0);
  }
  wait(NULL);
  PQclear(PQexec(conn, "SELECT 1"));
}

static pid_t start(void) { return fork(); }

static void say(PGconn *conn, const char *what) {
  if (strcmp(what, "quiet") != 0)
    PQclear(PQexec(conn, what));
}

void byHelperReported(PGconn *conn) {
  pid_t pid = start();
  if (pid < 0)
    return;
  if (pid == 0) {
    say(conn, "SELECT 'child'");
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'conn'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  waitpid(pid, NULL, 0);
}

void byHelperSilent(PGconn *conn) {
  pid_t pid = start();
  if (pid < 0)
    return;
  if (pid > 0) {
    say(conn, "SELECT 'parent'");
    waitpid(pid, NULL, 0);
    return;
  }
  _exit(0);
}

void executedReported(PGconn *conn) {
  switch (fork()) {
  case 0:
    PQfinish(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'conn'{{.*}}[cursor-fork-share]
    execl("/bin/true", "true", (char *)NULL);
    _exit(127);
  case -1:
    return;
  default:
    wait(NULL);
  }
}

void executedSilent(PGconn *conn) {
  switch (fork()) {
  case 0:
    execl("/bin/true", "true", (char *)NULL);
    _exit(127);
  case -1:
    return;
  default:
    wait(NULL);
  }
  PQclear(PQexec(conn, "SELECT 1"));
}

void reopenedReported(PGconn *conn) {
  if (fork() == 0) {
    PQreset(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'conn'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
}

void reopenedSilent(PGconn *conn, const char *info) {
  PGconn *mine = conn;
  if (fork() == 0) {
    mine = PQconnectdb(info);
    PQclear(PQexec(mine, "SELECT 1"));
    PQfinish(mine);
    _exit(0);
  }
  wait(NULL);
}

// The result of a query is memory alone.
void resultReported(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT 'one'");
  if (fork() == 0) {
    PQclear(PQexec(conn, PQgetvalue(res, 0, 0)));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'conn'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
  PQclear(res);
}

void resultSilent(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT 'one'");
  if (fork() == 0) {
    puts(PQgetvalue(res, 0, 0));
    _exit(0);
  }
  wait(NULL);
  PQclear(res);
}

static PGconn *session;

static void closeSession(void) { PQfinish(session); }

// exit runs what atexit has registered, _exit does not.
void exitHandlerReported(const char *info) {
  session = PQconnectdb(info);
  atexit(closeSession);
  if (fork() == 0)
    exit(0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'session'{{.*}}[cursor-fork-share]
  wait(NULL);
}

void exitHandlerSilent(const char *info) {
  session = PQconnectdb(info);
  atexit(closeSession);
  if (fork() == 0)
    _exit(0);
  wait(NULL);
}

// Two children that read from one socket may wait for ever.
void preforkReported(const char *info) {
  PGconn *conn = PQconnectdb(info);
  for (int i = 0; i < 2; i++)
    if (fork() == 0) {
      alarm(1);
      PQclear(PQexec(conn, "SELECT pg_backend_pid()"));
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'conn'{{.*}}[cursor-fork-share]
      _exit(0);
    }
  while (wait(NULL) > 0)
    ;
  PQfinish(conn);
}

void preforkSilent(const char *info) {
  for (int i = 0; i < 2; i++)
    if (fork() == 0) {
      alarm(30);
      PGconn *conn = PQconnectdb(info);
      PQclear(PQexec(conn, "SELECT pg_backend_pid()"));
      PQfinish(conn);
      _exit(0);
    }
  while (wait(NULL) > 0)
    ;
}
