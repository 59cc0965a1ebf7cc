// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/postgresql
// A stop flag that both sides ask for, and that nobody here has set when the
// thread starts.
#include <libpq-fe.h>
#include <pthread.h>
#include <signal.h>

int more(void);

static PGconn *conn, *other;
static volatile sig_atomic_t stop;

static void *sweeper(void *unused) {
  while (!stop)
    PQflush(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn'{{.*}}[cursor-thread-share]
  return unused;
}

int mainReported(void) {
  pthread_t t;
  conn = PQconnectdb("");
  stop = 0;
  if (pthread_create(&t, 0, sweeper, 0) == 0) {
    while (!stop && more())
      PQconsumeInput(conn);
    stop = 1;
    pthread_join(t, 0);
  }
  PQfinish(conn);
  return 0;
}

int mainSilent(void) {
  pthread_t t;
  conn = PQconnectdb("");
  other = PQconnectdb("");
  stop = 0;
  if (pthread_create(&t, 0, sweeper, 0) == 0) {
    while (!stop && more())
      PQconsumeInput(other);
    stop = 1;
    pthread_join(t, 0);
  }
  PQfinish(conn);
  PQfinish(other);
  return 0;
}
