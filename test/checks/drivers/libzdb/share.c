// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/zdb
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zdb.h>

static void *work(void *arg) {
  Connection_execute((Connection_T)arg, "update t set n = n + 1");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'con'{{.*}} is used by two threads at the same time with no lock in common{{.*}} [cursor-thread-share]
  return NULL;
}

void oneConnectionReported(Connection_T con) {
  pthread_t other;
  pthread_create(&other, NULL, work, con);
  Connection_execute(con, "update t set n = n - 1");
  pthread_join(other, NULL);
}

static void *lease(void *arg) {
  ConnectionPool_T pool = arg;
  Connection_T con = ConnectionPool_getConnection(pool);
  if (con) {
    Connection_execute(con, "update t set n = n + 1");
    Connection_close(con);
  }
  return NULL;
}

void onePoolSilent(ConnectionPool_T pool) {
  pthread_t first, second;
  pthread_create(&first, NULL, lease, pool);
  pthread_create(&second, NULL, lease, pool);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
}

void childReported(ConnectionPool_T pool) {
  if (fork() == 0) {
    lease(pool);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'pool'{{.*}} was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
}

void childPoolSilent(URL_T url) {
  if (fork() == 0) {
    ConnectionPool_T pool = ConnectionPool_new(url);
    ConnectionPool_start(pool);
    lease(pool);
    ConnectionPool_free(&pool);
    _exit(0);
  }
  wait(NULL);
}
