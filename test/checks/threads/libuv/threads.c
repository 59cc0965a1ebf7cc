// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// libuv: threads, the loop's pool of workers, mutexes.
#include <libpq-fe.h>
#include <uv.h>

static void flush(void *conn) {
  PQflush(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
}

void sharedReported(PGconn *conn) {
  uv_thread_t worker;
  if (uv_thread_create(&worker, flush, conn) != 0)
    return;
  PQconsumeInput(conn);
  uv_thread_join(&worker);
}

static void flush_alone(void *conn) { PQflush(conn); }

void joinedSilent(PGconn *conn) {
  uv_thread_t worker;
  if (uv_thread_create(&worker, flush_alone, conn) != 0)
    return;
  uv_thread_join(&worker);
  PQconsumeInput(conn);
}

struct shared {
  PGconn *conn;
  uv_mutex_t lock;
};

static void flush_guarded(void *data) {
  struct shared *s = data;
  uv_mutex_lock(&s->lock);
  PQflush(s->conn);
  uv_mutex_unlock(&s->lock);
}

void guardedSilent(struct shared *s) {
  uv_thread_t worker;
  if (uv_thread_create(&worker, flush_guarded, s) != 0)
    return;
  uv_mutex_lock(&s->lock);
  PQconsumeInput(s->conn);
  uv_mutex_unlock(&s->lock);
  uv_thread_join(&worker);
}

static void work(uv_work_t *request) {
  PQflush(request->data);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
}

static void after(uv_work_t *request, int status) {
  (void)status;
  PQconsumeInput(request->data);
}

void twoRequestsReported(uv_loop_t *loop, PGconn *conn) {
  uv_work_t one, other;
  one.data = other.data = conn;
  uv_queue_work(loop, &one, work, after);
  uv_queue_work(loop, &other, work, after);
  uv_run(loop, UV_RUN_DEFAULT);
}

static void work_alone(uv_work_t *request) { PQflush(request->data); }

void oneRequestSilent(PGconn *conn) {
  uv_work_t request;
  request.data = conn;
  uv_queue_work(uv_default_loop(), &request, work_alone, after);
  uv_run(uv_default_loop(), UV_RUN_DEFAULT);
  PQconsumeInput(conn);
}

static void work_beside(uv_work_t *request) {
  PQflush(request->data);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
}

void besideTheLoopReported(PGconn *conn) {
  uv_work_t request;
  request.data = conn;
  uv_queue_work(uv_default_loop(), &request, work_beside, after);
  PQconsumeInput(conn);
  uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
