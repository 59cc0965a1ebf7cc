// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql -pthread
// Threads started in a loop run beside each other.
#include <libpq-fe.h>
#include <pthread.h>

static void *workReported(void *arg) {
  PQclear(PQexec(arg, "CALL work()"));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  return NULL;
}

static void *workSilent(void *arg) {
  PQclear(PQexec(arg, "CALL work()"));
  return NULL;
}

void startReported(PGconn *conn) {
  pthread_t workers[4];
  for (int i = 0; i < 4; i++)
    pthread_create(&workers[i], NULL, workReported, conn);
  for (int i = 0; i < 4; i++)
    pthread_join(workers[i], NULL);
}

void startSilent(const char *info) {
  pthread_t workers[4];
  PGconn *conns[4];
  for (int i = 0; i < 4; i++) {
    conns[i] = PQconnectdb(info);
    pthread_create(&workers[i], NULL, workSilent, conns[i]);
  }
  for (int i = 0; i < 4; i++) {
    pthread_join(workers[i], NULL);
    PQfinish(conns[i]);
  }
}
