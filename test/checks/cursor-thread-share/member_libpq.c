// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql -pthread
// A struct passed as void * carries the connection to the thread.
#include <libpq-fe.h>
#include <pthread.h>

struct listener {
  PGconn *conn;
  pthread_mutex_t guard;
};

static void *listenReported(void *arg) {
  struct listener *l = arg;
  PQconsumeInput(l->conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  return NULL;
}

static void *listenSilent(void *arg) {
  struct listener *l = arg;
  pthread_mutex_lock(&l->guard);
  PQconsumeInput(l->conn);
  pthread_mutex_unlock(&l->guard);
  return NULL;
}

int serveReported(struct listener *l) {
  pthread_t thread;
  int sock;
  if (pthread_create(&thread, NULL, listenReported, l) != 0)
    return -1;
  sock = PQsocket(l->conn);
  pthread_join(thread, NULL);
  return sock;
}

int serveSilent(struct listener *l) {
  pthread_t thread;
  int sock;
  if (pthread_create(&thread, NULL, listenSilent, l) != 0)
    return -1;
  pthread_mutex_lock(&l->guard);
  sock = PQsocket(l->conn);
  pthread_mutex_unlock(&l->guard);
  pthread_join(thread, NULL);
  return sock;
}
