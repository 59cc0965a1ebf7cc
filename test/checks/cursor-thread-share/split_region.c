// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/postgresql
// The results of a query that was sent are read with the lock let go between
// two of them.
#include <libpq-fe.h>
#include <pthread.h>

static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;

static void *readReported(void *p) {
  PGconn *c = p;
  PGresult *r;
  pthread_mutex_lock(&mu);
  int sent = PQsendQuery(c, "select 1");
  pthread_mutex_unlock(&mu);
  if (!sent)
    return 0;
  for (;;) {
    pthread_mutex_lock(&mu);
    r = PQgetResult(c);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} may be used by another thread between 'PQsendQuery' and 'PQgetResult'{{.*}} [cursor-thread-share]
    // CHECK: note: thread 1: 'PQsendQuery' uses 'c' here
    // CHECK: note: hold the lock from 'PQsendQuery' to the last step
    pthread_mutex_unlock(&mu);
    if (!r)
      return 0;
    PQclear(r);
  }
}

static void *readSilent(void *p) {
  PGconn *c = p;
  PGresult *r;
  pthread_mutex_lock(&mu);
  if (PQsendQuery(c, "select 1"))
    while ((r = PQgetResult(c)))
      PQclear(r);
  pthread_mutex_unlock(&mu);
  return 0;
}

// The rest of an earlier query is thrown away first: it has none.
static void *drainedSilent(void *p) {
  PGconn *c = p;
  PGresult *r;
  for (int i = 0; i < 10; i++) {
    pthread_mutex_lock(&mu);
    while ((r = PQgetResult(c)))
      PQclear(r);
    PQsendQuery(c, "select 1");
    while ((r = PQgetResult(c)))
      PQclear(r);
    pthread_mutex_unlock(&mu);
  }
  return 0;
}

static void run(void *(*job)(void *)) {
  pthread_t a, b;
  PGconn *c = PQconnectdb("");
  pthread_create(&a, 0, job, c);
  pthread_create(&b, 0, job, c);
  pthread_join(a, 0);
  pthread_join(b, 0);
  PQfinish(c);
}

int main(void) {
  run(readReported);
  run(readSilent);
  run(drainedSilent);
}
