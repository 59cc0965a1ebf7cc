// RUN: %check %s -- -std=gnu11
#include <hiredis/hiredis.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

void childCommandsReported(void) {
  redisContext *ctx = redisConnect("localhost", 6379);
  if (!ctx)
    return;
  if (fork() == 0) {
    freeReplyObject(redisCommand(ctx, "INCR children"));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'ctx'{{.*}} was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
  redisFree(ctx);
}

// Closing is local: the parent goes on with its own descriptor.
void childClosesSilent(void) {
  redisContext *ctx = redisConnect("localhost", 6379);
  if (!ctx)
    return;
  if (fork() == 0) {
    redisFree(ctx);
    execl("/bin/true", "true", (char *)NULL);
    _exit(1);
  }
  wait(NULL);
  redisFree(ctx);
}

// Looking at its own copy of the structure meets nobody.
void childLooksSilent(void) {
  redisContext *ctx = redisConnect("localhost", 6379);
  if (!ctx)
    return;
  if (fork() == 0)
    _exit(ctx->err != 0);
  wait(NULL);
  redisFree(ctx);
}

// A reply is plain memory.
void childReadsReplySilent(redisContext *ctx) {
  redisReply *reply = redisCommand(ctx, "GET job");
  if (!reply)
    return;
  if (fork() == 0)
    _exit((int)reply->integer);
  wait(NULL);
  freeReplyObject(reply);
}
