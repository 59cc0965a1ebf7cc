// RUN: %check %s -- -std=c++17
#include <hiredis/hiredis.h>
#include <mutex>
#include <thread>

static void count(redisContext *ctx) {
  freeReplyObject(redisCommand(ctx, "INCR visits"));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'ctx'{{.*}} is used by two threads at the same time with no lock in common{{.*}} [cursor-thread-share]
}

void twoThreadsReported() {
  redisContext *ctx = redisConnect("localhost", 6379);
  if (!ctx)
    return;
  std::thread first([ctx] { count(ctx); });
  count(ctx);
  first.join();
  redisFree(ctx);
}

void ownContextSilent() {
  auto Work = [] {
    redisContext *ctx = redisConnect("localhost", 6379);
    if (!ctx)
      return;
    count(ctx);
    redisFree(ctx);
  };
  std::thread first(Work), second(Work);
  first.join();
  second.join();
}

void guardedSilent() {
  redisContext *ctx = redisConnect("localhost", 6379);
  if (!ctx)
    return;
  std::mutex m;
  std::thread first([ctx, &m] {
    std::lock_guard<std::mutex> hold(m);
    count(ctx);
  });
  {
    std::lock_guard<std::mutex> hold(m);
    count(ctx);
  }
  first.join();
  redisFree(ctx);
}

// Two threads may read one reply.
long readersSilent(redisContext *ctx) {
  auto *reply = static_cast<redisReply *>(redisCommand(ctx, "GET total"));
  if (!reply)
    return 0;
  long mine = 0, other = 0;
  std::thread reader([&] { other = reply->integer; });
  mine = reply->integer;
  reader.join();
  freeReplyObject(reply);
  return mine + other;
}
