//===- RecallTest.cpp - what a change makes a run solve again -------------===//
#include "SolveFixture.h"

namespace cursor_tidy::solve {
namespace {

/// A helper that a wrapper calls, who calls the wrapper, and a stranger.
std::string program(const std::string &Helper, const std::string &More = "") {
  return R"(
define "helper" (db: conn*) {
b0:
)" + Helper +
         R"(
  return @4
}
define "wrapper" (db: conn*) {
b0:
  call "helper" (p0) @6
  return @7
}
define "user" () {
  v0 db: "conn *"
b0:
  v0 = call "connect" () @9
  call "wrapper" (v0) @10
  end v0 @11
  return @11
}
define "stranger" () {
  v0 db: "conn *"
b0:
  v0 = call "connect" () @20
  end v0 @21
  return @21
}
)" + More;
}

class Recall : public testing::Test {
protected:
  /// Solves a program after those before it: how many functions were solved,
  /// and how many faults were found.
  std::pair<size_t, size_t> run(const std::string &Text) {
    facts::Program Read =
        llvm::cantFail(facts::parseProgram(std::string(Driver) + Text));
    Memory Before = Recalled;
    Solution Found = solve(Read, {}, &Before);
    EXPECT_EQ(wholeOf(Found), wholeOf(solveWith(Recalled, Read)));
    return {Before.Simulated, Found.Unclosed.size()};
  }
  Memory Recalled;
};

constexpr const char *Closes = "  call \"close\" (p0) @2";
constexpr const char *Pings = "  call \"ping\" (p0) @2";

TEST_F(Recall, SolvesNothingWhenNothingHasChanged) {
  run(program(Closes));
  EXPECT_FALSE(run(program(Closes)).first);
  EXPECT_FALSE(Recalled.HasChanged);
}

TEST_F(Recall, SolvesWhoeverReadsASummaryThatHasChanged) {
  EXPECT_EQ(run(program(Closes)).second, 1U);
  const auto [Simulated, Faults] = run(program(Pings));
  EXPECT_EQ(Faults, 2U);
  // Helper, wrapper and user, and for their sake "connect" and "ping"; and
  // "close", which nobody calls any more.
  EXPECT_EQ(Simulated, 6U);
  EXPECT_EQ(run(program(Closes)).second, 1U);
}

TEST_F(Recall, EndsWhereASummaryIsAsItWas) {
  run(program(Closes));
  // The helper looks different and does the same.
  const auto [Simulated, Faults] =
      run(program(std::string("  t0 = 1 @2\n") + Closes));
  EXPECT_EQ(Faults, 1U);
  EXPECT_EQ(Simulated, 2U);
}

TEST_F(Recall, KnowsAFunctionThatIsNewOrGone) {
  const std::string More = R"(
define "another" () {
b0:
  t0 = call "connect" () @30
  call "wrapper" (t0) @31
  return @32
}
)";
  run(program(Pings));
  EXPECT_EQ(run(program(Pings, More)).second, 3U);
  EXPECT_EQ(run(program(Pings)).second, 2U);
}

TEST_F(Recall, AsksWhetherAFunctionHasCallers) {
  const std::string Given = R"(
define "doubtful" (db: conn**) {
b0:
  branch p0.* b1 b2 @40
b1:
  p0.* = call "connect" () @41
  return @41
b2:
  return @42
}
)";
  const std::string Caller = R"(
define "calls" () {
  v0 db: "conn *"
b0:
  v0 = 0 @50
  call "doubtful" (&v0) @51
  end v0 @52
  return @52
}
)";
  run(program(Closes, Given));
  run(program(Closes, Given + Caller));
  run(program(Closes, Given));
}

TEST_F(Recall, SolvesCyclesAnew) {
  const std::string Cycle = R"(
define "even" (db: conn*) {
b0:
  t0 = ?
  branch t0 b1 b2 @60
b1:
  call "odd" (p0) @61
  return @61
b2:
  call "close" (p0) @62
  return @62
}
define "odd" (db: conn*) {
b0:
  call "even" (p0) @63
  return @63
}
define "counts" () {
b0:
  t0 = call "connect" () @64
  call "odd" (t0) @65
  return @65
}
)";
  run(program(Closes, Cycle));
  run(program(Closes, Cycle));
  run(program(Pings, Cycle));
}

TEST_F(Recall, FollowsCallablesThatCallersSupply) {
  auto Text = [](const char *Callee) {
    return program(Closes, std::string(R"(
define "apply" (what: "void *", db: conn*) {
b0:
  call p0 (p1) @70
  return @70
}
define "applies" () {
b0:
  t0 = call "connect" () @71
  call "apply" (fn ")") + Callee +
                               R"(", t0) @72
  return @73
}
)");
  };
  run(Text("helper"));
  run(Text("helper"));
  run(Text("ping"));
  run(Text("helper"));
}

TEST_F(Recall, ForgetsAllWhenALevelChanges) {
  run(program(Closes));
  facts::Program Read = llvm::cantFail(
      facts::parseProgram(std::string(Driver) + program(Closes)));
  Settings Other;
  Other.DriverLevels[facts::Name("db")] = 0;
  solveWith(Recalled, Read, Other);
  EXPECT_TRUE(run(program(Closes)).first);
}

TEST_F(Recall, ForgetsAllWhenASettingChanges) {
  facts::Program Read = llvm::cantFail(
      facts::parseProgram(std::string(Driver) + program(Closes)));
  Memory Known;
  solve(Read, {}, &Known);
  solve(Read, {.ThrowingCalls = true}, &Known);
  EXPECT_TRUE(Known.Simulated);
  solve(Read, {.ThrowingCalls = true}, &Known);
  EXPECT_FALSE(Known.Simulated);
}

TEST_F(Recall, AsksHowAFunctionIsDeclaredThatIsNotSeen) {
  const std::string Caller = R"(
define "calls" () {
  v0 db: "conn *"
b0:
  v0 = call "connect" () @80
  call "unseen" (0) unwind b1 @81
  call "close" (v0) @82
  return @82
b1:
  throw @83
}
)";
  Settings Throwing;
  Throwing.ThrowingCalls = true;
  Memory Known;
  for (const char *Word : {"", " maythrow", ""}) {
    facts::Program Read = llvm::cantFail(
        facts::parseProgram(std::string(Driver) + "declare \"unseen\"" + Word +
                            " (db: conn*)\n" + Caller));
    EXPECT_EQ(solveWith(Known, Read, Throwing).Unclosed.size(),
              *Word ? 1U : 0U);
  }
}

TEST(Memory, IsEmptyWhenItsBytesAreDamaged) {
  facts::Program Read = llvm::cantFail(
      facts::parseProgram(std::string(Driver) + program(Closes)));
  Memory Full;
  solve(Read, {}, &Full);
  const std::string Bytes = writeMemory(Full);
  EXPECT_EQ(writeMemory(readMemory(Bytes)), Bytes);
  for (size_t Length = 0; Length < Bytes.size(); Length += 7)
    EXPECT_TRUE(readMemory(Bytes.substr(0, Length)).Records.empty());
  EXPECT_TRUE(readMemory(Bytes + "x").Records.empty());
  // Whatever the bytes are, reading them ends.
  for (size_t At = 0; At < Bytes.size(); At += 3) {
    std::string Damaged = Bytes;
    Damaged[At] = char(Damaged[At] ^ 0x55);
    readMemory(Damaged);
  }
}

} // namespace
} // namespace cursor_tidy::solve
