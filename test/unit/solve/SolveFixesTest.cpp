//===- SolveFixesTest.cpp - one statement that settles a fault ------------===//
#include "SolveFixture.h"

namespace cursor_tidy::solve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Solution solved(const std::string &Program) {
  llvm::Expected<facts::Program> Read =
      facts::parseProgram(std::string(Driver) + Program);
  if (Read)
    return solveInAllWays(*Read);
  ADD_FAILURE() << llvm::toString(Read.takeError());
  return {};
}

/// `opened 3: finalize(stmt); at 6`, or without what no statement settles.
std::vector<std::string> fixes(const std::string &Program) {
  std::vector<std::string> Lines;
  for (const Lost &F : solved(Program).Unclosed) {
    std::string Line = "opened " + std::to_string(F.At.Line);
    if (F.Fix)
      Line += ": " + std::string(F.Fix->Statement.text()) + " at " +
              std::to_string(F.Fix->Where.Into.Line);
    Lines.push_back(Line);
  }
  return Lines;
}

/// Prepares at 3, on success steps at 5 and leaves at 6 or, closed, at 8.
std::string early(const std::string &BeforeStep, const std::string &Before6) {
  return R"(
define "f" (db: conn*, n: int) {
  v0 stmt: "stmt *"
  v1 other: "stmt *"
  closing v0 "db/stmt" "finalize(stmt);"
b0:
  t0 = call "prepare" (p0, &v0) @3
  branch t0 b4 b1 "rc" @4
b1:
)" + BeforeStep +
         R"(
  t1 = call "step" (v0) @5
  branch t1 b2 b3 "bad" @5
b2:
)" + Before6 +
         R"(
  spot "" " " @6 @6
  end v0 @6
  return @6
b3:
  call "finalize" (v0) @8
  jump b4
b4:
  end v0 @8
  return @8
}
)";
}

TEST(Fixes, ACloseBeforeTheOnlyWayOut) {
  EXPECT_THAT(fixes(early("", "")),
              ElementsAre("opened 3: finalize(stmt); at 6"));
}

TEST(Fixes, NoneWhereSomePathHasClosedItOrNeverOpened) {
  EXPECT_THAT(fixes(R"(
define "f" (db: conn*, n: int) {
  v0 stmt: "stmt *"
  closing v0 "db/stmt" "finalize(stmt);"
b0:
  v0 = 0
  branch p1 b1 b2 "n" @2
b1:
  t0 = call "prepare" (p0, &v0) @3
  jump b2
b2:
  spot "" " " @6 @6
  end v0 @6
  return @6
}
)"),
              ElementsAre("opened 3"));
}

TEST(Fixes, NoneWhereItIsLostElsewhereToo) {
  EXPECT_THAT(fixes(R"(
define "f" (db: conn*, n: int) {
  v0 stmt: "stmt *"
  closing v0 "db/stmt" "finalize(stmt);"
b0:
  t0 = call "prepare" (p0, &v0) @3
  branch t0 b3 b1 "rc" @4
b1:
  branch p1 b2 b4 "n" @5
b2:
  spot "" " " @6 @6
  end v0 @6
  return @6
b3:
  end v0 @7
  return @7
b4:
  spot "" " " @8 @8
  end v0 @8
  return @8
}
)"),
              ElementsAre("opened 3"));
}

TEST(Fixes, TheChildBeforeItsParent) {
  EXPECT_THAT(fixes(R"(
define "f" () {
  v0 db: "conn *"
  v1 stmt: "stmt *"
  closing v0 "db/conn" "close(db);"
  closing v1 "db/stmt" "finalize(stmt);"
b0:
  v0 = call "connect" () @2
  t0 = call "prepare" (v0, &v1) @3
  branch t0 b1 b2 "rc" @4
b1:
  call "close" (v0) @4
  end v1 @4
  end v0 @4
  return @4
b2:
  spot "" " " @6 @6
  end v1 @6
  end v0 @6
  return @6
}
)"),
              ElementsAre("opened 2", "opened 3: finalize(stmt); at 6"));
}

TEST(Fixes, NoneWhereSomethingElseHoldsIt) {
  EXPECT_THAT(fixes(early("v1 = v0", "")), ElementsAre("opened 3"));
}

TEST(Fixes, NoneForAnotherKindOfHandle) {
  std::string Program = early("", "");
  size_t At = Program.find("\"db/stmt\" \"finalize");
  Program.replace(At, 9, "\"db/conn\"");
  EXPECT_THAT(fixes(Program), ElementsAre("opened 3"));
}

//--- bounds
//------------------------------------------------------------------//

/// Opens handles on conditions that nobody knows, and closes none: every state
/// is another.
std::string tooLarge(unsigned Handles) {
  std::string Text = "define \"large\" @7 (db: conn*, n: int) {\n";
  for (unsigned I = 0; I < Handles; ++I) {
    std::string B = std::to_string(2 * I), Then = std::to_string(2 * I + 1),
                Next = std::to_string(2 * I + 2), V = std::to_string(I);
    Text += "b" + B + ":\n  branch p1.*.f" + V + " b" + Then + " b" + Next +
            "\nb" + Then + ":\n  t0 = call \"prepare\" (p0, &v" + V +
            ") @9\n  jump b" + Next + "\n";
  }
  return Text + "b" + std::to_string(2 * Handles) + ":\n  return @10\n}\n";
}

TEST(Bounds, OfAFunctionThatIsCutShortNothingIsToldButItsName) {
  Solution Few = solved(tooLarge(2)), Many = solved(tooLarge(300));
  EXPECT_FALSE(Few.Unclosed.empty());
  EXPECT_THAT(Few.CutShort, IsEmpty());
  EXPECT_EQ(Few.Count.FunctionsCut, 0u);
  EXPECT_THAT(Many.Unclosed, IsEmpty());
  ASSERT_EQ(Many.CutShort.size(), 1u);
  EXPECT_EQ(Many.CutShort.front().Function.text(), "large");
  EXPECT_EQ(Many.CutShort.front().At.Line, 7u);
  EXPECT_EQ(Many.Count.FunctionsCut, 1u);
}

TEST(Bounds, ItsCallersTakeItAsNotSeen) {
  std::string Caller = R"(
define "caller" (db: conn*, n: int) {
  v0 stmt: "stmt *"
b0:
  t0 = call "prepare" (p0, &v0) @21
  branch t0 b2 b1 "rc" @22
b1:
  call "large" (v0, p1) @23
  end v0 @24
  return @24
b2:
  end v0 @25
  return @25
}
)";
  EXPECT_THAT(solved(tooLarge(300) + Caller).Unclosed, IsEmpty());
  EXPECT_FALSE(solved(tooLarge(1) + Caller).Unclosed.empty());
}

} // namespace
} // namespace cursor_tidy::solve
