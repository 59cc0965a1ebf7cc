// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
// GLib's recursive mutexes, locks by name, and what runs in a child.
#include <glib.h>
#include <libpq-fe.h>

static GRecMutex mutex;
static gpointer locked(gpointer data) {
  g_rec_mutex_lock(&mutex);
  PQflush(data);
  g_rec_mutex_unlock(&mutex);
  return 0;
}

void recursiveSilent(PGconn *c) {
  GThread *t = g_thread_new("a", locked, c);
  g_rec_mutex_lock(&mutex);
  PQconsumeInput(c);
  g_rec_mutex_unlock(&mutex);
  g_thread_join(t);
}

static gpointer locked_alone(gpointer data) {
  g_rec_mutex_lock(&mutex);
  PQflush(data);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  g_rec_mutex_unlock(&mutex);
  return 0;
}

void recursiveReported(PGconn *c) {
  GThread *t = g_thread_new("a", locked_alone, c);
  PQconsumeInput(c);
  g_thread_join(t);
}

G_LOCK_DEFINE_STATIC(db);
static gpointer by_name(gpointer data) {
  G_LOCK(db);
  PQflush(data);
  G_UNLOCK(db);
  return 0;
}

void lockByNameSilent(PGconn *c) {
  GThread *t = g_thread_new("a", by_name, c);
  G_LOCK(db);
  PQconsumeInput(c);
  G_UNLOCK(db);
  g_thread_join(t);
}

static void closes(gpointer data) { PQfinish(data); }
static void leaves(gpointer data) { (void)data; }

/* Between fork and exec the child runs a function of the program's. */
void setUpReported(char **argv) {
  PGconn *c = PQconnectdb("");
  g_spawn_async(0, argv, 0, 0, closes, c, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) was opened before the fork and is closed in the child, which tells the server that the parent's session is over {{.*}}[cursor-fork-share]
  PQfinish(c);
}

void setUpSilent(char **argv) {
  PGconn *c = PQconnectdb("");
  g_spawn_async(0, argv, 0, 0, leaves, c, 0, 0);
  PQfinish(c);
}

void plainSilent(char **argv) {
  PGconn *c = PQconnectdb("");
  g_spawn_async(0, argv, 0, 0, 0, 0, 0, 0);
  PQfinish(c);
}
