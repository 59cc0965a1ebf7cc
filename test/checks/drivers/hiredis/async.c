// RUN: %check %s -- -std=gnu11
#include <hiredis/async.h>
#include <stdio.h>

static void onReply(redisAsyncContext *ac, void *reply, void *data) {
  (void)ac, (void)reply, (void)data;
}

// An asynchronous context in error must be freed as well.
redisAsyncContext *startReported(void) {
  redisAsyncContext *ac = redisAsyncConnect("localhost", 6379);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'ac'{{.*}} is not closed before 'startReported' returns{{.*}} [cursor-unclosed]
  if (!ac || ac->err)
    return NULL;
  return ac;
}

redisAsyncContext *startSilent(void) {
  redisAsyncContext *ac = redisAsyncConnect("localhost", 6379);
  if (!ac)
    return NULL;
  if (ac->err) {
    redisAsyncFree(ac);
    return NULL;
  }
  return ac;
}

void afterFreeReported(redisAsyncContext *ac) {
  redisAsyncFree(ac);
  redisAsyncCommand(ac, onReply, NULL, "PING");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'ac'{{.*}} is used after it was closed{{.*}} [cursor-use-after-close]
}

void beforeFreeSilent(redisAsyncContext *ac) {
  redisAsyncCommand(ac, onReply, NULL, "PING");
  redisAsyncFree(ac);
}
