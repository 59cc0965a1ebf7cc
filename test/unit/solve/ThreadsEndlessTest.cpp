//===- ThreadsEndlessTest.cpp - threads that a loop without an end starts -===//
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

} // namespace
} // namespace cursor_tidy::solve
