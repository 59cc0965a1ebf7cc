// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/postgresql
// Jobs in a linked list, taken by a thread that runs already.
#include <libpq-fe.h>
#include <pthread.h>
#include <stdlib.h>

struct job {
  PGconn *conn;
  struct job *next;
};

static struct {
  pthread_mutex_t mu;
  pthread_cond_t more;
  struct job *first;
  int stop;
} queue = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0, 0};

static void put(PGconn *conn) {
  struct job *j = malloc(sizeof *j);
  if (!j)
    abort();
  j->conn = conn;
  pthread_mutex_lock(&queue.mu);
  j->next = queue.first;
  queue.first = j;
  pthread_cond_signal(&queue.more);
  pthread_mutex_unlock(&queue.mu);
}

static void *work(void *unused) {
  (void)unused;
  for (;;) {
    pthread_mutex_lock(&queue.mu);
    while (!queue.first && !queue.stop)
      pthread_cond_wait(&queue.more, &queue.mu);
    struct job *j = queue.first;
    if (!j) {
      pthread_mutex_unlock(&queue.mu);
      return 0;
    }
    queue.first = j->next;
    pthread_mutex_unlock(&queue.mu);
    PQclear(PQexec(j->conn, "SELECT 1"));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} is used by two threads at the same time{{.*}} [cursor-thread-share]
    PQfinish(j->conn);
    free(j);
  }
}

void lastSilent(void) {
  pthread_t t;
  pthread_create(&t, 0, work, 0);
  PGconn *mine = PQconnectdb("");
  PQclear(PQexec(mine, "SET x = 1"));
  put(mine);
  pthread_join(t, 0);
}

void usedReported(void) {
  pthread_t t;
  pthread_create(&t, 0, work, 0);
  PGconn *shared = PQconnectdb("");
  put(shared);
  PQclear(PQexec(shared, "SET x = 1"));
  pthread_join(t, 0);
}
