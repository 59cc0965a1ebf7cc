//===- SolveUnendedTest.cpp - threads that never come to their end --------===//
#include "SolveFixture.h"

using namespace cursor_tidy;
using namespace cursor_tidy::solve;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

/// A thread that uses a connection of its own for ever, one that may leave its
/// loop, and one that waits where it may be cancelled.
std::string withThreads(const std::string &Program) {
  return R"(
model "detach" {
  detach p0
}
model "cancel" {
  cancel p0
}
model "wait" {
  choose b1 b2
b1:
  return
b2:
  leave cancelled
  unreachable
}
model "push" {
  shield
}
model "pop" {
  unshield
}
define "forever" (arg: void*) {
  v0 = call "connect" () @1
  branch p0 b1 b2 "arg" @2
b1:
  call "ping" (v0) @3
  jump b1 @3
b2:
  call "close" (v0) @4
}
define "while_asked" (arg: void*) {
  v0 = call "connect" () @5
b1:
  t0 = call "step" (v0) @6
  branch t0 b1 b2 "more" @6
b2:
  call "close" (v0) @7
}
define "waits" (arg: void*) {
  v0 = call "connect" () @11
b1:
  call "wait" () @12
  t0 = call "step" (v0) @13
  branch t0 b1 b2 "more" @13
b2:
  call "close" (v0) @14
}
define "pause" () {
  call "wait" () @15
}
define "waits_deeper" (arg: void*) {
  v0 = call "connect" () @16
  call "pause" () @17
  call "close" (v0) @18
}
define "waits_shielded" (arg: void*) {
  v0 = call "connect" () @21
  call "push" () @22
  call "pause" () @23
  call "pop" () @24
  call "close" (v0) @25
}
)" + Program;
}

TEST(Unended, DetachedForever) {
  EXPECT_THAT(faults(withThreads(R"(
define "main" (arg: void*) {
  t0 = call "start" (&v0, fn "forever", p0) @31
  branch t0 b1 b2 "rc" @31
b1:
  return @32
b2:
  call "detach" (v0) @33
}
)")),
              ElementsAre("unclosed  opened 1, forever 3"));
}

TEST(Unended, ForeverButJoined) {
  EXPECT_THAT(faults(withThreads(R"(
define "main" (arg: void*) {
  t0 = call "start" (&v0, fn "forever", p0) @31
  branch t0 b1 b2 "rc" @31
b1:
  return @32
b2:
  call "join" (v0) @33
}
)")),
              IsEmpty());
}

TEST(Unended, DetachedWithAWayOutOfItsLoop) {
  EXPECT_THAT(faults(withThreads(R"(
define "main" (arg: void*) {
  t0 = call "start" (&v0, fn "while_asked", p0) @31
  branch t0 b1 b2 "rc" @31
b1:
  return @32
b2:
  call "detach" (v0) @33
}
)")),
              IsEmpty());
}

TEST(Unended, Cancelled) {
  EXPECT_THAT(faults(withThreads(R"(
define "main" (arg: void*) {
  t0 = call "start" (&v0, fn "waits", p0) @31
  call "cancel" (v0) @32
  call "join" (v0) @33
}
)")),
              ElementsAre("unclosed  opened 11, cancelled 12"));
}

TEST(Unended, CancelledInACalleeByACallee) {
  EXPECT_THAT(faults(withThreads(R"(
define "stop" (thread: int) {
  call "cancel" (p0) @29
}
define "main" (arg: void*) {
  t0 = call "start" (&v0, fn "waits_deeper", p0) @31
  call "stop" (v0) @32
}
)")),
              ElementsAre("unclosed  opened 16, cancelled 17"));
}

TEST(Unended, CancelledWhereAHandlerCleansUp) {
  EXPECT_THAT(faults(withThreads(R"(
define "main" (arg: void*) {
  t0 = call "start" (&v0, fn "waits_shielded", p0) @31
  call "cancel" (v0) @32
}
)")),
              IsEmpty());
}

TEST(Unended, AnotherThreadIsCancelled) {
  EXPECT_THAT(faults(withThreads(R"(
define "main" (arg: void*) {
  call "start" (&v0, fn "waits", p0) @31
  call "start" (&v1, fn "while_asked", p0) @32
  call "cancel" (v1) @33
  call "join" (v0) @34
}
)")),
              IsEmpty());
}

} // namespace
