// RUN: %check %s -- -std=gnu11 -pthread
// A detached thread that never ends never closes what it has opened.
#include <pthread.h>
#include <sqlite3.h>
#include <unistd.h>

static void *serveReported(void *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db)) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db' ({{.*}}is never closed, since its detached thread never ends{{.*}}[cursor-unclosed]
    sqlite3_close(db);
    return 0;
  }
  for (;;) {
    sqlite3_exec(db, "DELETE FROM expired", 0, 0, 0);
    sleep(1);
  }
  return 0;
}

static void *serveUntilItFailsSilent(void *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db)) {
    sqlite3_close(db);
    return 0;
  }
  for (;;) {
    if (sqlite3_exec(db, "DELETE FROM expired", 0, 0, 0))
      break;
    sleep(1);
  }
  sqlite3_close(db);
  return 0;
}

static void *reopenSilent(void *file) {
  sqlite3 *db;
  for (;;) {
    if (!sqlite3_open(file, &db))
      sqlite3_exec(db, "DELETE FROM expired", 0, 0, 0);
    sqlite3_close(db);
    sleep(1);
  }
  return 0;
}

static void *serveJoinedSilent(void *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db)) {
    sqlite3_close(db);
    return 0;
  }
  for (;;) {
    sqlite3_exec(db, "DELETE FROM expired", 0, 0, 0);
    sleep(1);
  }
  return 0;
}

static void *serveByAttributeReported(void *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db)) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db' ({{.*}}[cursor-unclosed]
    sqlite3_close(db);
    return 0;
  }
  while (1) {
    sqlite3_exec(db, "DELETE FROM expired", 0, 0, 0);
    sleep(1);
  }
}

int startReported(char *file) {
  pthread_t t;
  if (pthread_create(&t, 0, serveReported, file))
    return 1;
  pthread_detach(t);
  return 0;
}

int startUntilItFailsSilent(char *file) {
  pthread_t t;
  if (pthread_create(&t, 0, serveUntilItFailsSilent, file))
    return 1;
  pthread_detach(t);
  return 0;
}

int startReopenSilent(char *file) {
  pthread_t t;
  if (pthread_create(&t, 0, reopenSilent, file))
    return 1;
  pthread_detach(t);
  return 0;
}

int startJoinedSilent(char *file) {
  pthread_t t;
  if (pthread_create(&t, 0, serveJoinedSilent, file))
    return 1;
  return pthread_join(t, 0);
}

int startByAttributeReported(char *file) {
  pthread_attr_t attr;
  pthread_t t;
  pthread_attr_init(&attr);
  pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
  int rc = pthread_create(&t, &attr, serveByAttributeReported, file);
  pthread_attr_destroy(&attr);
  return rc;
}
