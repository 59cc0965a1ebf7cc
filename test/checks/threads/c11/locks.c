// RUN: %check %s -- -std=c11 -I/usr/include/postgresql -pthread
// What C11 has to keep threads apart: mutexes, conditions, call_once.
#include <libpq-fe.h>
#include <stdbool.h>
#include <threads.h>

struct shared {
  PGconn *conn;
  mtx_t lock;
  cnd_t turn;
  bool ready;
};

static int flush_guarded(void *arg) {
  struct shared *s = arg;
  mtx_lock(&s->lock);
  PQflush(s->conn);
  mtx_unlock(&s->lock);
  return 0;
}

void guardedSilent(struct shared *s) {
  thrd_t worker;
  if (thrd_create(&worker, flush_guarded, s) != thrd_success)
    return;
  mtx_lock(&s->lock);
  PQconsumeInput(s->conn);
  mtx_unlock(&s->lock);
  thrd_join(worker, NULL);
}

static int flush_guarded_too(void *arg) {
  struct shared *s = arg;
  mtx_lock(&s->lock);
  PQflush(s->conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  mtx_unlock(&s->lock);
  return 0;
}

void unlockedTooEarlyReported(struct shared *s) {
  thrd_t worker;
  if (thrd_create(&worker, flush_guarded_too, s) != thrd_success)
    return;
  mtx_lock(&s->lock);
  mtx_unlock(&s->lock);
  PQconsumeInput(s->conn);
  thrd_join(worker, NULL);
}

static int flush_if_free(void *arg) {
  struct shared *s = arg;
  if (mtx_trylock(&s->lock) == thrd_success) {
    PQflush(s->conn);
    mtx_unlock(&s->lock);
  }
  return 0;
}

void triedSilent(struct shared *s) {
  thrd_t worker;
  if (thrd_create(&worker, flush_if_free, s) != thrd_success)
    return;
  mtx_lock(&s->lock);
  PQconsumeInput(s->conn);
  mtx_unlock(&s->lock);
  thrd_join(worker, NULL);
}

static int flush_anyway(void *arg) {
  struct shared *s = arg;
  int got = mtx_trylock(&s->lock);
  PQflush(s->conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  if (got == thrd_success)
    mtx_unlock(&s->lock);
  return 0;
}

void resultOfTryIgnoredReported(struct shared *s) {
  thrd_t worker;
  if (thrd_create(&worker, flush_anyway, s) != thrd_success)
    return;
  mtx_lock(&s->lock);
  PQconsumeInput(s->conn);
  mtx_unlock(&s->lock);
  thrd_join(worker, NULL);
}

static int wait_for_turn(void *arg) {
  struct shared *s = arg;
  mtx_lock(&s->lock);
  while (!s->ready)
    cnd_wait(&s->turn, &s->lock);
  mtx_unlock(&s->lock);
  PQflush(s->conn);
  return 0;
}

void turnGivenSilent(struct shared *s) {
  thrd_t worker;
  s->ready = false;
  if (thrd_create(&worker, wait_for_turn, s) != thrd_success)
    return;
  PQconsumeInput(s->conn);
  mtx_lock(&s->lock);
  s->ready = true;
  cnd_signal(&s->turn);
  mtx_unlock(&s->lock);
  thrd_join(worker, NULL);
}

static PGconn *global;
static once_flag opened = ONCE_FLAG_INIT;
static void open_global(void) { global = PQconnectdb("service=main"); }

static int use_once(void *unused) {
  (void)unused;
  call_once(&opened, open_global);
  return 0;
}

void openedOnceSilent(void) {
  thrd_t worker;
  if (thrd_create(&worker, use_once, NULL) != thrd_success)
    return;
  call_once(&opened, open_global);
  thrd_join(worker, NULL);
}

static int flush_global(void *unused) {
  (void)unused;
  call_once(&opened, open_global);
  PQflush(global);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  return 0;
}

void openedOnceButSharedReported(void) {
  thrd_t worker;
  if (thrd_create(&worker, flush_global, NULL) != thrd_success)
    return;
  call_once(&opened, open_global);
  PQconsumeInput(global);
  thrd_join(worker, NULL);
}
