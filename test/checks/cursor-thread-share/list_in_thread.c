// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/postgresql
// A thread that drains a list for ever uses a connection of all.
#include <libpq-fe.h>
#include <pthread.h>
#include <stdlib.h>

struct job {
  const char *sql;
  struct job *next;
};

struct app {
  PGconn *conn;
  pthread_mutex_t mu, use;
  pthread_cond_t more;
  struct job *first;
  int stop;
};

static struct job *take(struct app *a) {
  pthread_mutex_lock(&a->mu);
  while (!a->first && !a->stop)
    pthread_cond_wait(&a->more, &a->mu);
  struct job *j = a->first;
  if (j)
    a->first = j->next;
  pthread_mutex_unlock(&a->mu);
  return j;
}

static void *drainReported(void *p) {
  struct app *a = p;
  for (;;) {
    struct job *j = take(a);
    if (!j)
      return 0;
    PQclear(PQexec(a->conn, j->sql));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'a.conn'{{.*}} is used by two threads at the same time{{.*}} [cursor-thread-share]
    free(j);
  }
}

static void *drainSilent(void *p) {
  struct app *a = p;
  for (;;) {
    struct job *j = take(a);
    if (!j)
      return 0;
    pthread_mutex_lock(&a->use);
    PQclear(PQexec(a->conn, j->sql));
    pthread_mutex_unlock(&a->use);
    free(j);
  }
}

static void run(void *(*drain)(void *)) {
  struct app a = {0};
  pthread_t t;
  a.conn = PQconnectdb("");
  pthread_create(&t, 0, drain, &a);
  pthread_mutex_lock(&a.use);
  PQclear(PQexec(a.conn, "SELECT 1"));
  pthread_mutex_unlock(&a.use);
  pthread_mutex_lock(&a.mu);
  a.stop = 1;
  pthread_cond_signal(&a.more);
  pthread_mutex_unlock(&a.mu);
  pthread_join(t, 0);
  PQfinish(a.conn);
}

int main(void) {
  run(drainReported);
  run(drainSilent);
}
