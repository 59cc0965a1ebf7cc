// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/postgresql
// Loops that ask for a number which a running thread writes some time: they may
// see it before.
#include <libpq-fe.h>
#include <pthread.h>

int more(void);

struct app {
  PGconn *conn;
  pthread_mutex_t mu;
  int done;
};

static void say(struct app *a) {
  pthread_mutex_lock(&a->mu);
  a->done = 1;
  pthread_mutex_unlock(&a->mu);
}

static void *seen(void *p) {
  struct app *a = p;
  while (more())
    PQflush(a->conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'a.conn'{{.*}}[cursor-thread-share]
  say(a);
  return 0;
}

void untilDoneReported(void) {
  struct app a = {PQconnectdb(""), PTHREAD_MUTEX_INITIALIZER, 0};
  pthread_t t;
  pthread_create(&t, 0, seen, &a);
  while (!a.done)
    PQconsumeInput(a.conn);
  pthread_join(t, 0);
  PQfinish(a.conn);
}

static void *seenUnderLock(void *p) {
  struct app *a = p;
  while (more())
    PQflush(a->conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'a.conn'{{.*}}[cursor-thread-share]
  say(a);
  return 0;
}

void untilDoneUnderLockReported(void) {
  struct app a = {PQconnectdb(""), PTHREAD_MUTEX_INITIALIZER, 0};
  pthread_t t;
  pthread_create(&t, 0, seenUnderLock, &a);
  for (;;) {
    pthread_mutex_lock(&a.mu);
    int done = a.done;
    pthread_mutex_unlock(&a.mu);
    if (done)
      break;
    PQconsumeInput(a.conn);
  }
  pthread_join(t, 0);
  PQfinish(a.conn);
}

static void *seenByHelper(void *p) {
  struct app *a = p;
  while (more())
    PQflush(a->conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'a.conn'{{.*}}[cursor-thread-share]
  say(a);
  return 0;
}

static int isBusy(const struct app *a) { return !a->done; }

void untilDoneByHelperReported(void) {
  struct app a = {PQconnectdb(""), PTHREAD_MUTEX_INITIALIZER, 0};
  pthread_t t;
  pthread_create(&t, 0, seenByHelper, &a);
  while (isBusy(&a))
    PQconsumeInput(a.conn);
  pthread_join(t, 0);
  PQfinish(a.conn);
}

static void *joined(void *p) {
  struct app *a = p;
  while (more())
    PQflush(a->conn);
  say(a);
  return 0;
}

// After the join the number is what the thread wrote, in a loop too.
void afterJoinSilent(void) {
  struct app a = {PQconnectdb(""), PTHREAD_MUTEX_INITIALIZER, 0};
  pthread_t t;
  pthread_create(&t, 0, joined, &a);
  pthread_join(t, 0);
  while (!a.done)
    if (!more())
      return;
  PQfinish(a.conn);
}
