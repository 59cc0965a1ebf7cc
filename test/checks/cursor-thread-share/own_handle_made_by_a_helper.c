// RUN: %check %s -- -std=gnu11 -pthread
// Each turn of the loop opens its own handle into an element.
#include <pthread.h>
#include <sqlite3.h>
struct worker {
  pthread_t thread;
  sqlite3 *db;
};
static void *work(void *a) {
  struct worker *w = a;
  sqlite3_exec(w->db, "x", 0, 0, 0);
  return 0;
}
static sqlite3 *make(const char *f) {
  sqlite3 *d;
  if (sqlite3_open_v2(f, &d, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, 0)) {
    sqlite3_close(d);
    return 0;
  }
  return d;
}
int go(const char *f) {
  struct worker all[4];
  int i;
  for (i = 0; i < 4; i++) {
    all[i].db = make(f);
    pthread_create(&all[i].thread, 0, work, &all[i]);
  }
  for (i = 0; i < 4; i++)
    pthread_join(all[i].thread, 0);
  for (i = 0; i < 4; i++)
    sqlite3_close(all[i].db);
  return 0;
}
