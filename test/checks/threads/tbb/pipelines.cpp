// RUN: %check %s -- -std=c++17
// Pipelines and flow graphs: what is serial, and what runs beside itself.
#include <hiredis/hiredis.h>
#include <oneapi/tbb/flow_graph.h>
#include <oneapi/tbb/parallel_pipeline.h>

void parallelStageReported() {
  redisContext *Redis = redisConnect("localhost", 6379);
  int Left = 100;
  tbb::parallel_pipeline(
      4, tbb::make_filter<void, int>(tbb::filter_mode::serial_in_order,
                                     [&](tbb::flow_control &Control) {
                                       if (Left == 0)
                                         Control.stop();
                                       return Left--;
                                     }) &
             tbb::make_filter<int, void>(
                 tbb::filter_mode::parallel, [=](int Id) {
                   freeReplyObject(redisCommand(Redis, "GET %d", Id));
                   // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Redis' (hiredis redisContext) is used by {{.*}}[cursor-thread-share]
                 }));
  redisFree(Redis);
}

void serialStageSilent() {
  redisContext *Redis = redisConnect("localhost", 6379);
  int Left = 100;
  tbb::parallel_pipeline(
      4, tbb::make_filter<void, int>(tbb::filter_mode::serial_in_order,
                                     [&](tbb::flow_control &Control) {
                                       if (Left == 0)
                                         Control.stop();
                                       return Left--;
                                     }) &
             tbb::make_filter<int, void>(
                 tbb::filter_mode::serial_out_of_order, [=](int Id) {
                   freeReplyObject(redisCommand(Redis, "GET %d", Id));
                 }));
  redisFree(Redis);
}

void twoStagesReported() {
  redisContext *Redis = redisConnect("localhost", 6379);
  tbb::parallel_pipeline(
      4, tbb::make_filter<void, int>(
             tbb::filter_mode::serial_in_order,
             [=](tbb::flow_control &Control) {
               redisReply *Reply = (redisReply *)redisCommand(Redis, "LPOP q");
               if (!Reply || !Reply->str)
                 Control.stop();
               freeReplyObject(Reply);
               return 1;
             }) &
             tbb::make_filter<int, void>(
                 tbb::filter_mode::serial_in_order, [=](int Id) {
                   freeReplyObject(redisCommand(Redis, "DEL %d", Id));
                   // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Redis' (hiredis redisContext) is used by {{.*}}[cursor-thread-share]
                 }));
  redisFree(Redis);
}

void unlimitedNodeReported() {
  redisContext *Redis = redisConnect("localhost", 6379);
  tbb::flow::graph Graph;
  tbb::flow::function_node<int, int> Load(
      Graph, tbb::flow::unlimited, [=](int Id) {
        freeReplyObject(redisCommand(Redis, "GET %d", Id));
        // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Redis' (hiredis redisContext) is used by {{.*}}[cursor-thread-share]
        return Id;
      });
  for (int Id = 0; Id < 10; ++Id)
    Load.try_put(Id);
  Graph.wait_for_all();
  redisFree(Redis);
}

void serialNodeSilent() {
  redisContext *Redis = redisConnect("localhost", 6379);
  tbb::flow::graph Graph;
  tbb::flow::function_node<int, int> Load(
      Graph, tbb::flow::serial, [=](int Id) {
        freeReplyObject(redisCommand(Redis, "GET %d", Id));
        return Id;
      });
  for (int Id = 0; Id < 10; ++Id)
    Load.try_put(Id);
  Graph.wait_for_all();
  freeReplyObject(redisCommand(Redis, "PING"));
  redisFree(Redis);
}

void beforeItIsDoneReported() {
  redisContext *Redis = redisConnect("localhost", 6379);
  tbb::flow::graph Graph;
  tbb::flow::function_node<int, int> Load(
      Graph, tbb::flow::serial, [=](int Id) {
        freeReplyObject(redisCommand(Redis, "GET %d", Id));
        // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Redis' (hiredis redisContext) is used by {{.*}}[cursor-thread-share]
        return Id;
      });
  Load.try_put(1);
  freeReplyObject(redisCommand(Redis, "PING"));
  Graph.wait_for_all();
  redisFree(Redis);
}
