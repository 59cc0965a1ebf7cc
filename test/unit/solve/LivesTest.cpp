//===- LivesTest.cpp - objects whose life the program does not show -------===//
#include "SolveFixture.h"

namespace cursor_tidy::solve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A class whose constructor leaves nothing open, with `open`, `drop` and a
/// destructor; the tests say what the last two do.
std::string classThat(const std::string &Drops, const std::string &Destroys) {
  return R"(
class "C" destructor "~C" {
  field h: "conn*" pointer
  method "C"
  method "C.open"
  method "C.drop"
  method "~C"
}
define "C" @1 class "C" constructor {
  this.*.h = 0 @1
  return @1
}
define "C.open" @2 class "C" {
  this.*.h = call "connect" () @3
  return @3
}
define "C.drop" @4 class "C" {
)" + Drops +
         R"(
}
define "~C" @6 class "C" destructor {
)" + Destroys +
         R"(
}
)";
}

const char *const Closes = "call \"close\" (this.*.h) @7\n  return @7";

TEST(Lives, TellsAMethodThatDropsWhatTheDestructorCloses) {
  EXPECT_THAT(faults(classThat("this.*.h = 0 @5\n  return @5", Closes)),
              ElementsAre("unclosed h opened 3, overwritten 5"));
  EXPECT_THAT(faults(classThat("call \"close\" (this.*.h) @5\n"
                               "  this.*.h = 0 @5\n  return @5",
                               Closes)),
              IsEmpty());
}

TEST(Lives, TellsAMethodThatClosesWhatTheDestructorClosesAgain) {
  EXPECT_THAT(
      faults(classThat("call \"close\" (this.*.h) @5\n  return @5", Closes)),
      ElementsAre("stale h double close 7, closed 5"));
}

TEST(Lives, TellsADestructorThatForgets) {
  EXPECT_THAT(faults(classThat("this.*.busy = 1 @5\n  return @5",
                               R"(branch this.*.busy b1 b2
b1:
  return @8
b2:
  call "close" (this.*.h) @7
  return @7)")),
              ElementsAre("unclosed h opened 3, return 6"));
}

TEST(Lives, WhatAMethodReturnsHasATaker) {
  EXPECT_THAT(faults(classThat("result = this.*.h @5\n"
                               "  this.*.h = 0 @5\n  return @5",
                               Closes)),
              IsEmpty());
}

TEST(Lives, OpeningTwiceIsForbiddenByAgreement) {
  EXPECT_THAT(faults(classThat("this.*.h = call \"connect\" () @5\n"
                               "  return @5",
                               Closes)),
              IsEmpty());
}

TEST(Lives, NobodyIsMadeUpWhereTheCallersAreSeen) {
  EXPECT_THAT(faults(classThat("this.*.h = 0 @5\n  return @5", Closes) + R"(
define "use" {
  v0 c: C class "C"
b0:
  make v0 "C"
  call "C" () this &v0 @11
  call "C.drop" () this &v0 @12
  call "C.open" () this &v0 @13
  call "~C" () this &v0 @14
  end v0 @14
  return @14
}
)"),
              IsEmpty());
}

/// A class with a container that `add` fills.
std::string poolThat(const std::string &Shrinks) {
  return R"(
class "P" destructor "~P" {
  field all: "vector" class "vector"
  method "P"
  method "add"
  method "shrink"
  method "~P"
}
define "P" @1 class "P" constructor {
  this.*.all.size = 0 @1
  return @1
}
define "add" @1 class "P" {
  t1 = call "connect" () @2
  t0 = this.*.all.size
  this.*.all.[t0] = t1 @3
  t0 = t0 + 1
  this.*.all.size = t0
  return @3
}
define "shrink" @4 class "P" {
  t0 = 8 < this.*.all.size
  branch t0 b1 b2
b1:
)" + Shrinks +
         R"(
  jump b2
b2:
  return @6
}
define "~P" @7 class "P" destructor {
  t0 = 0
  jump b1
b1:
  t1 = t0 < this.*.all.size
  branch t1 b2 b3
b2:
  call "close" (this.*.all.[t0]) @8
  t0 = t0 + 1
  jump b1
b3:
  return @9
}
)";
}

TEST(Lives, ContainersHaveBeenFilledBefore) {
  EXPECT_THAT(faults(poolThat("t0 = this.*.all.size - 1 @5\n"
                              "  this.*.all.[t0] = 0 @5\n"
                              "  this.*.all.size = t0 @5")),
              ElementsAre("unclosed all opened 2, overwritten 5"));
  EXPECT_THAT(faults(poolThat("t0 = this.*.all.size - 1 @5\n"
                              "  call \"close\" (this.*.all.[t0]) @5\n"
                              "  this.*.all.[t0] = 0 @5\n"
                              "  this.*.all.size = t0 @5")),
              IsEmpty());
}

} // namespace
} // namespace cursor_tidy::solve
