// RUN: %check %s -- -std=gnu11
#include <hiredis/hiredis.h>
#include <stdio.h>

void errorTextReported(void) {
  redisContext *ctx = redisConnect("localhost", 6379);
  if (!ctx)
    return;
  if (ctx->err) {
    redisFree(ctx);
    fprintf(stderr, "%s\n", ctx->errstr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'ctx'{{.*}} is used after it was closed{{.*}} [cursor-use-after-close]
    return;
  }
  redisFree(ctx);
}

void errorTextSilent(void) {
  redisContext *ctx = redisConnect("localhost", 6379);
  if (!ctx)
    return;
  if (ctx->err)
    fprintf(stderr, "%s\n", ctx->errstr);
  redisFree(ctx);
}

static void show(const redisReply *reply) {
  printf("%d %lld\n", reply->type, reply->integer);
}

void fieldReported(redisContext *ctx) {
  redisReply *reply = redisCommand(ctx, "GET hits");
  if (!reply)
    return;
  freeReplyObject(reply);
  show(reply);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'reply'{{.*}} is used after it was closed{{.*}} [cursor-use-after-close]
}

void fieldSilent(redisContext *ctx) {
  redisReply *reply = redisCommand(ctx, "GET hits");
  if (!reply)
    return;
  show(reply);
  freeReplyObject(reply);
}

void textReported(redisContext *ctx) {
  redisReply *reply = redisCommand(ctx, "GET motto");
  if (!reply)
    return;
  const char *motto = reply->str;
  freeReplyObject(reply);
  if (motto)
    puts(motto);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'reply'{{.*}} is used after what it points to has ended{{.*}} [cursor-use-after-close]
}

void textSilent(redisContext *ctx) {
  redisReply *reply = redisCommand(ctx, "GET motto");
  if (!reply)
    return;
  const char *motto = reply->str;
  if (motto)
    puts(motto);
  freeReplyObject(reply);
}

// An element is part of its reply.
void elementReported(redisContext *ctx) {
  redisReply *reply = redisCommand(ctx, "LRANGE names 0 -1");
  if (!reply || reply->elements == 0) {
    freeReplyObject(reply);
    return;
  }
  redisReply *first = reply->element[0];
  freeReplyObject(reply);
  puts(first->str);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'reply'{{.*}} is used after what it points to has ended{{.*}} [cursor-use-after-close]
}

void elementSilent(redisContext *ctx) {
  redisReply *reply = redisCommand(ctx, "LRANGE names 0 -1");
  if (!reply || reply->elements == 0) {
    freeReplyObject(reply);
    return;
  }
  redisReply *first = reply->element[0];
  puts(first->str);
  freeReplyObject(reply);
}

void commandReported(redisContext *ctx) {
  redisFree(ctx);
  freeReplyObject(redisCommand(ctx, "PING"));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'ctx'{{.*}} is used after it was closed{{.*}} [cursor-use-after-close]
}

// A reply does not need its connection.
void replyOutlivesSilent(redisContext *ctx) {
  redisReply *reply = redisCommand(ctx, "PING");
  redisFree(ctx);
  freeReplyObject(reply);
}

void freedTwiceReported(redisContext *ctx) {
  redisReply *reply = redisCommand(ctx, "PING");
  if (reply && reply->type == REDIS_REPLY_ERROR)
    freeReplyObject(reply);
  freeReplyObject(reply);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'reply'{{.*}} is closed a second time{{.*}} [cursor-use-after-close]
}
