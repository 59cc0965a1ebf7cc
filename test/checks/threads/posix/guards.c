// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/postgresql
// What POSIX threads are kept apart by besides mutexes.
#include <libpq-fe.h>
#include <pthread.h>

struct guarded {
  PGconn *db;
  pthread_rwlock_t readers;
  pthread_spinlock_t spin;
  pthread_barrier_t both;
};

static void *read_locked(void *given) {
  struct guarded *g = given;
  pthread_rwlock_rdlock(&g->readers);
  PQflush(g->db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'g->db' (libpq PGconn) is used by two threads at the same time under a lock that both only share {{.*}}[cursor-thread-share]
  pthread_rwlock_unlock(&g->readers);
  return 0;
}
static void *write_locked(void *given) {
  struct guarded *g = given;
  pthread_rwlock_wrlock(&g->readers);
  PQflush(g->db);
  pthread_rwlock_unlock(&g->readers);
  return 0;
}
static void *spinning(void *given) {
  struct guarded *g = given;
  pthread_spin_lock(&g->spin);
  PQflush(g->db);
  pthread_spin_unlock(&g->spin);
  return 0;
}
static void *spinning_alone(void *given) {
  struct guarded *g = given;
  pthread_spin_lock(&g->spin);
  PQflush(g->db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'g->db' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  pthread_spin_unlock(&g->spin);
  return 0;
}
static void *before_barrier(void *given) {
  struct guarded *g = given;
  PQflush(g->db);
  pthread_barrier_wait(&g->both);
  return 0;
}
static void *before_late_barrier(void *given) {
  struct guarded *g = given;
  PQflush(g->db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'g->db' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  pthread_barrier_wait(&g->both);
  return 0;
}

void readersReported(struct guarded *g) {
  pthread_t t;
  if (pthread_create(&t, 0, read_locked, g))
    return;
  pthread_rwlock_rdlock(&g->readers);
  PQconsumeInput(g->db);
  pthread_rwlock_unlock(&g->readers);
  pthread_join(t, 0);
}

void writersSilent(struct guarded *g) {
  pthread_t t;
  if (pthread_create(&t, 0, write_locked, g))
    return;
  pthread_rwlock_wrlock(&g->readers);
  PQconsumeInput(g->db);
  pthread_rwlock_unlock(&g->readers);
  pthread_join(t, 0);
}

void spinSilent(struct guarded *g) {
  pthread_t t;
  if (pthread_create(&t, 0, spinning, g))
    return;
  pthread_spin_lock(&g->spin);
  PQconsumeInput(g->db);
  pthread_spin_unlock(&g->spin);
  pthread_join(t, 0);
}

void spinReported(struct guarded *g) {
  pthread_t t;
  if (pthread_create(&t, 0, spinning_alone, g))
    return;
  PQconsumeInput(g->db);
  pthread_join(t, 0);
}

void barrierSilent(struct guarded *g) {
  pthread_t t;
  if (pthread_create(&t, 0, before_barrier, g))
    return;
  pthread_barrier_wait(&g->both);
  PQconsumeInput(g->db);
  pthread_join(t, 0);
}

void barrierReported(struct guarded *g) {
  pthread_t t;
  if (pthread_create(&t, 0, before_late_barrier, g))
    return;
  PQconsumeInput(g->db);
  pthread_barrier_wait(&g->both);
  pthread_join(t, 0);
}

static PGconn *only;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_only(void) { only = PQconnectdb(""); }
static void *open_once(void *given) {
  (void)given;
  pthread_once(&once, open_only);
  return 0;
}

void onceSilent(void) {
  pthread_t t;
  if (pthread_create(&t, 0, open_once, 0))
    return;
  pthread_once(&once, open_only);
  pthread_join(t, 0);
}
