//===- SolvePathsTest.cpp - paths within one function
//-------------------------===//
#include "SolveFixture.h"

#include <regex>

namespace cursor_tidy::solve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Paths, ReportsTheEarlyReturnThatLeavesAStatementOpen) {
  EXPECT_THAT(faults(R"(
define "f" (db: conn*) {
  v0 stmt: "stmt *"
b0:
  v0 = 0 @2
  v1 = call "prepare" (p0, &v0) @3
  branch v1 b3 b1 "rc" @4
b1:
  t0 = call "step" (v0) @5
  branch t0 b2 b3 "bad" @5
b2:
  end v0 @6
  return @6
b3:
  call "finalize" (v0) @7
  end v0 @8
  return @8
}
)"),
              ElementsAre("unclosed stmt opened 3, return 6"));
}

TEST(Paths, IsSilentWhenTheFailedOpenLeavesNull) {
  EXPECT_THAT(faults(R"(
define "f" (db: conn*) {
  v0 stmt: "stmt *"
b0:
  v1 = call "prepare" (p0, &v0) @3
  t1 = v1 == 0 @4
  v2 = t1
  branch v2 b1 b2 "ok" @4
b1:
  call "step" (v0) @5
  call "finalize" (v0) @6
  end v0 @8
  return @8
b2:
  end v0 @9
  return @9
}
)"),
              IsEmpty());
}

TEST(Paths, ReportsAFailedOpenThatStillOwns) {
  EXPECT_THAT(faults(R"(
define "f" () {
  v0 db: "conn *"
b0:
  v1 = call "open" (&v0) @3
  branch v1 b1 b2 "rc" @4
b1:
  end v0 @5
  return @5
b2:
  call "close" (v0) @6
  return @7
}
)"),
              ElementsAre("unclosed db opened 3, return 5"));
}

TEST(Paths, ReportsUseAndCloseAfterClose) {
  EXPECT_THAT(faults(R"(
define "f" (db: conn*) {
  v0 stmt: "stmt *"
b0:
  v1 = call "prepare" (p0, &v0) @3
  branch v1 b2 b1 @3
b1:
  call "finalize" (v0) @4
  call "step" (v0) @5
  call "finalize" (v0) @6
  return @7
b2:
  return @8
}
)"),
              ElementsAre("stale stmt access 5, closed 4",
                          "stale stmt double close 6, closed 4"));
}

TEST(Paths, IsSilentWhenSetToNullBetweenTwoCloses) {
  EXPECT_THAT(faults(R"(
define "f" (db: conn*) {
  v0 stmt: "stmt *"
b0:
  v1 = call "prepare" (p0, &v0) @3
  call "finalize" (v0) @4
  v0 = 0 @5
  call "finalize" (v0) @6
  return @7
}
)"),
              IsEmpty());
}

TEST(Paths, ReportsAStatementClosedAfterItsConnection) {
  EXPECT_THAT(faults(R"(
define "f" () {
  v0 db: "conn *"
  v1 stmt: "stmt *"
b0:
  call "open" (&v0) @3
  t0 = call "prepare" (v0, &v1) @4
  call "close" (v0) @5
  call "finalize" (v1) @6
  return @7
}
)"),
              ElementsAre("stale stmt close after parent 6, closed 5"));
}

TEST(Paths, ReportsAHandleOverwritten) {
  EXPECT_THAT(faults(R"(
define "f" () {
  v0 db: "conn *"
b0:
  v0 = call "connect" () @3
  v0 = call "connect" () @4
  call "close" (v0) @5
  return @7
}
)"),
              ElementsAre("unclosed db opened 3, overwritten 4"));
}

TEST(Paths, ReportsAResultThrownAway) {
  EXPECT_THAT(faults(R"(
define "f" () {
b0:
  call "connect" () @3
  return @7
}
)"),
              ElementsAre("unclosed  opened 3, discarded 3"));
}

TEST(Paths, ReportsAStatementOpenedInEveryTurnAndClosedOnce) {
  EXPECT_THAT(faults(R"(
define "f" (db: conn*, n: int) {
  v0 stmt: "stmt *"
  v1 i: int
b0:
  v0 = 0 @2
  v1 = 0 @2
  jump b1
b1:
  t0 = v1 < p1 @3
  branch t0 b2 b3 "i < n" @3
b2:
  call "prepare" (p0, &v0) @4
  v1 = v1 + 1 @5
  jump b1
b3:
  call "finalize" (v0) @6
  return @7
}
)"),
              ElementsAre("unclosed stmt opened 4, loop turn 4"));
}

