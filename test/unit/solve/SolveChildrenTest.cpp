//===- SolveChildrenTest.cpp - what becomes of a handle's children --------===//
#include "SolveFixture.h"

using namespace cursor_tidy;
using namespace cursor_tidy::solve;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

/// A close that refuses while children are open, and a call that ends children
/// and keeps the handle.
std::string withParents(const std::string &Program) {
  return R"(
model "refuse" {
b0:
  t0 = openchildren p0
  branch t0 b1 b2
b1:
  access "db/conn" p0
  result = 5
  return
b2:
  close "db/conn" p0
  result = 0
  return
}
model "hang_up" {
b0:
  access "db/conn" p0
  endchildren p0 ends
  return
}
define "finish" (db: conn*, st: stmt*) {
b0:
  call "finalize" (p1) @2
  t0 = call "refuse" (p0) @3
  return @4
}
define "finish_late" (db: conn*, st: stmt*) {
b0:
  t0 = call "refuse" (p0) @5
  call "finalize" (p1) @6
  return @7
}
define "leave" (db: conn*) {
b0:
  call "hang_up" (p0) @8
  return @9
}
)" + Program;
}

TEST(Children, ClosedByTheSameCalleeBeforeItsParentDoNotKeepItOpen) {
  EXPECT_THAT(faults(withParents(R"(
define "right" () {
b0:
  v0 = call "connect" () @11
  t0 = call "prepare" (v0, &v1) @12
  branch t0 b1 b2 "rc" @12
b1:
  call "close" (v0) @13
  return @14
b2:
  call "finish" (v0, v1) @15
  return @16
}
)")),
              IsEmpty());
}

TEST(Children, ClosedByTheSameCalleeAfterItsParentKeepItOpen) {
  EXPECT_THAT(faults(withParents(R"(
define "wrong" () {
  v0 db: "conn *"
b0:
  v0 = call "connect" () @11
  t0 = call "prepare" (v0, &v1) @12
  branch t0 b1 b2 "rc" @12
b1:
  call "close" (v0) @13
  return @14
b2:
  call "finish_late" (v0, v1) @15
  return @16
}
)")),
              ElementsAre("unclosed db opened 11, refused 16"));
}

TEST(Children, EndAloneWhileTheirParentStaysOpen) {
  EXPECT_THAT(faults(withParents(R"(
define "ended" (db: conn*) {
  v0 st: "stmt *"
b0:
  t0 = call "prepare" (p0, &v0) @11
  branch t0 b1 b2 "rc" @11
b1:
  return @12
b2:
  call "leave" (p0) @13
  call "ping" (p0) @14
  call "step" (v0) @15
  return @16
}
define "left_to_it" (db: conn*) {
b0:
  t0 = call "prepare" (p0, &v0) @21
  call "leave" (p0) @22
  return @23
}
define "made_later" (db: conn*) {
b0:
  call "leave" (p0) @31
  t0 = call "prepare" (p0, &v0) @32
  branch t0 b1 b2 "rc" @32
b1:
  return @33
b2:
  call "step" (v0) @34
  call "finalize" (v0) @35
  return @36
}
)")),
              ElementsAre("stale st after parent 15, closed 13"));
}

TEST(Children, EndBeforeWhatTheSameCalleeDoesNext) {
  EXPECT_THAT(faults(withParents(R"(
define "tear_down" (db: conn*, st: stmt*) {
b0:
  call "step" (p1) @1
  call "hang_up" (p0) @2
  call "finalize" (p1) @3
  return @4
}
define "caller" (db: conn*) {
  v0 st: "stmt *"
b0:
  t0 = call "prepare" (p0, &v0) @11
  branch t0 b1 b2 "rc" @11
b1:
  return @12
b2:
  call "tear_down" (p0, v0) @13
  return @14
}
)")),
              ElementsAre("stale st close after parent 13, closed 13"));
}

TEST(Children, OfOneKindMayEndAlone) {
  EXPECT_THAT(faults(withParents(R"(
kind "db/blob" driver "db" title "DB" type "blob" role cursor sharing serial level 1
model "drop_statements" {
b0:
  endchildren p0 ends "db/stmt"
  return
}
define "other_kind" (db: conn*) {
  v0 blob: "blob *"
b0:
  v0 = allocate @11
  open "db/blob" v0 from p0 @11
  call "drop_statements" (p0) @12
  return @13
}
)")),
              ElementsAre("unclosed blob opened 11, return 13"));
}

TEST(Children, KeptAliveAloneDeriveFromTheirParentNoLonger) {
  EXPECT_THAT(faults(withParents(R"(
model "disjoin" {
b0:
  endchildren p0 keptalive
  return
}
define "disjoined" (db: conn*) {
b0:
  t0 = call "prepare" (p0, &v0) @11
  branch t0 b1 b2 "rc" @11
b1:
  return @12
b2:
  call "disjoin" (p0) @13
  call "close" (p0) @14
  call "step" (v0) @15
  call "finalize" (v0) @16
  return @17
}
)")),
              IsEmpty());
}

TEST(Children, ACloserOfAnotherRoleClosesNothing) {
  EXPECT_THAT(faults(withParents(R"(
define "wrong_kind" (db: conn*) {
  v0 st: "stmt *"
b0:
  t0 = call "prepare" (p0, &v0) @11
  branch t0 b1 b2 "rc" @11
b1:
  return @12
b2:
  call "close" (v0) @13
  return @14
}
)")),
              ElementsAre("unclosed st opened 11, return 14"));
}

/// Who asks a connection for its statements until there is none.
std::string withAll(const std::string &Program) {
  return withParents(R"(
model "next" {
b0:
  result = p0 openchild text "db/stmt"
  return
}
define "finalize_all" (db: conn*) {
b0:
  v0 = call "next" (p0) @101
  branch v0 b1 b2 "st" @101
b1:
  call "finalize" (v0) @102
  jump b0 @102
b2:
  t0 = call "refuse" (p0) @103
}
)" + Program);
}

TEST(Children, ClosedOneAfterTheOtherByWhoAsksForThem) {
  EXPECT_THAT(faults(withAll(R"(
define "right" () {
b0:
  v0 = call "connect" () @11
  t0 = call "prepare" (v0, &v1) @12
  t0 = call "prepare" (v0, &v2) @13
b1:
  v3 = call "next" (v0) @14
  branch v3 b2 b3 "st" @14
b2:
  call "finalize" (v3) @15
  jump b1 @15
b3:
  t0 = call "refuse" (v0) @16
}
define "by_a_callee" () {
b0:
  v0 = call "connect" () @21
  t0 = call "prepare" (v0, &v1) @22
  t0 = call "prepare" (v0, &v2) @23
  call "finalize_all" (v0) @24
}
)")),
              IsEmpty());
}

TEST(Children, ClosedByWhoAsksForThemAreNotToBeUsed) {
  EXPECT_THAT(faults(withAll(R"(
define "wrong" () {
b0:
  v0 = call "connect" () @11
  t0 = call "prepare" (v0, &v1) @12
  branch t0 b1 b2 "rc" @12
b1:
  call "close" (v0) @13
  return @14
b2:
  call "finalize_all" (v0) @15
  call "step" (v1) @16
}
)")),
              ElementsAre("stale  access 16, closed 15"));
}

} // namespace
