// RUN: %check %s -- -std=c11 -pthread
// RUN: %truth %s -- -std=c11 -pthread
// Threads, locks and signals of C11, over one SQLite connection without a mutex.
#include <sqlite3.h>
#include <threads.h>

struct work {
  sqlite3 *db;
  mtx_t lock;
  cnd_t changed;
  int done;
};

static sqlite3 *open(const char *file) {
  sqlite3 *db = 0;
  sqlite3_open_v2(file, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, 0);
  return db;
}

static int empty(void *arg) {
  sqlite3_exec(arg, "DELETE FROM t", 0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-thread-share]
  return 0;
}

void besideReported(const char *file) {
  sqlite3 *db = open(file);
  thrd_t worker;
  if (thrd_create(&worker, empty, db) == thrd_success) {
    sqlite3_changes(db);
    thrd_join(worker, 0);
  }
  sqlite3_close(db);
}

static int empty_alone(void *arg) {
  sqlite3_exec(arg, "DELETE FROM t", 0, 0, 0);
  return 0;
}

void joinedSilent(const char *file) {
  sqlite3 *db = open(file);
  thrd_t worker;
  if (thrd_create(&worker, empty_alone, db) == thrd_success)
    thrd_join(worker, 0);
  sqlite3_changes(db);
  sqlite3_close(db);
}

static int empty_locked(void *arg) {
  struct work *work = arg;
  mtx_lock(&work->lock);
  sqlite3_exec(work->db, "DELETE FROM t", 0, 0, 0);
  mtx_unlock(&work->lock);
  return 0;
}

void lockedSilent(const char *file) {
  struct work work = {.db = open(file)};
  mtx_init(&work.lock, mtx_plain);
  thrd_t worker;
  if (thrd_create(&worker, empty_locked, &work) == thrd_success) {
    mtx_lock(&work.lock);
    sqlite3_changes(work.db);
    mtx_unlock(&work.lock);
    thrd_join(worker, 0);
  }
  mtx_destroy(&work.lock);
  sqlite3_close(work.db);
}

static int empty_half_locked(void *arg) {
  struct work *work = arg;
  mtx_lock(&work->lock);
  sqlite3_exec(work->db, "DELETE FROM t", 0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'work.db'{{.*}}[cursor-thread-share]
  mtx_unlock(&work->lock);
  return 0;
}

void lockedOnOneSideReported(const char *file) {
  struct work work = {.db = open(file)};
  mtx_init(&work.lock, mtx_plain);
  thrd_t worker;
  if (thrd_create(&worker, empty_half_locked, &work) == thrd_success) {
    sqlite3_changes(work.db);
    thrd_join(worker, 0);
  }
  mtx_destroy(&work.lock);
  sqlite3_close(work.db);
}

static int empty_and_tell(void *arg) {
  struct work *work = arg;
  sqlite3_exec(work->db, "DELETE FROM t", 0, 0, 0);
  mtx_lock(&work->lock);
  work->done = 1;
  cnd_signal(&work->changed);
  mtx_unlock(&work->lock);
  return 0;
}

void toldSilent(const char *file) {
  struct work work = {.db = open(file)};
  mtx_init(&work.lock, mtx_plain);
  cnd_init(&work.changed);
  thrd_t worker;
  if (thrd_create(&worker, empty_and_tell, &work) == thrd_success) {
    mtx_lock(&work.lock);
    while (!work.done)
      cnd_wait(&work.changed, &work.lock);
    mtx_unlock(&work.lock);
    sqlite3_changes(work.db);
    thrd_join(worker, 0);
  }
  cnd_destroy(&work.changed);
  mtx_destroy(&work.lock);
  sqlite3_close(work.db);
}
