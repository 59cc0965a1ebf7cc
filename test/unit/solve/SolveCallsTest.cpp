//===- SolveCallsTest.cpp - what crosses a call
//-------------------------------===//
#include "SolveFixture.h"

namespace cursor_tidy::solve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Calls, FollowsAHelperThatOpensThroughAnOutParameter) {
  EXPECT_THAT(faults(R"(
define "helper" (out: conn**) {
  v0 rc: int
b0:
  v0 = call "open" (p0) @3
  branch v0 b1 b2 "rc" @4
b1:
  call "close" (p0.*) @5
  p0.* = 0 @5
  result = 0 @6
  return @6
b2:
  result = 1 @7
  return @7
}
define "f" () {
  v0 db: "conn *"
b0:
  t0 = call "helper" (&v0) @13
  branch t0 b1 b2 "ok" @13
b1:
  end v0 @14
  return @14
b2:
  end v0 @15
  return @15
}
)"),
              ElementsAre("unclosed db opened 13, return 14"));
}

TEST(Calls, ReportsTheUseAfterAHelperClosed) {
  EXPECT_THAT(faults(R"(
define "done" (db: conn*) {
b0:
  branch p0 b1 b2 @2
b1:
  call "close" (p0) @3
  return @4
b2:
  return @4
}
define "use" (db: conn*) {
b0:
  call "ping" (p0) @6
  return @7
}
define "f" () {
  v0 db: "conn *"
b0:
  v0 = call "connect" () @13
  call "done" (v0) @14
  call "use" (v0) @15
  return @16
}
)"),
              ElementsAre("stale db access 15, closed 14"));
}

TEST(Calls, IsSilentWhenCodeThatIsNotSeenTakesTheHandle) {
  EXPECT_THAT(faults(R"(
declare "keep" (db: conn*)
define "f" () {
  v0 db: "conn *"
b0:
  v0 = call "connect" () @13
  call "keep" (v0) @14
  return @16
}
)"),
              IsEmpty());
}

TEST(Calls, ReportsAHandleThatUnseenCodeOnlyLooksAt) {
  EXPECT_THAT(faults(R"(
declare "look" (db: const conn*)
define "f" () {
  v0 db: "conn *"
b0:
  v0 = call "connect" () @13
  call "look" (v0) @14
  return @16
}
)"),
              ElementsAre("unclosed db opened 13, return 16"));
}

TEST(Calls, RunsTheCallbackThatTheCallerPasses) {
  EXPECT_THAT(faults(R"(
define "with" (callback: fn*, db: conn*) {
b0:
  call p0 (p1) @2
  return @3
}
define "done" (db: conn*) {
b0:
  call "close" (p0) @5
  return @6
}
define "f" () {
  v0 db: "conn *"
b0:
  v0 = call "connect" () @13
  call "with" (fn "done", v0) @14
  call "close" (v0) @15
  return @16
}
)"),
              ElementsAre("stale db double close 15, closed 14"));
}

TEST(Calls, ClosesInTheDestructorOfAnOwner) {
  EXPECT_THAT(faults(R"(
define "~Owner" class "Owner" destructor {
b0:
  branch this.*.db_ b1 b2 @2
b1:
  call "close" (this.*.db_) @3
  jump b2
b2:
  return @4
}
define "f" () {
  v0 owner: Owner class "Owner"
b0:
  make v0 "Owner" @10
  v0.db_ = call "connect" () @11
  call "~Owner" () this &v0 @12
  end v0 @12
  return @12
}
define "g" () {
  v0 owner: Owner class "Owner"
b0:
  make v0 "Owner" @20
  v0.db_ = call "connect" () @21
  call "close" (v0.db_) @22
  call "~Owner" () this &v0 @23
  end v0 @23
  return @23
}
)"),
              ElementsAre("stale owner.db_ double close 23, closed 22"));
}

TEST(Calls, ReportsAHandleThatAThrowLeavesOpen) {
  EXPECT_THAT(faults(R"(
define "fail" () {
b0:
  throw @2
}
define "f" (db: conn*) {
  v0 stmt: "stmt *"
b0:
  v1 = call "prepare" (p0, &v0) @11
  branch v1 b1 b2 "rc" @12
b1:
  call "fail" () @13
  return @14
b2:
  call "fail" () @15
  call "finalize" (v0) @16
  return @17
}
)"),
              ElementsAre("unclosed stmt opened 11, thrown 15"));
}

TEST(Calls, EndsThePathWhereACalleeNeverReturns) {
  EXPECT_THAT(faults(R"(
define "die" () {
b0:
  leave abort @2
  unreachable
}
define "f" (db: conn*) {
  v0 stmt: "stmt *"
b0:
  v1 = call "prepare" (p0, &v0) @11
  branch v1 b1 b2 "rc" @12
b1:
  return @14
b2:
  call "die" () @15
  return @17
}
)"),
              IsEmpty());
}

