// RUN: %check %s -- -std=gnu11 -D_GNU_SOURCE -I/usr/include/postgresql -pthread
#include <libpq-fe.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <time.h>

static void *flush(void *arg) {
  PQflush(arg);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
  return NULL;
}

void detachedReported(PGconn *c) {
  pthread_attr_t attributes;
  pthread_t thread;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_create(&thread, &attributes, flush, c);
  PQconsumeInput(c);
}

void triedSilent(PGconn *c) {
  pthread_t thread;
  pthread_create(&thread, NULL, flush, c);
  if (pthread_tryjoin_np(thread, NULL) == 0)
    PQconsumeInput(c);
  else
    pthread_join(thread, NULL);
}

// A timer whose signal is a thread.
static void expired(union sigval value) {
  PQflush(value.sival_ptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
}

void timerReported(PGconn *c) {
  struct sigevent event = {0};
  timer_t timer;
  event.sigev_notify = SIGEV_THREAD;
  event.sigev_notify_function = expired;
  event.sigev_value.sival_ptr = c;
  timer_create(CLOCK_MONOTONIC, &event, &timer);
  PQconsumeInput(c);
}

void signalSilent(PGconn *c) {
  struct sigevent event = {0};
  timer_t timer;
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_value.sival_ptr = c;
  timer_create(CLOCK_MONOTONIC, &event, &timer);
  PQconsumeInput(c);
}

// A semaphore of one is a lock.
struct shared {
  PGconn *conn;
  sem_t one;
};

static void *guarded(void *arg) {
  struct shared *all = arg;
  sem_wait(&all->one);
  PQflush(all->conn);
  sem_post(&all->one);
  return NULL;
}

void semaphoreSilent(struct shared *all) {
  pthread_t thread;
  sem_init(&all->one, 0, 1);
  pthread_create(&thread, NULL, guarded, all);
  sem_wait(&all->one);
  PQconsumeInput(all->conn);
  sem_post(&all->one);
  pthread_join(thread, NULL);
}

// Each thread's own connection, which the key's destructor closes.
static pthread_key_t key;

static void finish(void *conn) { PQfinish(conn); }

static void *own(void *arg) {
  PGconn *conn = PQconnectdb(arg);
  pthread_setspecific(key, conn);
  PQflush(conn);
  return NULL;
}

void keySilent(char *where) {
  pthread_t first, second;
  pthread_key_create(&key, finish);
  pthread_create(&first, NULL, own, where);
  pthread_create(&second, NULL, own, where);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
}
