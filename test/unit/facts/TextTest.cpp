//===- TextTest.cpp - the text format, both ways --------------------------===//
#include "SampleProgram.h"

#include "facts/Text.h"

#include <gtest/gtest.h>

namespace cursor_tidy::facts {
namespace {

/// The program, or a failure that shows the parser's error.
Program parsed(std::string_view Text) {
  llvm::Expected<Program> Read = parseProgram(Text);
  if (Read)
    return *std::move(Read);
  ADD_FAILURE() << llvm::toString(Read.takeError()) << "\nin\n" << Text;
  return {};
}

std::string mistakeIn(std::string_view Text) {
  llvm::Expected<Program> Read = parseProgram(Text);
  return Read ? "no mistake" : llvm::toString(Read.takeError());
}

std::string reprinted(std::string_view Line) {
  llvm::Expected<Action> Read = parseAction(Line);
  if (!Read)
    return llvm::toString(Read.takeError());
  Function F;
  F.Blocks = {{{{*Read, {}}}, Return{}, {}}};
  std::string All = print(F);
  size_t Begin = All.find("b0:\n  ") + 6;
  return All.substr(Begin, All.find('\n', Begin) - Begin);
}

TEST(Text, ReadsBackWhatItPrints) {
  Program Sample = sampleProgram();
  std::string Text = print(Sample);
  Program Back = parsed(Text);
  EXPECT_EQ(Text, print(Back));
  EXPECT_TRUE(Sample == Back);
}

TEST(Text, ReadsBackOneFunction) {
  Function Sample = sampleProgram().Functions.front();
  Program Back = parsed(print(Sample));
  ASSERT_EQ(Back.Functions.size(), 1u);
  EXPECT_TRUE(Back.Functions.front() == Sample);
}

TEST(Text, HasTheSyntaxThatEventsDocument) {
  for (std::string_view Line : {
           "v0 = p1.*",
           "t0 = v0 == 5",
           "t0 = not v0",
           "t0 = v0 hasbits 32768",
           "t0 = openchildren p0",
           "t0 = p0 openchild text \"db/stmt\"",
           "make v0 \"class\"",
           "v0 = allocate \"class\"",
           "free v0",
           "end v0",
           "t0 = iterate v0 cursor t1",
           "t0 = call \"symbol\" (v0, 5) this &v2 unwind b7",
           "open \"sqlite3/sqlite3_stmt\" p3.* from p0",
           "open \"k\" p0 level 1 by \"SQLITE_OPEN_NOMUTEX\" borrowed",
           "close p0 children ends",
           "close \"k\" p0 children detaches retained",
           "t0 = text \"main\"",
           "access \"sqlite3/sqlite3_stmt\" p0 readonly",
           "result = borrow p0 until \"row\"",
           "invalidate p0 \"row\" children",
           "result = parent p0 \"sqlite3/sqlite3\"",
           "escape p1",
           "configure \"sqlite3\" level 0 by \"SQLITE_CONFIG_SINGLETHREAD\"",
           "spawn p0.* p2 (p3) this p4 many blocking",
           "join p0",
           "lock shared p0",
           "result = fork",
           "fork vfork",
           "leave exit",
           "leave cancelled",
           "cancel p0",
           "shield",
           "unshield",
           "atexit p0",
           "resetchild p0",
       })
    EXPECT_EQ(reprinted(Line), Line);
}

TEST(Text, ReadsTerminators) {
  auto Read = parseTerminator("switch v0 { 0: b1, 1..4: b2 } b3");
  ASSERT_TRUE(bool(Read)) << llvm::toString(Read.takeError());
  const Switch &S = std::get<Switch>(*Read);
  ASSERT_EQ(S.Cases.size(), 2u);
  EXPECT_EQ(S.Cases[1].High, 4);
  EXPECT_EQ(S.Default, 3u);
}

TEST(Text, TakesAShortFunction) {
  Program P = parsed(R"(
# what a person writes
unit "a.c"
kind "sqlite3/sqlite3_stmt" role cursor
define "f" (db: sqlite3* handle "sqlite3/sqlite3", n: int, s: const char*) {
  v1 = call "g" (p0) @4   # no block label, no declaration of v1
  t0 = v1 == 0
  branch t0 b2 b1
b1:
  return 7
b2:
}
)");
  ASSERT_EQ(P.Functions.size(), 1u);
  const Function &F = P.Functions[0];
  EXPECT_EQ(F.Text, Name("f"));
  EXPECT_EQ(F.Locals.size(), 2u);
  EXPECT_EQ(F.Temps, 1u);
  EXPECT_TRUE(F.Params[0].IsPointer && !F.Params[0].IsBorrow);
  EXPECT_TRUE(F.Params[1].IsBorrow && F.Params[2].IsBorrow);
  ASSERT_EQ(F.Blocks.size(), 3u);
  EXPECT_EQ(F.Blocks[0].Events[0].At.Line, 4u);
  EXPECT_EQ(F.Blocks[0].Events[0].At.File, Name("a.c"));
  EXPECT_EQ(F.Blocks[1].Events.size(), 1u) << "result = 7";
  EXPECT_TRUE(std::holds_alternative<Return>(F.Blocks[2].End));
}

TEST(Text, DerivesAKindFromItsKey) {
  HandleKind K = parsed("kind \"libpq/PGconn\"").Kinds.at(0);
  EXPECT_EQ(K.Driver, Name("libpq"));
  EXPECT_EQ(K.Title, Name("libpq"));
  EXPECT_EQ(K.Type, Name("PGconn"));
}

TEST(Text, GoesOnInTheNextBlock) {
  Program P = parsed("define \"f\" {\nb0:\n  end v0\nb1:\n  return\n}");
  EXPECT_EQ(std::get<Jump>(P.Functions.at(0).Blocks.at(0).End).To, 1u);
}

TEST(Text, SaysWhatWasFoundAndExpected) {
  EXPECT_EQ(mistakeIn("define \"f\" {\n  v0 = = 3\n}"),
            "line 2: found '=', expected a value");
  EXPECT_EQ(mistakeIn("define \"f\" {\n  close p0.\n}"),
            "line 2: found 'p0', expected a parameter that the function has");
  EXPECT_EQ(mistakeIn("define \"f\" (a: int) {\n  close p0 now\n}"),
            "line 2: found 'now', expected the end of the line");
  EXPECT_EQ(mistakeIn("define \"f\" {\n  jump b4\n}"),
            "line 1: the function leads to b4, expected one of its 1 blocks");
  EXPECT_EQ(mistakeIn("define \"f"),
            "line 1: found a string without its closing quote, expected the "
            "symbol of a function");
  EXPECT_EQ(mistakeIn("kind \"a/b\" role king"),
            "line 1: found 'king', expected a role: environment, connection, "
            "cursor");
  EXPECT_EQ(mistakeIn("define \"f\" {\n"),
            "line 2: found the end of the text, expected '}'");
}

TEST(Text, RefusesNumbersThatDoNotFit) {
  EXPECT_EQ(reprinted("v0 = 9223372036854775808"),
            "line 1: found '9223372036854775808', expected an integer");
  EXPECT_EQ(reprinted("v0 = -9223372036854775808"),
            "v0 = -9223372036854775808");
  EXPECT_EQ(reprinted("v9999999999 = 1"),
            "line 1: found 'v9999999999', expected an event");
}

/// Every cut of a text is either read or refused, never worse.
TEST(Text, SurvivesEveryCut) {
  std::string Text = print(sampleProgram());
  for (size_t Length = 0; Length < Text.size(); Length += 3) {
    auto Read = parseProgram(std::string_view(Text).substr(0, Length));
    if (!Read)
      EXPECT_EQ(llvm::toString(Read.takeError()).substr(0, 5), "line ");
  }
}

} // namespace
} // namespace cursor_tidy::facts
