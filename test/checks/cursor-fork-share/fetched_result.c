// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// A result that was fetched before the fork is memory: the child has a copy of it.
#include <libpq-fe.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

void printReported(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT name FROM people");
  if (fork() == 0) {
    puts(PQgetvalue(res, 0, 0));
    PQconsumeInput(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'conn'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
  PQclear(res);
}

void printSilent(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT name FROM people");
  if (fork() == 0) {
    puts(PQgetvalue(res, 0, 0));
    _exit(0);
  }
  wait(NULL);
  PQclear(res);
}
