// RUN: %check %s -- -std=gnu11 -pthread
// RUN: %truth %s -- -std=gnu11 -pthread
// The mode is set for the process, before the first connection.
#include <pthread.h>
#include <sqlite3.h>
#include <stddef.h>

static void *count(void *data) {
  sqlite3_exec(data, "SELECT count(*) FROM t", NULL, NULL, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-thread-share]
  return NULL;
}

void otherConnectionReported(const char *file) {
  pthread_t thread;
  sqlite3 *db, *other;
  sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  sqlite3_open(file, &db);
  sqlite3_open(file, &other);
  pthread_create(&thread, NULL, count, other);
  count(db);
  pthread_join(thread, NULL);
  sqlite3_close(other);
  sqlite3_close(db);
}

void otherConnectionSilent(const char *file) {
  pthread_t thread;
  sqlite3 *db, *other;
  sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  sqlite3_open(file, &db);
  sqlite3_open(file, &other);
  pthread_create(&thread, NULL, count, other);
  pthread_join(thread, NULL);
  count(db);
  sqlite3_close(other);
  sqlite3_close(db);
}
