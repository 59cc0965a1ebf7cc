// RUN: %check %s -- -std=gnu11 -pthread
// A thread takes a handle over. Who does not ask whether it has started takes
// it for granted; who asks must close the handle when it has not.
#include <pthread.h>
#include <sqlite3.h>

static void *own(void *p) {
  sqlite3_exec(p, "x", 0, 0, 0);
  sqlite3_close(p);
  return 0;
}

void notAskedSilent(const char *file) {
  pthread_t t;
  sqlite3 *db;
  sqlite3_open(file, &db);
  pthread_create(&t, 0, own, db);
  pthread_join(t, 0);
}

void forgottenReported(const char *file) {
  pthread_t t;
  sqlite3 *db;
  sqlite3_open(file, &db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}} is not closed before 'forgottenReported' returns{{.*}} [cursor-unclosed]
  if (pthread_create(&t, 0, own, db))
    return;
  pthread_join(t, 0);
}

void closedSilent(const char *file) {
  pthread_t t;
  sqlite3 *db;
  sqlite3_open(file, &db);
  if (pthread_create(&t, 0, own, db)) {
    sqlite3_close(db);
    return;
  }
  pthread_join(t, 0);
}
