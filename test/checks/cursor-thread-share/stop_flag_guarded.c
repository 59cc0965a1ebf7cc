// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/postgresql
// The twin of stop_flag: every use is guarded.
#include <libpq-fe.h>
#include <pthread.h>
#include <stdlib.h>
struct app {
  PGconn *conn;
  pthread_mutex_t mu;
  int stop;
};
static void put(struct app *a, const char *q) {
  pthread_mutex_lock(&a->mu);
  PGresult *r = PQexec(a->conn, q);
  PQclear(r);
  pthread_mutex_unlock(&a->mu);
}
static void *poller(void *p) {
  struct app *a = p;
  while (!a->stop)
    put(a, "select 1");
  return 0;
}
int main(void) {
  struct app a = {0};
  pthread_t t;
  pthread_mutex_init(&a.mu, 0);
  a.conn = PQconnectdb("");
  if (PQstatus(a.conn) != CONNECTION_OK) {
    PQfinish(a.conn);
    return 1;
  }
  pthread_create(&t, 0, poller, &a);
  for (int i = 0; i < 10; i++)
    put(&a, "insert");
  a.stop = 1;
  pthread_join(t, 0);
  PQfinish(a.conn);
}
