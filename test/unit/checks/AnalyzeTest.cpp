//===- AnalyzeTest.cpp - the pipeline from programs to findings -----------===//
#include "Analyze.h"
#include "facts/Text.h"

#include <gtest/gtest.h>

namespace cursor_tidy {
namespace {

facts::Program unit(std::string_view Text) {
  llvm::Expected<facts::Program> Read = facts::parseProgram(Text);
  if (Read)
    return *std::move(Read);
  ADD_FAILURE() << llvm::toString(Read.takeError());
  return {};
}

/// Opens a handle with a helper and hands it to `finish`, of another unit.
facts::Program opener() {
  return unit(R"(
unit "open.c"
kind "db/conn" closer "db_close"
model "db_open" {
  result = allocate
  open "db/conn" result
}
declare "finish" (db: conn*)
define "run" @1:1 {
  v0 conn
  v0 = call "db_open" () @2
  call "finish" (v0) @3
  return @4
}
)");
}

facts::Program finisher(std::string_view Body) {
  std::string Text = "unit \"finish.c\"\n"
                     "model \"db_close\" (db: conn*) {\n  close p0\n}\n"
                     "define \"finish\" (db: conn*) {\n";
  return unit(Text.append(Body).append("\n}\n"));
}

bool all(std::string_view) { return true; }

TEST(Analyze, SeesAcrossUnits) {
  auto Leaks = analyze({opener(), finisher("  return @2")}, {}, all);
  ASSERT_EQ(Leaks.Findings.size(), 1u);
  EXPECT_EQ(Leaks.Findings[0].Check, "cursor-unclosed");
  EXPECT_EQ(Leaks.Findings[0].At.Line, 2u);
  EXPECT_EQ(Leaks.Findings[0].Handle.Name, "conn");
  auto Closes =
      analyze({opener(), finisher("  call \"db_close\" (p0) @2")}, {}, all);
  EXPECT_TRUE(Closes.Findings.empty());
}

TEST(Analyze, RunsTheEnabledChecksOnly) {
  auto IsEnabled = [](std::string_view Check) {
    return Check == "cursor-thread-share";
  };
  auto None = analyze({opener(), finisher("  return @2")}, {}, IsEnabled);
  EXPECT_TRUE(None.Findings.empty());
  EXPECT_GT(None.Count.Functions, 0u) << "it was analysed nevertheless";
}

TEST(Analyze, ALevelOfTheUserReplacesTheDeclaredOne) {
  Options Options;
  Options.DriverLevels["db"] = 0;
  auto Leaks = analyze({opener(), finisher("  return @2")}, Options, all);
  ASSERT_EQ(Leaks.Findings.size(), 1u);
  EXPECT_EQ(Leaks.Findings[0].Handle.Level, 0);
}

} // namespace
} // namespace cursor_tidy
