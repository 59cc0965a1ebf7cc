// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/postgresql
// The same in C: the flag is set under the mutex, and the condition is told.
#include <libpq-fe.h>
#include <pthread.h>

struct turn {
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  int ready;
  PGconn *db;
};

static void *prepare(void *given) {
  struct turn *turn = given;
  PQflush(turn->db);
  pthread_mutex_lock(&turn->mutex);
  turn->ready = 1;
  pthread_cond_signal(&turn->changed);
  pthread_mutex_unlock(&turn->mutex);
  return 0;
}

void handedOverSilent(struct turn *turn) {
  pthread_t thread;
  turn->ready = 0;
  if (pthread_create(&thread, 0, prepare, turn))
    return;
  pthread_mutex_lock(&turn->mutex);
  while (turn->ready == 0)
    pthread_cond_wait(&turn->changed, &turn->mutex);
  pthread_mutex_unlock(&turn->mutex);
  PQconsumeInput(turn->db);
  pthread_join(thread, 0);
}

static void *prepareLate(void *given) {
  struct turn *turn = given;
  pthread_mutex_lock(&turn->mutex);
  turn->ready = 1;
  pthread_cond_signal(&turn->changed);
  pthread_mutex_unlock(&turn->mutex);
  PQflush(turn->db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}db' {{.*}}[cursor-thread-share]
  return 0;
}

void toldTooEarlyReported(struct turn *turn) {
  pthread_t thread;
  turn->ready = 0;
  if (pthread_create(&thread, 0, prepareLate, turn))
    return;
  pthread_mutex_lock(&turn->mutex);
  while (!turn->ready)
    pthread_cond_wait(&turn->changed, &turn->mutex);
  pthread_mutex_unlock(&turn->mutex);
  PQconsumeInput(turn->db);
  pthread_join(thread, 0);
}
