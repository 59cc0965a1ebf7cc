//===- ThreadsEndlessTest.cpp - loops that others end -----===//
#include "ThreadsFixture.h"

namespace cursor_tidy::solve {
namespace {

/// A server: each turn may start a thread that uses what was opened before.
TEST(ThreadsEndless, ThreadsOfAServerMeet) {
  EXPECT_EQ(threadFaults(R"(
define "entry" @100 (db: conn*) {
  call "exec" (p0) @101
}
define "main" @1 {
  v0 = call "open" () @5
  jump b1
b1:
  t0 = call "start" (&v1, fn "entry", v0) @10
  jump b1
}
)"),
            "101/101");
}

TEST(ThreadsEndless, ThreadsThatAreJoinedInTheirTurnDoNot) {
  EXPECT_EQ(threadFaults(R"(
define "entry" @100 (db: conn*) {
  call "exec" (p0) @101
}
define "main" @1 {
  v0 = call "open" () @5
  jump b1
b1:
  call "run" (&v1, fn "entry", v0) @10
  call "join" (v1) @11
  jump b1
}
)"),
            "");
}

/// What one thread waits for is not there yet when the next one starts.
TEST(ThreadsEndless, ThreadsThatRunUntilTheyAreToldMeet) {
  EXPECT_EQ(threadFaults(R"(
global "stop" stop: int
define "entry" @100 (db: conn*) {
b0:
  branch @"stop" b2 b1 "stop"
b1:
  call "exec" (p0) @101
  jump b0
b2:
  return
}
define "main" @1 {
  @"stop" = 0
  v0 = call "open" () @5
  call "run" (&v1, fn "entry", v0) @10
  call "run" (&v2, fn "entry", v0) @11
  @"stop" = 1
  call "join" (v1) @12
  call "join" (v2) @13
  call "close" (v0) @14
}
)"),
            "101/101");
}

TEST(ThreadsEndless, ThreadsThatAreToldBeforeTheyStartDoNothing) {
  EXPECT_EQ(threadFaults(R"(
global "stop" stop: int
define "entry" @100 (db: conn*) {
b0:
  branch @"stop" b2 b1 "stop"
b1:
  call "exec" (p0) @101
  jump b0
b2:
  return
}
define "main" @1 {
  v0 = call "open" () @5
  @"stop" = 1
  call "run" (&v1, fn "entry", v0) @10
  call "run" (&v2, fn "entry", v0) @11
  call "join" (v1) @12
  call "join" (v2) @13
  call "close" (v0) @14
}
)"),
            "");
}

} // namespace
} // namespace cursor_tidy::solve
