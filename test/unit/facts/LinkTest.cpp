//===- LinkTest.cpp - programs of units joined ----------------------------===//
#include "facts/Link.h"
#include "facts/Text.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cursor_tidy::facts {
namespace {

Program unit(std::string_view Text) {
  llvm::Expected<Program> Read = parseProgram(Text);
  if (Read)
    return *std::move(Read);
  ADD_FAILURE() << llvm::toString(Read.takeError());
  return {};
}

const Function &function(const Program &P, std::string_view Symbol) {
  auto Found = std::find_if(
      P.Functions.begin(), P.Functions.end(),
      [&](const Function &F) { return F.Symbol.text() == Symbol; });
  EXPECT_NE(Found, P.Functions.end()) << Symbol;
  return *Found;
}

Program a() {
  return unit(R"(
unit "a.cpp"
kind "sqlite3/sqlite3"
level "sqlite3" level 1 by "SQLITE_THREADSAFE" @"sqlite3.h":3
class "Pool" {
  field db: "sqlite3 *"
  method "Pool::used by a"
}
class "Forward" {
}
global "g" g: "Wrapper"
declare "elsewhere" (db: sqlite3*)
define "inline" {
  return 1
}
model "sqlite3_close" (db: sqlite3*) {
  close p0
}
)");
}

Program b() {
  return unit(R"(
unit "b.cpp"
kind "sqlite3/sqlite3"
kind "libpq/PGconn"
level "sqlite3" level 1 by "SQLITE_THREADSAFE" @"sqlite3.h":3
class "Pool" {
  field db: "sqlite3 *"
  method "Pool::used by b"
}
class "Forward" {
  field x: "int"
}
global "g" g: "Wrapper" class "Wrapper" destructor "~Wrapper"
define "elsewhere" (db: sqlite3*) {
  access p0
}
define "inline" {
  return 2
}
define "sqlite3_close" (db: sqlite3*) {
  escape p0
}
)");
}

TEST(Link, DoesNotDependOnTheOrderOfUnits) {
  EXPECT_TRUE(link({a(), b()}) == link({b(), a()}));
}

TEST(Link, DoesNotDependOnTheOrderOfUnitsOfOneFile) {
  Program Debug = a(), Release = b();
  Release.Units = Debug.Units;
  EXPECT_TRUE(link({Debug, Release}) == link({Release, Debug}));
  EXPECT_EQ(link({Debug, Release}).Units.size(), 1u);
}

TEST(Link, ABodyBeatsADeclaration) {
  EXPECT_EQ(function(link({a(), b()}), "elsewhere").Body, BodyKind::Defined);
}

TEST(Link, OfSeveralBodiesTheFirstUnitsIsKept) {
  Program Whole = link({b(), a()});
  const Event &E = function(Whole, "inline").Blocks.at(0).Events.at(0);
  EXPECT_EQ(std::get<Set>(E.What).From, Value::number(1));
}

TEST(Link, AModelOwnsItsFunctions) {
  EXPECT_EQ(function(link({a(), b()}), "sqlite3_close").Body,
            BodyKind::Modelled);
}

TEST(Link, KindsAndLevelsAreKeptOnce) {
  Program Whole = link({a(), b()});
  EXPECT_EQ(Whole.Kinds.size(), 2u);
  EXPECT_EQ(Whole.Levels.size(), 1u);
}

TEST(Link, AClassHasTheMethodsOfAllUnits) {
  Program Whole = link({a(), b()});
  ASSERT_EQ(Whole.Classes.size(), 2u);
  EXPECT_EQ(Whole.Classes[1].Methods.size(), 2u) << "Pool";
  EXPECT_EQ(Whole.Classes[0].Fields.size(), 1u) << "Forward";
}

TEST(Link, AGlobalsDefinitionBeatsItsDeclaration) {
  Program Whole = link({a(), b()});
  ASSERT_EQ(Whole.Globals.size(), 1u);
  EXPECT_EQ(Whole.Globals[0].Destructor, Name("~Wrapper"));
}

TEST(Link, NothingGivesNothing) { EXPECT_TRUE(link({}) == Program()); }

} // namespace
} // namespace cursor_tidy::facts