TEST(Paths, FollowsALoopThatClosesWhatAnotherOpened) {
  EXPECT_THAT(faults(R"(
define "f" (n: int) {
  v0 all: "conn *[8]"
  v1 i: int
b0:
  v1 = 0 @2
  jump b1
b1:
  t0 = v1 < p0 @3
  branch t0 b2 b3 "i < n" @3
b2:
  t1 = v1
  v0.[t1] = call "connect" () @4
  v1 = v1 + 1 @5
  jump b1
b3:
  v1 = 0 @6
  jump b4
b4:
  t2 = v1 < p0 @7
  branch t2 b5 b6 "i < n" @7
b5:
  t3 = v1
  call "close" (v0.[t3]) @8
  v1 = v1 + 1 @9
  jump b4
b6:
  end v0 @10
  return @10
}
)"),
              IsEmpty());
}

/// What others write is for the next turn: the head, which opens, is not run
/// twice in the same one.
TEST(Paths, ClosesInEveryTurnOfALoopThatWaitsForOthers) {
  EXPECT_THAT(faults(R"(
define "f" (db: conn*, with: "settings *" pointer) {
  v0 stmt: "stmt *"
b0:
  jump b1
b1:
  call "prepare" (p0, &v0) @3
  branch p1.*.retries b2 b3 "with->retries" @4
b2:
  call "finalize" (v0) @5
  jump b1
b3:
  call "finalize" (v0) @7
  end v0 @8
  return @8
}
)"),
              IsEmpty());
}

TEST(Paths, ReportsAColumnReadAfterTheNextStep) {
  EXPECT_THAT(faults(R"(
define "f" (st: stmt*) {
  v0 name: "const char *"
b0:
  v0 = call "text" (p0) @3
  call "puts" (v0) @4
  call "step" (p0) @5
  call "puts" (v0) @6
  return @7
}
declare "puts" (s: const char*)
)"),
              ElementsAre("stale st borrowed 6, closed 5"));
}

TEST(Paths, ReportsTheWrongCloser) {
  EXPECT_THAT(faults(R"(
define "f" () {
  v0 db: "conn *"
b0:
  v0 = call "connect" () @3
  call "free" (v0) @4
  return @5
}
)"),
              ElementsAre("unclosed db opened 3, wrong closer 4"));
}

TEST(Paths, ReportsTheChildThatUsesAndClosesWhatItInherits) {
  EXPECT_THAT(faults(R"(
define "f" () {
  v0 db: "conn *"
  v1 pid: int
  v2 st: "stmt *"
b0:
  v0 = call "connect" () @3
  v1 = call "fork" () @4
  t0 = v1 == 0
  branch t0 b1 b2 "pid == 0" @5
b1:
  call "prepare" (v0, &v2) @6
  call "exit_now" () @7
  unreachable
b2:
  call "close" (v0) @8
  return @9
}
)"),
              ElementsAre("crossed db used 6, forked 4"));
}

TEST(Paths, IsSilentWhenTheChildOpensItsOwn) {
  EXPECT_THAT(faults(R"(
define "f" () {
  v0 db: "conn *"
b0:
  v0 = call "connect" () @3
  v1 = call "fork" () @4
  t0 = v1 == 0
  branch t0 b1 b2 "pid == 0" @5
b1:
  v0 = call "connect" () @6
  call "close" (v0) @7
  call "exit_now" () @7
  unreachable
b2:
  call "close" (v0) @8
  return @9
}
)"),
              IsEmpty());
}

TEST(Paths, KnowsThatANumberIsNotTheNextOne) {
  constexpr const char *Program = R"(
define "f" (n: int) {
  v0 db: "conn *"
b0:
  v0 = call "connect" () @3
  t0 = p0 + 1
  t1 = t0 OP p0
  branch t1 b1 b2 "n + 1 OP n" @4
b1:
  return @5
b2:
  call "close" (v0) @6
  return @7
}
)";
  auto With = [&](std::string Operator) {
    return std::regex_replace(Program, std::regex("OP"), Operator);
  };
  EXPECT_THAT(faults(With("==")), IsEmpty());
  EXPECT_THAT(faults(With("!=")),
              ElementsAre("unclosed db opened 3, return 5"));
}

