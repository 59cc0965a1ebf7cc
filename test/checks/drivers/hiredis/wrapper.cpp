// RUN: %check %s -- -std=c++17
#include <hiredis/hiredis.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

namespace {

struct FreeReply {
  void operator()(redisReply *reply) const { freeReplyObject(reply); }
};
using Reply = std::unique_ptr<redisReply, FreeReply>;

class Redis {
public:
  explicit Redis(const char *host) : ctx(redisConnect(host, 6379)) {
    if (!ctx || ctx->err) {
      redisFree(ctx);
      throw std::runtime_error("connect");
    }
  }
  ~Redis() { redisFree(ctx); }
  Redis(const Redis &) = delete;
  Redis &operator=(const Redis &) = delete;

  Reply run(const char *command) {
    return Reply(static_cast<redisReply *>(redisCommand(ctx, command)));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'redis->ctx'{{.*}} is used by two threads at the same time with no lock in common{{.*}} [cursor-thread-share]
  }
  redisReply *raw(const char *command) {
    return static_cast<redisReply *>(redisCommand(ctx, command));
  }

private:
  redisContext *ctx;
};

} // namespace

std::string ownedSilent(Redis &redis) {
  Reply reply = redis.run("GET motto");
  if (!reply || reply->type != REDIS_REPLY_STRING)
    return "";
  return std::string(reply->str, reply->len);
}

std::string rawReported(Redis &redis) {
  redisReply *reply = redis.raw("GET motto");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'reply'{{.*}} is not closed before 'rawReported' returns{{.*}} [cursor-unclosed]
  if (!reply || reply->type != REDIS_REPLY_STRING)
    return "";
  std::string motto(reply->str, reply->len);
  freeReplyObject(reply);
  return motto;
}

// What the owner had is gone with it.
const char *danglingReported(Redis &redis) {
  const char *text = nullptr;
  {
    Reply reply = redis.run("GET motto");
    if (reply)
      text = reply->str;
  }
  return text && std::string(text).size() ? "long" : "short";
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'reply'{{.*}} is used after what it points to has ended{{.*}} [cursor-use-after-close]
}

void sharedReported(Redis &redis) {
  std::thread other([&redis] { redis.run("INCR other"); });
  redis.run("INCR mine");
  other.join();
}

void joinedSilent(Redis &redis) {
  std::thread other([&redis] { redis.run("INCR other"); });
  other.join();
  redis.run("INCR mine");
}
