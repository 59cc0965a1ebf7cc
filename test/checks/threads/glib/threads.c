// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
// GLib: threads, pools, mutexes and reader-writer locks.
#include <glib.h>
#include <libpq-fe.h>

static gpointer flush(gpointer conn) {
  PQflush(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  return NULL;
}

void sharedReported(PGconn *conn) {
  GThread *worker = g_thread_new("flush", flush, conn);
  PQconsumeInput(conn);
  g_thread_join(worker);
}

static gpointer flush_alone(gpointer conn) {
  PQflush(conn);
  return NULL;
}

void joinedSilent(PGconn *conn) {
  GThread *worker = g_thread_try_new("flush", flush_alone, conn, NULL);
  if (worker == NULL)
    return;
  g_thread_join(worker);
  PQconsumeInput(conn);
}

struct shared {
  PGconn *conn;
  GMutex lock;
  GRWLock readers;
};

static gpointer flush_guarded(gpointer data) {
  struct shared *s = data;
  g_mutex_lock(&s->lock);
  PQflush(s->conn);
  g_mutex_unlock(&s->lock);
  return NULL;
}

void guardedSilent(struct shared *s) {
  GThread *worker = g_thread_new("flush", flush_guarded, s);
  {
    g_autoptr(GMutexLocker) hold = g_mutex_locker_new(&s->lock);
    PQconsumeInput(s->conn);
  }
  g_thread_join(worker);
}

static gpointer flush_reading(gpointer data) {
  struct shared *s = data;
  g_rw_lock_reader_lock(&s->readers);
  PQflush(s->conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  g_rw_lock_reader_unlock(&s->readers);
  return NULL;
}

void readersReported(struct shared *s) {
  GThread *worker = g_thread_new("flush", flush_reading, s);
  g_rw_lock_reader_lock(&s->readers);
  PQconsumeInput(s->conn);
  g_rw_lock_reader_unlock(&s->readers);
  g_thread_join(worker);
}

static void flush_pushed(gpointer task, gpointer conn) {
  (void)task;
  PQflush(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
}

void poolReported(PGconn *conn) {
  GThreadPool *pool = g_thread_pool_new(flush_pushed, conn, 4, FALSE, NULL);
  for (int i = 1; i < 9; ++i)
    g_thread_pool_push(pool, GINT_TO_POINTER(i), NULL);
  g_thread_pool_free(pool, FALSE, TRUE);
}

static void flush_in_turn(gpointer task, gpointer conn) {
  (void)task;
  PQflush(conn);
}

void poolOfOneSilent(PGconn *conn) {
  GThreadPool *pool = g_thread_pool_new(flush_in_turn, conn, 1, FALSE, NULL);
  for (int i = 1; i < 9; ++i)
    g_thread_pool_push(pool, GINT_TO_POINTER(i), NULL);
  g_thread_pool_free(pool, FALSE, TRUE);
  PQconsumeInput(conn);
}

static void flush_unwaited(gpointer task, gpointer unused) {
  (void)unused;
  PQflush(task);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
}

void poolFreedAtOnceReported(PGconn *conn) {
  GThreadPool *pool = g_thread_pool_new(flush_unwaited, NULL, 4, FALSE, NULL);
  g_thread_pool_push(pool, conn, NULL);
  g_thread_pool_free(pool, FALSE, FALSE);
  PQconsumeInput(conn);
}