TEST(Paths, KnowsTheSignOfANumberTakenFromAnother) {
  auto With = [](std::string Code) {
    return R"(
define "f" () {
  v0 db: "conn *"
b0:
  v0 = call "connect" () @3
  t0 = )" + Code +
           R"(
  t1 = 0 - t0
  branch t1 b1 b2 "-code" @4
b1:
  call "close" (v0) @5
  return @5
b2:
  return @6
}
)";
  };
  EXPECT_THAT(faults(With("?positive")), IsEmpty());
  EXPECT_THAT(faults(With("?")), ElementsAre("unclosed db opened 3, return 6"));
}

/// A call that is not seen between an opening and its close.
constexpr const char *CallsBetween = R"(
declare "show" "show" maythrow (text: "char *")
declare "count" "count" (text: "char *")
define "shows" () {
  v0 = call "connect" () @1
  call "show" (0) @2
  call "close" (v0) @3
}
define "counts" () {
  v0 = call "connect" () @11
  call "count" (0) @12
  call "close" (v0) @13
}
define "shows_and_closes" () {
b0:
  v0 = call "connect" () @21
  call "show" (0) unwind b2 @22
b1:
  call "close" (v0) @23
  return @24
b2:
  call "close" (v0) @25
  throw
}
)";

TEST(Paths, CallsThatAreNotSeenDoNotThrow) {
  EXPECT_THAT(faults(CallsBetween), IsEmpty());
}

TEST(Paths, CallsThatAreNotSeenMayThrowWhenSaidSo) {
  EXPECT_THAT(faults(CallsBetween, {.ThrowingCalls = true}),
              ElementsAre("unclosed  opened 1, thrown 2"));
}

// `while (running)`: it stays set for as long as the loop goes on.
constexpr const char *Flagged = R"(
define "f" (db: conn*) {
  v0 stmt: "stmt *"
  v1 running: "int" borrow
b0:
  v0 = 0
  v1 = 1
  t0 = call "prepare" (p0, &v0) @3
  branch t0 b4 b1 "rc" @4
b1:
  branch v1 b2 b4 "running" @5
b2:
  t1 = call "step" (v0) @6
  branch t1 b3 b1 "done" @6
b3:
  %CLOSE%
  v1 = 0
  jump b1
b4:
  end v1 @9
  end v0 @9
  return @9
}
)";

std::vector<std::string> faultsOfFlagged(std::string_view Close) {
  return faults(std::regex_replace(std::string(Flagged), std::regex("%CLOSE%"),
                                   std::string(Close)));
}

TEST(Paths, KnowsThatALoopThatGoesOnHasItsConditionFulfilled) {
  EXPECT_THAT(faultsOfFlagged(R"(call "finalize" (v0) @7)"), IsEmpty());
  EXPECT_THAT(faultsOfFlagged(""),
              ElementsAre("unclosed stmt opened 3, return 9"));
}

// A machine of five states, of which the last forgets the statement.
constexpr const char *Machine = R"(
define "f" (db: conn*) {
  v0 stmt: "stmt *"
  v1 state: "int" borrow
b0:
  v0 = 0
  v1 = 0
  jump b1
b1:
  switch v1 { 0: b2, 1: b3, 2: b4, 3: b5 } b6 "state" @3
b2:
  v1 = 1
  jump b1
b3:
  v1 = 2
  jump b1
b4:
  v1 = 3
  jump b1
b5:
  t0 = call "prepare" (p0, &v0) @7
  v1 = 4
  jump b1
b6:
  %CLOSE%
  end v1 @9
  end v0 @9
  return @9
}
)";

TEST(Paths, FollowsAMachineThroughItsStates) {
  auto Of = [](const char *Close) {
    return faults(
        std::regex_replace(std::string(Machine), std::regex("%CLOSE%"), Close));
  };
  EXPECT_THAT(Of(R"(call "finalize" (v0) @8)"), IsEmpty());
  EXPECT_THAT(Of(""), ElementsAre("unclosed stmt opened 7, return 9"));
}

} // namespace
} // namespace cursor_tidy::solve
