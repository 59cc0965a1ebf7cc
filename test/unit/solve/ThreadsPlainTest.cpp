//===- ThreadsPlainTest.cpp - one function, a lambda, a helper
//----------------===//
#include "ThreadsFixture.h"

namespace cursor_tidy::solve {
namespace {

/// `std::thread t([db] { exec(db); });` with the rest of the function after it.
/// v0 is the connection, v1 the closure, v2 the thread, v3 a mutex, v4 a guard.
std::string withLambda(std::string_view Open, std::string_view InThread,
                       std::string_view After) {
  return R"(
class "lambda" calloperator "body" closure {
  field db: "conn *"
  field m: "mutex &" reference
}
define "body" @100 class "lambda" hidden {
)" + std::string(InThread) +
         R"(
}
define "f" @1 {
  v0 db: "conn *"
)" + std::string(Open) +
         R"(
  make v1 "lambda"
  v1.db = v0
  v1.m = &v3
  call "thread" (&v1) this &v2 @10
)" + std::string(After) +
         R"(
  return @90
}
)";
}

constexpr std::string_view Open = R"(
  v0 = call "open" () @5
)";
constexpr std::string_view ExecThere = R"(
  call "exec" (this.*.db) @101
)";

TEST(ThreadsPlain, AccessBesideTheThreadIsReported) {
  EXPECT_EQ(threadFaults(withLambda(Open, ExecThere, R"(
    call "exec" (v0) @20
    call "thread.join" () this &v2 @21
    call "close" (v0) @22
  )")),
            "101/20");
}

TEST(ThreadsPlain, AccessAfterTheJoinIsSilent) {
  EXPECT_EQ(threadFaults(withLambda(Open, ExecThere, R"(
    call "thread.join" () this &v2 @20
    call "exec" (v0) @21
    call "close" (v0) @22
  )")),
            "");
}

TEST(ThreadsPlain, HandingOverIsSilent) {
  EXPECT_EQ(threadFaults(withLambda(Open, R"(
    call "exec" (this.*.db) @101
    call "close" (this.*.db) @102
  )",
                                    R"(
    call "thread.detach" () this &v2 @20
  )")),
            "");
}

TEST(ThreadsPlain, CaptureWithoutAccessIsSilent) {
  EXPECT_EQ(threadFaults(withLambda(Open, "", R"(
    call "exec" (v0) @20
    call "thread.join" () this &v2 @21
    call "close" (v0) @22
  )")),
            "");
}

TEST(ThreadsPlain, ConnectionOfItsOwnIsSilent) {
  EXPECT_EQ(threadFaults(withLambda(Open, R"(
    v0 = call "open" () @101
    call "exec" (v0) @102
    call "close" (v0) @103
  )",
                                    R"(
    call "exec" (v0) @20
    call "thread.join" () this &v2 @21
    call "close" (v0) @22
  )")),
            "");
}

TEST(ThreadsPlain, SameMutexIsSilent) {
  EXPECT_EQ(threadFaults(withLambda(Open, R"(
    call "guard" (this.*.m) this &v0 @101
    call "exec" (this.*.db) @102
    call "~guard" () this &v0 @103
  )",
                                    R"(
    call "lock" (&v3) @20
    call "exec" (v0) @21
    call "unlock" (&v3) @22
    call "thread.join" () this &v2 @23
    call "close" (v0) @24
  )")),
            "");
}

TEST(ThreadsPlain, AccessAfterTheUnlockIsReported) {
  EXPECT_EQ(threadFaults(withLambda(Open, R"(
    call "guard" (this.*.m) this &v0 @101
    call "exec" (this.*.db) @102
    call "~guard" () this &v0 @103
  )",
                                    R"(
    call "lock" (&v3) @20
    call "unlock" (&v3) @21
    call "exec" (v0) @22
    call "thread.join" () this &v2 @23
    call "close" (v0) @24
  )")),
            "102/22");
}

TEST(ThreadsPlain, SafeCallIsSilent) {
  EXPECT_EQ(threadFaults(withLambda(Open, R"(
    call "cancel" (this.*.db) @101
  )",
                                    R"(
    call "exec" (v0) @20
    call "thread.join" () this &v2 @21
    call "close" (v0) @22
  )")),
            "");
}

TEST(ThreadsPlain, AwaitedSignalIsSilent) {
  EXPECT_EQ(threadFaults(withLambda(Open, R"(
    call "exec" (this.*.db) @101
    call "notify" (this.*.m) @102
  )",
                                    R"(
    call "wait" (&v3) @20
    call "exec" (v0) @21
    call "thread.join" () this &v2 @22
    call "close" (v0) @23
  )")),
            "");
}

//--- Levels -----------------------------------------------------------------//

TEST(ThreadsLevel, ConnectionOfLevelTwoMayBeShared) {
  const std::string Program = withLambda(R"(
    v0 = call "open2" () @5
  )",
                                         ExecThere, R"(
    call "exec" (v0) @20
    call "thread.join" () this &v2 @21
    call "close" (v0) @22
  )");
  EXPECT_EQ(threadFaults(Program), "");
  EXPECT_EQ(threadFaults(Program, {.DriverLevels = {{facts::Name("two"), 1}}}),
            "101/20")
      << "the user's level replaces the driver's";
}

TEST(ThreadsLevel, StatementOfLevelTwoMayNot) {
  EXPECT_EQ(threadFaults(withLambda(R"(
    v5 = call "open2" () @5
    v0 = call "prepare2" (v5) @6
  )",
                                    ExecThere, R"(
    call "exec" (v0) @20
    call "thread.join" () this &v2 @21
    call "close" (v0) @22
    call "close" (v5) @23
  )")),
            "101/20");
}

TEST(ThreadsLevel, TwoStatementsOfOneConnectionAreItsUse) {
  EXPECT_EQ(threadFaults(withLambda(R"(
    v5 = call "open" () @5
    v0 = call "prepare" (v5) @6
    v6 = call "prepare" (v5) @7
  )",
                                    ExecThere, R"(
    call "exec" (v6) @20
    call "thread.join" () this &v2 @21
    call "close" (v6) @22
    call "close" (v0) @23
    call "close" (v5) @24
  )")),
            "101/20");
}

TEST(ThreadsLevel, FetchedResultMayBeReadByBoth) {
  EXPECT_EQ(threadFaults(withLambda(R"(
    v5 = call "open" () @5
    v0 = call "query" (v5) @6
  )",
                                    R"(
    call "read" (this.*.db) @101
  )",
                                    R"(
    call "read" (v0) @20
    call "exec" (v5) @21
    call "thread.join" () this &v2 @22
    call "close" (v0) @23
    call "close" (v5) @24
  )")),
            "");
}

TEST(ThreadsLevel, PinnedHandleIsReportedEvenAfterTheJoin) {
  EXPECT_EQ(threadFaults(withLambda(R"(
    v0 = call "openpin" () @5
  )",
                                    ExecThere, R"(
    call "thread.join" () this &v2 @20
    call "close" (v0) @21
  )")),
            "101/5");
}

//--- Helpers ----------------------------------------------------------------//

constexpr std::string_view Helpers = R"(
define "helper" @200 (db: conn *) {
  call "exec" (p0) @201
}
define "deeper" @210 (db: conn *) {
  call "helper" (p0) @211
}
)";

