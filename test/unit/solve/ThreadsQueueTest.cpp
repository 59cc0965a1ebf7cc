//===- ThreadsQueueTest.cpp - queues that running threads serve -----------===//
//
// Callables and handles that are put into a container after the threads that
// take out of it have started.
//
//===----------------------------------------------------------------------===//
#include "ThreadsFixture.h"

namespace cursor_tidy::solve {
namespace {

/// A queue with one worker that runs `Body` on what it takes. A `push` makes
/// the container one element longer, a `pop` takes the last one out.
std::string withQueue(std::string_view Body, std::string_view Main) {
  return R"(
class "job" calloperator "task" {
  field conn: "conn *"
}
define "task" @300 class "job" {
  call "exec" (this.*.conn) @301
}
model "push" {
  t0 = this.*.size
  this.*.[t0] = p0
  this.*.size = t0 + 1
}
model "pop" {
  t0 = this.*.size - 1
  result = this.*.[t0]
  this.*.size = t0
}
define "worker" @100 hidden {
  p0 q: "queue *" pointer
b0:
  branch p0.*.size b1 b2 "q->size" @101
b1:
  t0 = call "pop" () this p0 @102
)" + std::string(Body) +
         R"(
  jump b0
b2:
  return @109
}
define "main" @1 {
  v0 = 0
  v0.size = 0
)" + std::string(Main) +
         R"(
  return @39
}
)";
}

constexpr std::string_view Start = R"(
  call "run" (&v1, fn "worker", &v0) @10
)";

TEST(ThreadsQueue, CallableThatWaitsForAThreadRunsBesideTheGiver) {
  EXPECT_EQ(threadFaults(withQueue("  call t0 () @103\n", R"(
  v2 = call "open" () @11
  call "run" (&v1, fn "worker", &v0) @12
  make v3 "job"
  v3.conn = v2
  call "push" (&v3) this &v0 @13
  call "exec" (v2) @14
  call "join" (v1) @15
  call "close" (v2) @16
)")),
            "301/14");
}

TEST(ThreadsQueue, CallableMeetsNothingThatWasBefore) {
  EXPECT_EQ(threadFaults(withQueue("  call t0 () @103\n", R"(
  v2 = call "open" () @11
  call "run" (&v1, fn "worker", &v0) @12
  make v3 "job"
  v3.conn = v2
  call "exec" (v2) @13
  call "push" (&v3) this &v0 @14
  call "join" (v1) @15
  call "close" (v2) @16
)")),
            "");
}

TEST(ThreadsQueue, HandleIsUsedByTheTakerOnceItIsGiven) {
  EXPECT_EQ(threadFaults(withQueue("  call \"exec\" (t0) @103\n",
                                   std::string(Start) + R"(
  v2 = call "open" () @11
  call "push" (v2) this &v0 @12
  call "exec" (v2) @13
)")),
            "103/13");
}

TEST(ThreadsQueue, HandleIsTheGiversUntilItIsGiven) {
  EXPECT_EQ(threadFaults(withQueue("  call \"exec\" (t0) @103\n",
                                   std::string(Start) + R"(
  v2 = call "open" () @11
  call "exec" (v2) @12
  call "push" (v2) this &v0 @13
)")),
            "");
}

TEST(ThreadsQueue, HandleIsTheGiversAgainWhenTheTakerIsJoined) {
  EXPECT_EQ(threadFaults(withQueue("  call \"exec\" (t0) @103\n",
                                   std::string(Start) + R"(
  v2 = call "open" () @11
  call "push" (v2) this &v0 @12
  call "join" (v1) @13
  call "exec" (v2) @14
)")),
            "");
}

TEST(ThreadsQueue, GiverThatTakesBackMayUseWhatItGets) {
  EXPECT_EQ(threadFaults(withQueue("  call \"exec\" (t0) @103\n",
                                   std::string(Start) + R"(
  v2 = call "open" () @11
  call "push" (v2) this &v0 @12
  v3 = call "pop" () this &v0 @13
  call "exec" (v3) @14
)")),
            "");
}

TEST(ThreadsQueue, OneHandleForSeveralTakersIsTakenByOne) {
  EXPECT_EQ(threadFaults(withQueue("  call \"exec\" (t0) @103\n",
                                   std::string(Start) + R"(
  call "run" (&v4, fn "worker", &v0) @10
  v2 = call "open" () @11
  call "push" (v2) this &v0 @12
)")),
            "");
}

//--- what a thread finds that others put there
//-------------------------------//

/// A thread that empties what it finds, in a loop within the loop that waits
/// for an end, and what its starter does beside it.
std::string takesAll(std::string_view Starter) {
  return R"(
global "ready" ready: "int"
global "stop" stop: "int"
define "entry" @100 (db: conn*) {
b0:
  branch @"stop" b1 b2 @101
b1:
  return @102
b2:
  v1 = 0
  v0 = @"ready"
  @"ready" = 0
b3:
  t0 = v1 < v0
  branch t0 b4 b0 @103
b4:
  call "exec" (p0) @104
  v1 = v1 + 1
  jump b3
}
define "main" @1 {
  @"ready" = 0
  @"stop" = 0
  v0 = call "open" () @5
)" + std::string(Starter);
}

TEST(ThreadsQueue, WhatIsEmptyAtTheStartMayBeFilledLater) {
  EXPECT_EQ(threadFaults(takesAll(R"(
  t0 = call "start" (&v1, fn "entry", v0) @10
  @"ready" = 1
  call "exec" (v0) @20
  @"stop" = 1
  call "join" (v1) @21
  call "close" (v0) @22
})")),
            "104/20");
}

TEST(ThreadsQueue, WhatIsFilledLaterIsOverWithTheJoin) {
  EXPECT_EQ(threadFaults(takesAll(R"(
  t0 = call "start" (&v1, fn "entry", v0) @10
  @"ready" = 1
  @"stop" = 1
  call "join" (v1) @21
  call "exec" (v0) @22
  call "close" (v0) @23
})")),
            "");
}

} // namespace
} // namespace cursor_tidy::solve