TEST(Calls, ReportsAThreadThatSharesTheConnection) {
  EXPECT_THAT(faults(R"(
define "worker" (db: conn*) {
b0:
  call "ping" (p0) @2
  return @3
}
define "f" () {
  v0 db: "conn *"
  v1 thread: long
b0:
  v0 = call "connect" () @11
  t0 = call "start" (&v1, fn "worker", v0) @12
  branch t0 b2 b1 "failed" @12
b1:
  call "ping" (v0) @13
  call "join" (v1) @14
  jump b2
b2:
  call "close" (v0) @15
  return @17
}
)"),
              ElementsAre("shared db 2 and 13"));
}

TEST(Calls, IsSilentWhenTheThreadIsJoinedBeforeTheOtherAccess) {
  EXPECT_THAT(faults(R"(
define "worker" (db: conn*) {
b0:
  call "ping" (p0) @2
  return @3
}
define "f" () {
  v0 db: "conn *"
  v1 thread: long
b0:
  v0 = call "connect" () @11
  t0 = call "start" (&v1, fn "worker", v0) @12
  branch t0 b2 b1 "failed" @12
b1:
  call "join" (v1) @13
  call "ping" (v0) @14
  jump b2
b2:
  call "close" (v0) @15
  return @17
}
)"),
              IsEmpty());
}

TEST(Calls, IsSilentWhenBothSidesHoldTheSameLock) {
  EXPECT_THAT(faults(R"(
global "m" m: mutex
define "worker" (db: conn*) {
b0:
  call "lock" (&@"m") @2
  call "ping" (p0) @2
  call "unlock" (&@"m") @2
  return @3
}
define "f" () {
  v0 db: "conn *"
  v1 thread: long
b0:
  v0 = call "connect" () @11
  t0 = call "start" (&v1, fn "worker", v0) @12
  branch t0 b2 b1 "failed" @12
b1:
  call "lock" (&@"m") @13
  call "ping" (v0) @13
  call "unlock" (&@"m") @13
  call "join" (v1) @14
  jump b2
b2:
  call "close" (v0) @15
  return @17
}
)"),
              IsEmpty());
}

TEST(Calls, ReportsTheHelperThatTheChildCalls) {
  EXPECT_THAT(faults(R"(
global "db" db: "conn *"
define "spawn_child" () {
b0:
  result = call "fork" () @2
  return @3
}
define "cleanup" () {
b0:
  call "close" (@"db") @5
  return @6
}
define "f" () {
b0:
  @"db" = call "connect" () @11
  v0 = call "spawn_child" () @12
  t0 = v0 == 0
  branch t0 b1 b2 "pid == 0" @13
b1:
  call "cleanup" () @14
  call "exit_now" () @15
  unreachable
b2:
  call "cleanup" () @16
  return @17
}
)"),
              ElementsAre("crossed db closed 14, forked 2"));
}

TEST(Calls, FollowsARecursionThatCloses) {
  EXPECT_THAT(faults(R"(
define "down" (n: int, db: conn*) {
b0:
  branch p0 b1 b2 @1
b1:
  t0 = p0 - 1
  call "down" (t0, p1) @2
  return @3
b2:
  call "close" (p1) @4
  return @5
}
define "f" () {
  v0 db: "conn *"
b0:
  v0 = call "connect" () @11
  call "down" (3, v0) @12
  call "ping" (v0) @13
  return @14
}
)"),
              ElementsAre("stale db access 13, closed 12"));
}

TEST(Calls, HearsAThreadThatNeverEnds) {
  EXPECT_THAT(faults(R"(
define "server" (db: conn*) {
b0:
  jump b1
b1:
  call "ping" (p0) @2
  jump b1
}
define "f" () {
  v0 db: "conn *"
  v1 thread: long
b0:
  v0 = call "connect" () @11
  t0 = call "start" (&v1, fn "server", v0) @12
  call "ping" (v0) @13
  call "close" (v0) @14
  return @15
}
)"),
              ElementsAre("shared db 2 and 13"));
}

TEST(Calls, CountsTheOwnersThatShareAHandle) {
  EXPECT_THAT(faults(R"(
model "share" {
  this.*.ptr = p0
  this.*.block = allocate ""
  this.*.block.*.ptr = p0
  this.*.block.*.count = 1
  return
}
model "copy" {
  this.*.ptr = p0.*.ptr
  this.*.block = p0.*.block
  t0 = this.*.block.*.count + 1
  this.*.block.*.count = t0
  return
}
model "~shared" {
b0:
  t0 = this.*.block.*.count - 1
  t1 = t0 == 0
  t2 = t1 hasbits 1
  branch t2 b1 b2
b1:
  call "close" (this.*.block.*.ptr)
  return
b2:
  this.*.block.*.count = t0
  return
}
define "f" () {
  v0 one: shared class "shared"
  v1 two: shared class "shared"
  v2 raw: "conn *"
b0:
  v2 = call "connect" () @1
  make v0 "shared" @2
  call "share" (v2) this &v0 @2
  make v1 "shared" @3
  call "copy" (&v0) this &v1 @3
  call "~shared" () this &v1 @4
  end v1 @4
  call "ping" (v2) @5
  call "~shared" () this &v0 @6
  end v0 @6
  call "ping" (v2) @7
  return @8
}
)"),
              ElementsAre("stale raw access 7, closed 6"));
}

} // namespace
} // namespace cursor_tidy::solve
