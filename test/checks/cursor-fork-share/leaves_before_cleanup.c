// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// The twin of falls_into_cleanup.
#include <libpq-fe.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
static PGconn *c;
static int report(void) {
  PQclear(PQexec(c, "select 1"));
  return 0;
}
int main(void) {
  int status = 0;
  c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK)
    goto out;
  pid_t pid = fork();
  if (pid < 0)
    goto out;
  if (pid == 0) {
    sleep(1);
    _exit(0);
  }
  report();
  waitpid(pid, &status, 0);
out:
  PQfinish(c);
  return status;
}
