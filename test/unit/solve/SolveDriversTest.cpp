//===- SolveDriversTest.cpp - what drivers do beside open, use and close --===//
#include "SolveFixture.h"

namespace cursor_tidy::solve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A connection with a statement; the child does First and then uses both.
std::string childOf(std::string_view First) {
  return R"(
model "reset" {
  resetchild p0
}
model "look" {
  access "db/conn" p0 readonly local
}
define "f" (db: conn* handle "db/conn") {
  t0 = call "prepare" (p0, &v0) @1
  branch t0 b1 b2
b1:
  return @2
b2:
  t1 = call "fork" () @3
  branch t1 b4 b3
b3:
)" + std::string(First) +
         R"(
  call "exit_now" () @9
b4:
  call "finalize" (v0) @10
}
)";
}

TEST(AfterFork, ResetMakesTheConnectionAndItsStatementsTheChilds) {
  constexpr std::string_view Use = R"(
    call "ping" (p0) @5
    call "step" (v0) @6
  )";
  EXPECT_THAT(faults(childOf(Use)), ElementsAre("crossed db used 5, forked 3",
                                                "crossed  used 6, forked 3"));
  EXPECT_THAT(faults(childOf("call \"reset\" (p0) @4\n" + std::string(Use))),
              IsEmpty());
}

TEST(AfterFork, ReadingOnesOwnCopyOfTheMemoryMeetsNobody) {
  EXPECT_THAT(faults(childOf("call \"look\" (p0) @5")), IsEmpty());
}

TEST(AfterClose, ReadingAFieldIsAUse) {
  EXPECT_THAT(faults(R"(
model "look" {
  access "db/conn" p0 readonly local
}
define "f" (db: conn* handle "db/conn") {
  call "close" (p0) @1
  call "look" (p0) @2
}
)"),
              ElementsAre("stale db access 2, closed 1"));
}

TEST(AfterClose, WhatLiesInBorrowedMemoryEndsWithIt) {
  EXPECT_THAT(faults(R"(
define "f" (st: stmt* handle "db/stmt") {
  v0 = call "text" (p0) @1
  v1 = v0.*.[0] @2
  call "step" (p0) @4
  v2 = v1.* @5
}
)"),
              ElementsAre("stale st borrowed 5, closed 4"));
}

TEST(AfterClose, WhatDanglesIsStillUnclosed) {
  EXPECT_THAT(faults(R"(
define "f" (db: conn* handle "db/conn") {
  v0 st: "stmt *"
  t0 = call "prepare" (p0, &v0) @1
  branch t0 b1 b2
b1:
  return @2
b2:
  call "close" (p0) @3
  return @4
}
)"),
              ElementsAre("unclosed st opened 1, return 4"));
}

/// Two threads use one connection that Configure has spoken of, in a helper.
std::string shared(std::string_view Configure) {
  return R"(
model "configure" {
)" + std::string(Configure) +
         R"(
}
define "setup" (db: conn*) {
  call "configure" (p0) @1
}
define "worker" (db: conn*) {
  call "ping" (p0) @2
}
define "f" () {
  v0 db: "conn *"
  v1 thread: long
b0:
  v0 = call "connect" () @11
  call "setup" (v0) @12
  t0 = call "start" (&v1, fn "worker", v0) @13
  branch t0 b2 b1 "failed" @13
b1:
  call "ping" (v0) @14
  call "join" (v1) @15
  jump b2
b2:
  call "close" (v0) @16
  return @17
}
)";
}

TEST(Configured, LevelSetAfterTheOpenDecides) {
  EXPECT_THAT(faults(shared("access \"db/conn\" p0")),
              ElementsAre("shared db 2 and 14"));
  EXPECT_THAT(
      faults(shared("configure p0 level 2 word \"shared\" by \"THREAD\"")),
      IsEmpty());
}

/// Threads share what was opened by flags that Caller supplies, if anybody.
std::string byFlags(std::string_view Caller) {
  return R"(
kind "safe/conn" role connection sharing shared level 2
model "safe_open" (flags: int) {
  t0 = p0 hasbits 4
  branch t0 b1 b2 ""
b1:
  result = allocate
  open "safe/conn" result level 1 by "NOMUTEX"
  return
b2:
  result = allocate
  open "safe/conn" result
}
model "safe_use" (db: conn*) {
  access "safe/conn" p0
}
model "safe_end" (db: conn*) {
  close "safe/conn" p0
}
define "worker" (db: conn*) {
  call "safe_use" (p0) @2
}
define "work" (flags: int) {
  v0 db: "conn *"
  v1 thread: long
b0:
  v0 = call "safe_open" (p0) @11
  t0 = call "start" (&v1, fn "worker", v0) @13
  branch t0 b2 b1 "failed" @13
b1:
  call "safe_use" (v0) @14
  call "join" (v1) @15
  jump b2
b2:
  call "safe_end" (v0) @16
  return @17
}
)" + std::string(Caller);
}

TEST(Configured, FlagsThatNobodyKnowsLowerNoLevel) {
  EXPECT_THAT(faults(byFlags("")), IsEmpty());
  EXPECT_THAT(
      faults(byFlags("define \"main\" () {\n call \"work\" (3) @20\n}")),
      IsEmpty());
}

TEST(Configured, FlagsOfACallerDo) {
  EXPECT_THAT(
      faults(byFlags("define \"main\" () {\n call \"work\" (6) @20\n}")),
      ElementsAre("shared db 2 and 14"));
}

// The row holds a borrowed text; the callee reads it, or closes its owner too.
std::vector<std::string> faultsOfRow(std::string_view InCallee,
                                     std::string_view BeforeCall) {
  return faults(R"(
define "show" (row: row*) {
b0:
)" + std::string(InCallee) +
                R"(
}
define "f" (st: stmt* handle "db/stmt") {
  v0 row: "row" borrow
b0:
  v0.stmt = p0
  v0.text = call "text" (p0) @11
)" + std::string(BeforeCall) +
                R"(
  call "show" (&v0) @13
}
)");
}

TEST(AfterClose, TellsOfATextThatACalleeReadsThroughAStructure) {
  const char *Prints = "v0 = p0.*.text.* @2";
  EXPECT_THAT(faultsOfRow(Prints, R"(call "step" (p0) @12)"),
              ElementsAre("stale st borrowed 13, closed 12"));
  EXPECT_THAT(faultsOfRow(Prints, ""), IsEmpty());
  EXPECT_THAT(faultsOfRow("v0 = p0.*.other.* @2", R"(call "step" (p0) @12)"),
              IsEmpty());
}

TEST(AfterClose, TellsNothingOfACalleeThatReadsBeforeItCloses) {
  EXPECT_THAT(faultsOfRow(R"(
  v0 = p0.*.text.* @2
  call "finalize" (p0.*.stmt) @3
)",
                          ""),
              IsEmpty());
}

} // namespace
} // namespace cursor_tidy::solve