TEST(ThreadsHelper, HelpersOnBothSidesAreReported) {
  EXPECT_EQ(threadFaults(std::string(Helpers) + withLambda(Open, R"(
    call "deeper" (this.*.db) @101
  )",
                                                           R"(
    call "helper" (v0) @20
    call "thread.join" () this &v2 @21
    call "close" (v0) @22
  )")),
            "201/201");
}

TEST(ThreadsHelper, HelpersAfterTheJoinAreSilent) {
  EXPECT_EQ(threadFaults(std::string(Helpers) + withLambda(Open, R"(
    call "deeper" (this.*.db) @101
  )",
                                                           R"(
    call "thread.join" () this &v2 @20
    call "helper" (v0) @21
    call "close" (v0) @22
  )")),
            "");
}

TEST(ThreadsHelper, ThreadStartedInAHelperIsReported) {
  EXPECT_EQ(threadFaults(R"(
define "entry" @100 (db: conn *) {
  call "exec" (p0) @101
}
define "launch" @110 (db: conn *, id: long *) {
  t0 = call "start" (p1, fn "entry", p0) @111
  result = t0
}
define "main" @1 {
  v0 = call "open" () @5
  v1 = call "launch" (v0, &v2) @10
  call "exec" (v0) @20
  call "join" (v2) @21
  call "close" (v0) @22
}
)"),
            "101/20");
}

TEST(ThreadsHelper, ThreadStartedInAHelperAndJoinedIsSilent) {
  EXPECT_EQ(threadFaults(R"(
define "entry" @100 (db: conn *) {
  call "exec" (p0) @101
}
define "launch" @110 (db: conn *, id: long *) {
  t0 = call "start" (p1, fn "entry", p0) @111
  result = t0
}
define "main" @1 {
  v0 = call "open" () @5
  v1 = call "launch" (v0, &v2) @10
  call "join" (v2) @20
  call "exec" (v0) @21
  call "close" (v0) @22
}
)"),
            "");
}

