// RUN: %check %s -- -std=gnu11 -pthread
// RUN: %truth %s -- -std=gnu11 -pthread
// Into a thread of C: behind void *, through structures, globals and helpers.
#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>

static sqlite3 *openAt(const char *file) {
  sqlite3 *db = NULL;
  sqlite3_open_v2(file, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  return db;
}

// A thread for each pair, so that each has a finding of its own.
#define ENTRY(Name)                                                                    \
  static void *Name(void *db) {                                                        \
    sqlite3_exec(db, "UPDATE t SET name = 'x'", NULL, NULL, NULL);                     \
    return NULL;                                                                       \
  }
ENTRY(onPointer)
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-thread-share]
ENTRY(onHelped)
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-thread-share]
ENTRY(onArray)
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'dbs'{{.*}}[cursor-thread-share]

void byPointerReported(const char *file) {
  pthread_t thread;
  sqlite3 *db = openAt(file);
  pthread_create(&thread, NULL, onPointer, db);
  sqlite3_changes(db);
  pthread_join(thread, NULL);
  sqlite3_close(db);
}

void byPointerSilent(const char *file) {
  pthread_t thread;
  sqlite3 *db = openAt(file);
  pthread_create(&thread, NULL, onPointer, db);
  pthread_join(thread, NULL);
  sqlite3_changes(db);
  sqlite3_close(db);
}

struct Job {
  sqlite3 *db;
  int id;
};

static void *asJob(void *data) {
  struct Job *job = data;
  sqlite3_changes(job->db);
  return NULL;
}

static void *asHeapJob(void *data) {
  struct Job *job = data;
  sqlite3_changes(job->db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-thread-share]
  return NULL;
}

void byHeapReported(const char *file) {
  pthread_t thread;
  struct Job *job = malloc(sizeof *job);
  if (!job)
    return;
  job->db = openAt(file);
  if (pthread_create(&thread, NULL, asHeapJob, job) == 0) {
    sqlite3_changes(job->db);
    pthread_join(thread, NULL);
  }
  sqlite3_close(job->db);
  free(job);
}

void byHeapSilent(const char *file) {
  pthread_t thread;
  struct Job *job = malloc(sizeof *job);
  if (!job)
    return;
  job->db = openAt(file);
  if (pthread_create(&thread, NULL, asHeapJob, job) == 0) {
    pthread_join(thread, NULL);
    sqlite3_changes(job->db);
  }
  sqlite3_close(job->db);
  free(job);
}

static sqlite3 *shared;

static void *onGlobal(void *unused) {
  (void)unused;
  sqlite3_changes(shared);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'shared'{{.*}}[cursor-thread-share]
  return NULL;
}

void byGlobalReported(const char *file) {
  pthread_t one, two;
  shared = openAt(file);
  pthread_create(&one, NULL, onGlobal, NULL);
  pthread_create(&two, NULL, onGlobal, NULL);
  pthread_join(one, NULL);
  pthread_join(two, NULL);
  sqlite3_close(shared);
}

void byGlobalSilent(const char *file) {
  pthread_t one, two;
  shared = openAt(file);
  pthread_create(&one, NULL, onGlobal, NULL);
  pthread_join(one, NULL);
  pthread_create(&two, NULL, onGlobal, NULL);
  pthread_join(two, NULL);
  sqlite3_close(shared);
}

static void start(pthread_t *thread, sqlite3 *db) { pthread_create(thread, NULL, onHelped, db); }
static void finish(pthread_t thread) { pthread_join(thread, NULL); }

void byHelperReported(const char *file) {
  pthread_t thread;
  sqlite3 *db = openAt(file);
  start(&thread, db);
  sqlite3_changes(db);
  finish(thread);
  sqlite3_close(db);
}

void byHelperSilent(const char *file) {
  pthread_t thread;
  sqlite3 *db = openAt(file);
  start(&thread, db);
  finish(thread);
  sqlite3_changes(db);
  sqlite3_close(db);
}

void byArrayReported(const char *file) {
  pthread_t threads[3];
  sqlite3 *dbs[3] = {openAt(file), openAt(file), openAt(file)};
  for (int i = 0; i < 3; i++)
    pthread_create(&threads[i], NULL, onArray, dbs[0]);
  for (int i = 0; i < 3; i++)
    pthread_join(threads[i], NULL);
  for (int i = 0; i < 3; i++)
    sqlite3_close(dbs[i]);
}

void byArraySilent(const char *file) {
  pthread_t threads[3];
  sqlite3 *dbs[3] = {openAt(file), openAt(file), openAt(file)};
  for (int i = 0; i < 3; i++)
    pthread_create(&threads[i], NULL, onArray, dbs[i]);
  for (int i = 0; i < 3; i++)
    pthread_join(threads[i], NULL);
  for (int i = 0; i < 3; i++)
    sqlite3_close(dbs[i]);
}

// Two statements are one connection.
static void *stepAll(void *data) {
  sqlite3_stmt *stmt = data;
  while (sqlite3_step(stmt) == SQLITE_ROW)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-thread-share]
    ;
  return NULL;
}

void byStatementReported(const char *file) {
  pthread_t thread;
  sqlite3_stmt *mine = NULL, *theirs = NULL;
  sqlite3 *db = openAt(file);
  sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &mine, NULL);
  sqlite3_prepare_v2(db, "SELECT name FROM t", -1, &theirs, NULL);
  pthread_create(&thread, NULL, stepAll, theirs);
  sqlite3_step(mine);
  pthread_join(thread, NULL);
  sqlite3_finalize(theirs);
  sqlite3_finalize(mine);
  sqlite3_close(db);
}

void byStatementSilent(const char *file) {
  pthread_t thread;
  sqlite3_stmt *mine = NULL, *theirs = NULL;
  sqlite3 *db = openAt(file), *other = openAt(file);
  sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &mine, NULL);
  sqlite3_prepare_v2(other, "SELECT name FROM t", -1, &theirs, NULL);
  pthread_create(&thread, NULL, stepAll, theirs);
  sqlite3_step(mine);
  pthread_join(thread, NULL);
  sqlite3_finalize(theirs);
  sqlite3_finalize(mine);
  sqlite3_close(other);
  sqlite3_close(db);
}
