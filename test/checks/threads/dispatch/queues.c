// RUN: %check %s -- -std=gnu11 -I%S/../../../headers
// Grand Central Dispatch: queues, groups and iterations that take functions.
#include <dispatch/dispatch.h>
#include <sqlite3.h>

static void count(void *context) {
  sqlite3_exec(context, "SELECT count(*) FROM t", 0, 0, 0);
}

static void clean(void *context) {
  sqlite3_exec(context, "DELETE FROM t", 0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (SQLite sqlite3) is used by two threads at the same time with no lock in common{{.*}}[cursor-thread-share]
}

static void cleanInGroup(void *context) {
  sqlite3_exec(context, "DELETE FROM t", 0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (SQLite sqlite3) is used by two threads at the same time with no lock in common{{.*}}[cursor-thread-share]
}

static void each(void *context, size_t i) {
  (void)i;
  sqlite3_exec(context, "DELETE FROM t", 0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (SQLite sqlite3) is used by several threads that start at one place with no lock in common{{.*}}[cursor-thread-share]
}

static sqlite3 *open(const char *file) {
  sqlite3 *db = 0;
  sqlite3_open_v2(file, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, 0);
  return db;
}

void asideReported(const char *file) {
  sqlite3 *db = open(file);
  dispatch_queue_t queue = dispatch_queue_create("a", DISPATCH_QUEUE_SERIAL);
  dispatch_async_f(queue, db, clean);
  sqlite3_changes(db);
  dispatch_sync_f(queue, db, count);
  sqlite3_close(db);
}

void onItsQueueSilent(const char *file) {
  sqlite3 *db = open(file);
  dispatch_queue_t queue = dispatch_queue_create("b", DISPATCH_QUEUE_SERIAL);
  dispatch_async_f(queue, db, count);
  dispatch_async_f(queue, db, count);
  dispatch_sync_f(queue, db, count);
  sqlite3_close(db);
}

void groupReported(const char *file) {
  sqlite3 *db = open(file);
  dispatch_group_t group = dispatch_group_create();
  dispatch_queue_t queue = dispatch_get_global_queue(0, 0);
  dispatch_group_async_f(group, queue, db, count);
  dispatch_group_async_f(group, queue, db, cleanInGroup);
  dispatch_group_wait(group, DISPATCH_TIME_FOREVER);
  sqlite3_close(db);
}

void groupSilent(const char *file) {
  sqlite3 *db = open(file);
  dispatch_group_t group = dispatch_group_create();
  dispatch_queue_t queue = dispatch_get_global_queue(0, 0);
  dispatch_group_async_f(group, queue, db, count);
  dispatch_group_wait(group, DISPATCH_TIME_FOREVER);
  dispatch_group_async_f(group, queue, db, count);
  dispatch_group_wait(group, DISPATCH_TIME_FOREVER);
  sqlite3_close(db);
}

void applyReported(const char *file) {
  sqlite3 *db = open(file);
  dispatch_apply_f(8, dispatch_get_global_queue(0, 0), db, each);
  sqlite3_close(db);
}

static void eachOwn(void *context, size_t i) {
  (void)i;
  sqlite3 *db = open(context);
  sqlite3_exec(db, "DELETE FROM t", 0, 0, 0);
  sqlite3_close(db);
}

void applySilent(const char *file) {
  dispatch_apply_f(8, dispatch_get_global_queue(0, 0), (void *)file, eachOwn);
}

void fullyMutexedSilent(const char *file) {
  sqlite3 *db = 0;
  if (sqlite3_open_v2(file, &db, SQLITE_OPEN_FULLMUTEX, 0) == SQLITE_OK) {
    dispatch_queue_t queue = dispatch_queue_create("c", 0);
    dispatch_async_f(queue, db, count);
    sqlite3_changes(db);
    dispatch_sync_f(queue, db, count);
  }
  sqlite3_close(db);
}