TEST(ThreadsHelper, ThreadThatMayNotHaveStartedIsSilentOnThatPath) {
  EXPECT_EQ(threadFaults(R"(
define "entry" @100 (db: conn *) {
  call "exec" (p0) @101
}
define "main" @1 {
b0:
  v0 = call "open" () @5
  v1 = call "start" (&v2, fn "entry", v0) @10
  branch v1 b1 b2 "rc" @11
b1:
  call "exec" (v0) @12
  call "close" (v0) @13
  return @14
b2:
  call "join" (v2) @20
  call "close" (v0) @21
  return @22
}
)"),
            "");
}

//--- Loops, globals, copies -------------------------------------------------//

constexpr std::string_view LoopOverThreads = R"(
define "entry" @100 (db: conn *) {
  call "exec" (p0) @101
}
)";

TEST(ThreadsLoop, OneConnectionForAllTurnsIsReported) {
  EXPECT_EQ(threadFaults(std::string(LoopOverThreads) + R"(
define "main" @1 {
b0:
  v0 = call "open" () @5
  v1 = 0
b1:
  t0 = v1 < 4
  branch t0 b2 b3 "i < 4" @9
b2:
  t1 = call "start" (&v2.[t2], fn "entry", v0) @10
  v1 = v1 + 1
  jump b1
b3:
  return @90
}
)"),
            "101/101");
}

TEST(ThreadsLoop, ConnectionOfEachTurnIsSilent) {
  EXPECT_EQ(threadFaults(std::string(LoopOverThreads) + R"(
define "main" @1 {
b0:
  v1 = 0
b1:
  t0 = v1 < 4
  branch t0 b2 b3 "i < 4" @9
b2:
  t3 = call "open" () @10
  t2 = v1
  v0.[t2] = t3
  t1 = call "start" (&v2.[t2], fn "entry", v0.[t2]) @11
  v1 = v1 + 1
  jump b1
b3:
  return @90
}
)"),
            "");
}

TEST(ThreadsLoop, JoinInEveryTurnIsSilent) {
  EXPECT_EQ(threadFaults(std::string(LoopOverThreads) + R"(
define "main" @1 {
b0:
  v0 = call "open" () @5
  v1 = 0
b1:
  t0 = v1 < 4
  branch t0 b2 b3 "i < 4" @9
b2:
  call "run" (&v2, fn "entry", v0) @10
  call "join" (v2) @11
  v1 = v1 + 1
  jump b1
b3:
  call "close" (v0) @20
  return @90
}
)"),
            "");
}

TEST(ThreadsGlobal, GlobalOnBothSidesIsReported) {
  EXPECT_EQ(threadFaults(R"(
global "db" db: "conn *"
define "entry" @100 (nothing: void *) {
  call "exec" (@"db") @101
}
define "main" @1 {
  @"db" = call "open" () @5
  t0 = call "start" (&v0, fn "entry", 0) @10
  call "exec" (@"db") @20
  call "join" (v0) @21
}
)"),
            "101/20");
}

TEST(ThreadsGlobal, ThreadLocalIsSilent) {
  EXPECT_EQ(threadFaults(R"(
global "db" db: "conn *" thread_local
define "entry" @100 (nothing: void *) {
  @"db" = call "open" () @101
  call "exec" (@"db") @102
  call "close" (@"db") @103
}
define "main" @1 {
  @"db" = call "open" () @5
  t0 = call "start" (&v0, fn "entry", 0) @10
  call "exec" (@"db") @20
  call "join" (v0) @21
  call "close" (@"db") @22
}
)"),
            "");
}

TEST(ThreadsMany, ParallelRegionMeetsItself) {
  EXPECT_EQ(threadFaults(R"(
class "lambda" calloperator "body" closure {
  field db: "conn *"
}
define "body" @100 class "lambda" hidden {
  call "exec" (this.*.db) @101
}
define "main" @1 {
  v0 = call "open" () @5
  make v1 "lambda"
  v1.db = v0
  call "parallel" (&v1) @10
  call "exec" (v0) @20
  call "close" (v0) @21
}
)"),
            "101/101");
}

TEST(ThreadsMany, ConnectionOpenedInTheRegionIsSilent) {
  EXPECT_EQ(threadFaults(R"(
class "lambda" calloperator "body" closure {
}
define "body" @100 class "lambda" hidden {
  v0 = call "open" () @101
  call "exec" (v0) @102
  call "close" (v0) @103
}
define "main" @1 {
  make v1 "lambda"
  call "parallel" (&v1) @10
}
)"),
            "");
}

} // namespace
} // namespace cursor_tidy::solve
