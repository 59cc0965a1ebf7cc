// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql -pthread
// A cancelled thread closes what its cleanup handlers close, and no more.
#include <libpq-fe.h>
#include <pthread.h>
#include <unistd.h>

static void finish(void *arg) { PQfinish(arg); }

static void *watchReported(void *arg) {
  PGconn *conn = PQconnectdb(arg);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  while (PQconsumeInput(conn))
    sleep(1);
  PQfinish(conn);
  return NULL;
}

static void *watchSilent(void *arg) {
  PGconn *conn = PQconnectdb(arg);
  pthread_cleanup_push(finish, conn);
  while (PQconsumeInput(conn))
    sleep(1);
  pthread_cleanup_pop(1);
  return NULL;
}

static void *deafSilent(void *arg) {
  int before;
  PGconn *conn = PQconnectdb(arg);
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
  while (PQconsumeInput(conn))
    sleep(1);
  PQfinish(conn);
  pthread_setcancelstate(before, NULL);
  return NULL;
}

static void *askedSilent(void *arg) {
  PGconn *conn = PQconnectdb(arg);
  while (PQconsumeInput(conn))
    sleep(1);
  PQfinish(conn);
  return NULL;
}

void superviseDeafSilent(char *info) {
  pthread_t watcher;
  if (pthread_create(&watcher, NULL, deafSilent, info) != 0)
    return;
  pthread_cancel(watcher);
  pthread_join(watcher, NULL);
}

void superviseAskedSilent(char *info) {
  pthread_t watcher;
  if (pthread_create(&watcher, NULL, askedSilent, info) != 0)
    return;
  pthread_join(watcher, NULL);
}

void superviseReported(char *info) {
  pthread_t watcher;
  if (pthread_create(&watcher, NULL, watchReported, info) != 0)
    return;
  sleep(60);
  pthread_cancel(watcher);
  pthread_join(watcher, NULL);
}

void superviseSilent(char *info) {
  pthread_t watcher;
  if (pthread_create(&watcher, NULL, watchSilent, info) != 0)
    return;
  sleep(60);
  pthread_cancel(watcher);
  pthread_join(watcher, NULL);
}
