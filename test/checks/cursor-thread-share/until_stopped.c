// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/postgresql
// Workers run until they are told to stop: what one waits for is not there yet
// when the next one starts.
#include <libpq-fe.h>
#include <pthread.h>

struct pool {
  pthread_t threads[4];
  volatile int stop;
  PGconn *conn;
  pthread_mutex_t lock;
};

static void *shares(void *data) {
  struct pool *pool = data;
  while (!pool->stop)
    PQconsumeInput(pool->conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} is used by several threads that start at one place {{.*}} [cursor-thread-share]
  return 0;
}

void sharedReported(PGconn *conn) {
  struct pool pool = {.conn = conn};
  for (int i = 0; i < 4; ++i)
    pthread_create(&pool.threads[i], 0, shares, &pool);
  pool.stop = 1;
  for (int i = 0; i < 4; ++i)
    pthread_join(pool.threads[i], 0);
}

static void *locks(void *data) {
  struct pool *pool = data;
  while (!pool->stop) {
    pthread_mutex_lock(&pool->lock);
    PQconsumeInput(pool->conn);
    pthread_mutex_unlock(&pool->lock);
  }
  return 0;
}

void lockedSilent(PGconn *conn) {
  struct pool pool = {.conn = conn, .lock = PTHREAD_MUTEX_INITIALIZER};
  for (int i = 0; i < 4; ++i)
    pthread_create(&pool.threads[i], 0, locks, &pool);
  pool.stop = 1;
  for (int i = 0; i < 4; ++i)
    pthread_join(pool.threads[i], 0);
}
