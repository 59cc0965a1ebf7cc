// RUN: %check %s -- -std=gnu11
#include <hiredis/hiredis.h>
#include <stdio.h>
#include <stdlib.h>

long countReported(redisContext *ctx) {
  redisReply *reply = redisCommand(ctx, "DBSIZE");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'reply'{{.*}} is not closed before 'countReported' returns{{.*}} [cursor-unclosed]
  if (!reply || reply->type != REDIS_REPLY_INTEGER)
    return -1;
  long n = (long)reply->integer;
  freeReplyObject(reply);
  return n;
}

long countSilent(redisContext *ctx) {
  redisReply *reply = redisCommand(ctx, "DBSIZE");
  if (!reply || reply->type != REDIS_REPLY_INTEGER) {
    freeReplyObject(reply);
    return -1;
  }
  long n = (long)reply->integer;
  freeReplyObject(reply);
  return n;
}

// A failed connect leaves a context that must be freed.
redisContext *connectReported(const char *host) {
  redisContext *ctx = redisConnect(host, 6379);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'ctx'{{.*}} is not closed before 'connectReported' returns{{.*}} [cursor-unclosed]
  if (ctx == NULL || ctx->err)
    return NULL;
  return ctx;
}

redisContext *connectSilent(const char *host) {
  redisContext *ctx = redisConnect(host, 6379);
  if (ctx == NULL)
    return NULL;
  if (ctx->err) {
    fprintf(stderr, "%s\n", ctx->errstr);
    redisFree(ctx);
    return NULL;
  }
  return ctx;
}

void discardedReported(redisContext *ctx) {
  redisCommand(ctx, "SET started 1");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a cursor{{.*}} is thrown away without being closed{{.*}} [cursor-unclosed]
}

void discardedSilent(redisContext *ctx) {
  freeReplyObject(redisCommand(ctx, "SET started 1"));
}

int pipelineReported(redisContext *ctx) {
  void *reply;
  for (int i = 0; i < 3; i++)
    redisAppendCommand(ctx, "INCR n:%d", i);
  for (int i = 0; i < 3; i++)
    if (redisGetReply(ctx, &reply) != REDIS_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'reply'{{.*}} is opened in every turn of a loop and not closed before the next{{.*}} [cursor-unclosed]
      return -1;
  return 0;
}

int pipelineSilent(redisContext *ctx) {
  redisReply *reply;
  for (int i = 0; i < 3; i++)
    redisAppendCommand(ctx, "INCR n:%d", i);
  for (int i = 0; i < 3; i++) {
    if (redisGetReply(ctx, (void **)&reply) != REDIS_OK)
      return -1;
    freeReplyObject(reply);
  }
  return 0;
}

// Memory is not what has to go back.
void wrongCloserReported(redisContext *ctx) {
  redisReply *reply = redisCommand(ctx, "PING");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'reply'{{.*}} is not closed by 'free'{{.*}} [cursor-unclosed]
  free(reply);
}

/* What has been answered has no error set. */
int answerAndErrorTestedSilent(redisContext *context) {
  redisReply *reply;
  if (redisGetReply(context, (void **)&reply) != REDIS_OK || context->err)
    return -1;
  freeReplyObject(reply);
  return 0;
}

int answerForgottenReported(redisContext *context) {
  redisReply *reply;
  if (redisGetReply(context, (void **)&reply) != REDIS_OK || context->err)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'reply'{{.*}} [cursor-unclosed]
    return -1;
  return 0;
}
