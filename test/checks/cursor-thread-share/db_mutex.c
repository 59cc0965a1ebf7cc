// RUN: %check %s -- -std=gnu11 -pthread
// SQLite's own mutex of a connection guards what is made from it.
#include <pthread.h>
#include <sqlite3.h>

struct shared {
  sqlite3 *db;
  sqlite3_stmt *stmt;
};

static void *guardedSilent(void *p) {
  struct shared *s = p;
  sqlite3_mutex_enter(sqlite3_db_mutex(s->db));
  sqlite3_step(s->stmt);
  sqlite3_reset(s->stmt);
  sqlite3_mutex_leave(sqlite3_db_mutex(s->db));
  return 0;
}

static void *bareReported(void *p) {
  struct shared *s = p;
  sqlite3_step(s->stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}stmt' (SQLite sqlite3_stmt) is used by two threads at the same time{{.*}} [cursor-thread-share]
  sqlite3_reset(s->stmt);
  return 0;
}

static int run(void *(*job)(void *)) {
  struct shared s = {0};
  pthread_t t;
  if (sqlite3_open("f", &s.db) ||
      sqlite3_prepare_v2(s.db, "SELECT 1", -1, &s.stmt, 0)) {
    sqlite3_close(s.db);
    return 1;
  }
  if (pthread_create(&t, 0, job, &s) == 0) {
    job(&s);
    pthread_join(t, 0);
  }
  sqlite3_finalize(s.stmt);
  sqlite3_close(s.db);
  return 0;
}

int main(void) { return run(guardedSilent) || run(bareReported); }
