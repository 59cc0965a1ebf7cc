// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql -I/usr/include/glib-2.0 -I/usr/lib/x86_64-linux-gnu/glib-2.0/include
#include <gio/gio.h>
#include <sqlite3.h>

struct app {
  sqlite3_stmt *stmt;
  GMainLoop *loop;
};

static void work(GTask *task, gpointer source, gpointer data,
                 GCancellable *cancellable) {
  struct app *app = data;
  sqlite3_step(app->stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'app->stmt' (SQLite sqlite3_stmt) is used by two threads at the same time with no lock in common{{.*}} [cursor-thread-share]
  g_task_return_boolean(task, TRUE);
}

void besideReported(struct app *app) {
  GTask *task = g_task_new(NULL, NULL, NULL, NULL);
  g_task_set_task_data(task, app, NULL);
  g_task_run_in_thread(task, work);
  sqlite3_step(app->stmt);
}

static void done(GObject *source, GAsyncResult *result, gpointer data) {
  struct app *app = data;
  g_main_loop_quit(app->loop);
}

static void own(GTask *task, gpointer source, gpointer data,
                GCancellable *cancellable) {
  struct app *app = data;
  sqlite3_step(app->stmt);
  g_task_return_boolean(task, TRUE);
}

void afterwardsSilent(struct app *app) {
  GTask *task = g_task_new(NULL, NULL, done, app);
  g_task_set_task_data(task, app, NULL);
  g_task_run_in_thread(task, own);
  g_main_loop_run(app->loop);
  sqlite3_step(app->stmt);
}

void waitsSilent(struct app *app) {
  GTask *task = g_task_new(NULL, NULL, NULL, NULL);
  g_task_set_task_data(task, app, NULL);
  g_task_run_in_thread_sync(task, own);
  sqlite3_step(app->stmt);
}

// The loop's thread runs it while the task runs.
static gboolean tick(gpointer data) {
  struct app *app = data;
  sqlite3_reset(app->stmt);
  return G_SOURCE_CONTINUE;
}

static void busy(GTask *task, gpointer source, gpointer data,
                 GCancellable *cancellable) {
  struct app *app = data;
  sqlite3_step(app->stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'app->stmt' (SQLite sqlite3_stmt) is used by two threads at the same time with no lock in common{{.*}} [cursor-thread-share]
  g_task_return_boolean(task, TRUE);
}

void timeoutReported(struct app *app) {
  GTask *task = g_task_new(NULL, NULL, done, app);
  g_task_set_task_data(task, app, NULL);
  g_timeout_add(100, tick, app);
  g_task_run_in_thread(task, busy);
  g_main_loop_run(app->loop);
}
