// RUN: %check %s -- -std=gnu11 -pthread
// The twin of exit_in_thread: what a thread does before it ends the process
// happens, when it has no other end.
#include <hiredis/hiredis.h>
#include <pthread.h>
#include <stdlib.h>

static redisContext *c;

static void *pingReported(void *arg) {
  (void)arg;
  for (;;) {
    redisReply *r = redisCommand(c, "PING");
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} is used by two threads at the same time with no lock in common{{.*}} [cursor-thread-share]
    // CHECK: note: a thread that runs 'pingReported' starts here: thread 2
    // CHECK: note: thread 1: 'redisCommand' uses 'c' here, with no lock, before thread 2 is joined
    // CHECK: note: thread 2: 'redisCommand' uses 'c' here, with no lock
    if (!r)
      exit(1);
    freeReplyObject(r);
  }
}

int main(void) {
  pthread_t t;
  c = redisConnect("h", 1);
  if (!c || c->err)
    return 1;
  pthread_create(&t, 0, pingReported, 0);
  freeReplyObject(redisCommand(c, "GET a"));
  pthread_join(t, 0);
  return 0;
}
