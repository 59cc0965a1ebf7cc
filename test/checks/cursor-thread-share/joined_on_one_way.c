// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/postgresql
// A helper that joins on one of its ways has not joined on the other.
#define _GNU_SOURCE
#include <libpq-fe.h>
#include <pthread.h>

static void *flushReported(void *a) {
  PQflush(a);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} is used by two threads at the same time{{.*}} [cursor-thread-share]
  return 0;
}

static void *flushSilent(void *a) {
  PQflush(a);
  return 0;
}

static int maybe(pthread_t t, int x) {
  if (x) {
    pthread_join(t, 0);
    return 0;
  }
  return 1;
}

void useReported(PGconn *c, int x) {
  pthread_t t;
  pthread_create(&t, 0, flushReported, c);
  maybe(t, x);
  PQconsumeInput(c);
}

void useSilent(PGconn *c, int x) {
  pthread_t t;
  pthread_create(&t, 0, flushSilent, c);
  if (maybe(t, x) == 0)
    PQconsumeInput(c);
}
