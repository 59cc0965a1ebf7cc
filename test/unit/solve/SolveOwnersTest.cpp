//===- SolveOwnersTest.cpp - objects, members and globals that own handles
//----===//
#include "SolveFixture.h"

namespace cursor_tidy::solve {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Owners, ReportsAHandleObjectThatDiesOpen) {
  EXPECT_THAT(faults(R"(
model "init" {
  open "db/conn" p0
  result = p0
  return
}
define "inplace_leak" () {
  v0 m: conn class "conn"
b0:
  t0 = call "init" (&v0) @1
  end v0 @2
  return @2
}
define "inplace_ok" () {
  v0 m: conn class "conn"
b0:
  t0 = call "init" (&v0) @3
  call "close" (&v0) @4
  end v0 @4
  return @4
}
)"),
              ElementsAre("unclosed m opened 1, return 2"));
}

TEST(Owners, NamesAPartOfManyByAReferenceToIt) {
  EXPECT_THAT(faults(R"(
define "bound" () {
  v0 "[rc, rows]": both class "both"
  v1 rows: "conn *&" reference
b0:
  t0 = call "connect" () @1
  v0.second = t0 @1
  v1 = &v0.second @1
  end v0 @2
  return @2
}
)"),
              ElementsAre("unclosed rows opened 1, return 2"));
}

TEST(Owners, FollowsAHandleThroughACopyOfAWholeObject) {
  EXPECT_THAT(faults(R"(
define "keep" () class "guard" {
  p0 from: closure class "closure"
b0:
  make this.*.run "closure"
  this.*.run = p0 @1
  return @1
}
define "finish" () class "guard" {
b0:
  call "close" (this.*.run.h) @2
  return @2
}
define "forget" () class "guard" {
b0:
  return @3
}
define "copy_ok" () {
  v0 guard: guard class "guard"
b0:
  make t0 "closure"
  t0.h = call "connect" () @11
  call "keep" (t0) this &v0 @12
  call "finish" () this &v0 @13
  end v0 @13
  return @13
}
define "copy_leak" () {
  v0 guard: guard class "guard"
b0:
  make t0 "closure"
  t0.h = call "connect" () @21
  call "keep" (t0) this &v0 @22
  call "forget" () this &v0 @23
  end v0 @23
  return @23
}
)"),
              ElementsAre("unclosed h opened 21, return 23"));
}

TEST(Owners, ReportsACloseThatRefused) {
  EXPECT_THAT(faults(R"(
model "refuse" {
b0:
  access "db/conn" p0
  t0 = openchildren p0
  branch t0 b1 b2
b1:
  result = 5
  return
b2:
  close "db/conn" p0
  result = 0
  return
}
define "refused" () {
  v0 db: "conn *"
  v1 st: "stmt *"
b0:
  v0 = call "connect" () @11
  t0 = call "prepare" (v0, &v1) @12
  branch t0 b1 b2 "rc" @12
b1:
  t1 = call "refuse" (v0) @13
  return @14
b2:
  t1 = call "refuse" (v0) @15
  call "finalize" (v1) @16
  return @17
}
)"),
              ElementsAre("unclosed db opened 11, refused 17"));
}

TEST(Owners, ReportsAMemberThatNoMethodCloses) {
  EXPECT_THAT(faults(R"(
class "C" "C" {
  field db: "conn *"
  method "C::open"
  method "C::ping"
}
define "C::open" class "C" {
b0:
  this.*.db = call "connect" () @21
  return @21
}
define "C::ping" class "C" {
b0:
  call "ping" (this.*.db) @22
  return @22
}
)"),
              ElementsAre("unclosed db opened 21, member 21"));
}

TEST(Owners, ReportsAnOwnerThatIsNeverDeleted) {
  EXPECT_THAT(faults(R"(
class "C" "C" {
  field db: "conn *"
  method "C::open"
  method "C::ping"
}
define "C::open" class "C" {
b0:
  this.*.db = call "connect" () @21
  return @21
}
define "newleak" () {
  v0 p: "C *"
b0:
  v0 = allocate "C" @31
  call "C::open" () this v0 @32
  end v0 @33
  return @33
}
)"),
              Contains("unclosed db opened 32, never deleted 33"));
}

TEST(Owners, ReportsTheDestructorOfAGlobalInTheChild) {
  EXPECT_THAT(faults(R"(
define "conn_dtor" class "W" destructor {
b0:
  call "close" (this.*.db_) @41
  return @41
}
global "gw" gw: W class "W" destructor "conn_dtor"
define "main" () {
  v0 pid: int
b0:
  @"gw".db_ = call "connect" () @42
  v0 = call "fork" () @43
  t0 = v0 == 0
  branch t0 b1 b2 "pid == 0" @44
b1:
  result = 0 @45
  return @45
b2:
  return @46
}
)"),
              ElementsAre("crossed gw.db_ closed 45, forked 43"));
}

TEST(Owners, ReportsAContinueThatLeavesAStatementOpen) {
  EXPECT_THAT(faults(R"(
define "loopcont" (db: conn*, n: int) {
  v0 st: "stmt *"
b0:
  jump b1
b1:
  p1 = p1 - 1 @50
  branch p1 b2 b3 "n--" @51
b2:
  t0 = call "prepare" (p0, &v0) @52
  branch t0 b1 b4 "rc" @52
b3:
  return @57
b4:
  t1 = call "step" (v0) @53
  branch t1 b5 b6 "skip" @53
b5:
  end v0 @54
  jump b1
b6:
  call "finalize" (v0) @55
  end v0 @56
  jump b1
}
)"),
              ElementsAre("unclosed st opened 52, scope end 54"));
}

TEST(Owners, CorrelatesAFlagWithTheHandle) {
  EXPECT_THAT(faults(R"(
define "flag" (db: conn*, a: int) {
  v0 st: "stmt *"
  v1 open: int
b0:
  v1 = 0 @60
  v0 = 0 @60
  branch p1 b1 b2 "a" @61
b1:
  v0 = call "connect" () @62
  v1 = 1
  jump b2
b2:
  branch v1 b3 b4 "open" @63
b3:
  call "close" (v0) @64
  jump b4
b4:
  end v0 @65
  return @65
}
)"),
              IsEmpty());
}

} // namespace
} // namespace cursor_tidy::solve
