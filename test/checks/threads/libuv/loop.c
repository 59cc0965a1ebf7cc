// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
#include <libpq-fe.h>
#include <uv.h>

// Callbacks of the loop run on the loop's thread, beside the work of the pool.

static void after(uv_work_t *request, int status) {
  (void)request;
  (void)status;
}

static void work(uv_work_t *request) {
  PQflush(request->data);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'conn'{{.*}} [cursor-thread-share]
}

static void tick(uv_timer_t *timer) { PQconsumeInput(timer->data); }

void timerBesideWorkReported(PGconn *conn) {
  uv_loop_t *loop = uv_default_loop();
  uv_timer_t timer;
  uv_work_t request;
  timer.data = request.data = conn;
  uv_timer_init(loop, &timer);
  uv_timer_start(&timer, tick, 100, 100);
  uv_queue_work(loop, &request, work, after);
  uv_run(loop, UV_RUN_DEFAULT);
}

static void work_elsewhere(uv_work_t *request) { (void)request; }

void timerAloneSilent(PGconn *conn) {
  uv_loop_t *loop = uv_default_loop();
  uv_timer_t timer;
  uv_work_t request;
  timer.data = conn;
  uv_timer_init(loop, &timer);
  uv_timer_start(&timer, tick, 100, 100);
  uv_queue_work(loop, &request, work_elsewhere, after);
  uv_run(loop, UV_RUN_DEFAULT);
}

static void awoken(uv_async_t *async) { PQconsumeInput(async->data); }

static void flush(void *conn) {
  PQflush(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'conn'{{.*}} [cursor-thread-share]
}

void threadBesideAsyncReported(PGconn *conn) {
  uv_loop_t *loop = uv_default_loop();
  uv_async_t async;
  uv_thread_t thread;
  async.data = conn;
  uv_async_init(loop, &async, awoken);
  if (uv_thread_create(&thread, flush, conn) != 0)
    return;
  uv_run(loop, UV_RUN_DEFAULT);
  uv_thread_join(&thread);
}

static void wake(void *async) { uv_async_send(async); }

void threadWakesLoopSilent(PGconn *conn) {
  uv_loop_t *loop = uv_default_loop();
  uv_async_t async;
  uv_thread_t thread;
  async.data = conn;
  uv_async_init(loop, &async, awoken);
  if (uv_thread_create(&thread, wake, &async) != 0)
    return;
  uv_run(loop, UV_RUN_DEFAULT);
  uv_thread_join(&thread);
}

// A request knows the loop that it was given to.

static void flush_of_loop(uv_work_t *request) {
  PQsendFlushRequest(request->loop->data);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'conn'{{.*}} [cursor-thread-share]
}

static void keep_of_loop(uv_work_t *request) { request->loop->data = 0; }

void workOfTheLoopReported(PGconn *conn) {
  uv_loop_t loop;
  uv_work_t first, second;
  if (uv_loop_init(&loop) != 0)
    return;
  loop.data = conn;
  uv_queue_work(&loop, &first, flush_of_loop, after);
  uv_queue_work(&loop, &second, flush_of_loop, after);
  uv_run(&loop, UV_RUN_DEFAULT);
}

void unusedWorkOfTheLoopSilent(PGconn *conn) {
  uv_loop_t loop;
  uv_work_t first;
  if (uv_loop_init(&loop) != 0)
    return;
  loop.data = conn;
  uv_queue_work(&loop, &first, keep_of_loop, after);
  PQconsumeInput(conn);
  uv_run(&loop, UV_RUN_DEFAULT);
}
