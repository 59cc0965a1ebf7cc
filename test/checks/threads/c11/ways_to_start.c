// RUN: %check %s -- -std=c11 -I/usr/include/postgresql -pthread
// Threads of C11: started, joined, detached, ended by hand.
#include <libpq-fe.h>
#include <threads.h>

struct job {
  PGconn *conn;
  int done;
};

static int flush_job(void *arg) {
  struct job *job = arg;
  job->done = PQflush(job->conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} (libpq PGconn) is used by two threads {{.*}} [cursor-thread-share]
  return 0;
}

void sharedReported(PGconn *conn) {
  struct job job = {conn, 0};
  thrd_t worker;
  if (thrd_create(&worker, flush_job, &job) != thrd_success)
    return;
  PQconsumeInput(conn);
  thrd_join(worker, NULL);
}

static int flush_and_end(void *arg) {
  struct job *job = arg;
  job->done = PQflush(job->conn);
  thrd_exit(0);
}

void joinedBeforeSilent(PGconn *conn) {
  struct job job = {conn, 0};
  thrd_t worker;
  int result = 0;
  if (thrd_create(&worker, flush_and_end, &job) != thrd_success)
    return;
  thrd_join(worker, &result);
  PQconsumeInput(conn);
}

static int poll_detached(void *conn) {
  thrd_detach(thrd_current());
  PQflush(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  return 0;
}

void detachedReported(PGconn *conn) {
  thrd_t worker;
  if (thrd_create(&worker, poll_detached, conn) == thrd_success)
    thrd_detach(worker);
  PQconsumeInput(conn);
}

static int open_own(void *info) {
  PGconn *conn = PQconnectdb(info);
  PQflush(conn);
  PQfinish(conn);
  return 0;
}

void ownConnectionSilent(PGconn *conn, char *info) {
  thrd_t workers[3];
  for (int i = 0; i < 3; ++i)
    if (thrd_create(&workers[i], open_own, info) != thrd_success)
      return;
  PQconsumeInput(conn);
  for (int i = 0; i < 3; ++i)
    thrd_join(workers[i], NULL);
}

static int flush_one(void *conn) {
  PQflush(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  return 0;
}

void severalOfOneEntryReported(PGconn *conn) {
  thrd_t workers[3];
  for (int i = 0; i < 3; ++i)
    if (thrd_create(&workers[i], flush_one, conn) != thrd_success)
      return;
  for (int i = 0; i < 3; ++i)
    thrd_join(workers[i], NULL);
}
