// RUN: %check %s -- -std=gnu11 -pthread
// A thread that looks through a text of unknown length ends in many ways; what
// it does to the connection is the same in all.
#include <pthread.h>
#include <sqlite3.h>

static sqlite3 *db;
static pthread_mutex_t mu;

static void *oneReported(void *arg) {
  const char *p = arg;
  for (int i = 0; p[i]; i++)
    ;
  sqlite3_exec(db, "x", 0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}} is used by several threads that start at one place{{.*}} [cursor-thread-share]
  return 0;
}

static void *oneSilent(void *arg) {
  const char *p = arg;
  for (int i = 0; p[i]; i++)
    ;
  pthread_mutex_lock(&mu);
  sqlite3_exec(db, "x", 0, 0, 0);
  pthread_mutex_unlock(&mu);
  return 0;
}

static void run(int argc, char **argv, void *(*one)(void *)) {
  pthread_t t[9];
  for (int i = 0; i < argc; i++)
    pthread_create(&t[i], 0, one, argv[i]);
  for (int i = 0; i < argc; i++)
    pthread_join(t[i], 0);
}

int main(int argc, char **argv) {
  if (sqlite3_open_v2("x", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                      0)) {
    sqlite3_close(db);
    return 1;
  }
  run(argc, argv, oneReported);
  run(argc, argv, oneSilent);
  sqlite3_close(db);
  return 0;
}
