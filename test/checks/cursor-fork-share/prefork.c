// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// Workers of a prefork server inherit the global connection.
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#define WORKERS 4
static PGconn *db;
static int worker_loop(int id) {
  char q[64];
  for (int i = 0; i < 10; i++) {
    snprintf(q, sizeof q, "insert into t values(%d)", id);
    PGresult *r = PQexec(db, q);
    if (PQresultStatus(r) != PGRES_COMMAND_OK) {
      PQclear(r);
      return 1;
    }
    PQclear(r);
  }
  return 0;
}
static void spawn_worker(int id) {
  switch (fork()) {
  case -1:
    perror("fork");
    exit(1);
  case 0:
    _exit(worker_loop(id));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}}[cursor-fork-share]
  default:
    break;
  }
}
int main(void) {
  db = PQconnectdb("");
  if (PQstatus(db) != CONNECTION_OK) {
    PQfinish(db);
    return 1;
  }
  for (int i = 0; i < WORKERS; i++)
    spawn_worker(i);
  while (wait(NULL) > 0)
    ;
  PQfinish(db);
  return 0;
}
