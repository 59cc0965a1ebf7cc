// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql -pthread
// Two helpers on two threads; the twin gives the second its own connection.
#include <libpq-fe.h>
#include <pthread.h>

static void flushReported(PGconn *conn) {
  PQflush(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
}

static void flushSilent(PGconn *conn) { PQflush(conn); }

static int idle(PGconn *conn) { return !PQisBusy(conn); }

static void *senderReported(void *arg) {
  flushReported(arg);
  return NULL;
}

static void *senderSilent(void *arg) {
  flushSilent(arg);
  return NULL;
}

int sendReported(const char *info) {
  PGconn *conn = PQconnectdb(info);
  pthread_t sender;
  int free = 0;
  if (pthread_create(&sender, NULL, senderReported, conn) == 0) {
    free = idle(conn);
    pthread_join(sender, NULL);
  }
  PQfinish(conn);
  return free;
}

int sendSilent(const char *info) {
  PGconn *conn = PQconnectdb(info);
  PGconn *other = PQconnectdb(info);
  pthread_t sender;
  int free = 0;
  if (pthread_create(&sender, NULL, senderSilent, other) == 0) {
    free = idle(conn);
    pthread_join(sender, NULL);
  }
  PQfinish(other);
  PQfinish(conn);
  return free;
}
