//===- MergingTest.cpp - functions with more outcomes than are kept -------===//
#include "SolveFixture.h"

namespace cursor_tidy::solve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string number(unsigned N) { return std::to_string(N); }

/// `work` closes `s->c` for each of 30 codes, which it leaves in `s->rc`, or
/// leaves zero there; its caller does Then with what is zero.
std::string manyCodes(const std::string &WhenZero, const std::string &Else) {
  std::string Cases, Blocks;
  for (unsigned I = 1; I <= 30; ++I) {
    Cases += (I > 1 ? ", " : "") + number(I) + ": b" + number(I);
    Blocks += "b" + number(I) +
              ":\n  call \"close\" (p0.*.c) @2\n  p0.*.rc = " + number(I) +
              "\n  return @3\n";
  }
  return R"(
declare "code" "code" ()
define "work" (s: set*) {
b0:
  t0 = call "code" () @1
  switch t0 {)" +
         Cases + "} b31 \"code()\" @1\n" + Blocks + R"(b31:
  p0.*.rc = 0
  return @4
}
define "f" () {
  v0 s
b0:
  make v0
  v0.c = call "connect" () @11
  call "work" (&v0) @12
  branch v0.rc b1 b2 "s.rc" @13
b1:
)" + Else +
         R"(  return @15
b2:
)" + WhenZero +
         "  return @16\n}\n";
}

TEST(Merging, AStatusTellsWhatBecameOfTheHandleThoughItsCodesAreMany) {
  EXPECT_THAT(faults(manyCodes("  call \"close\" (v0.c) @14\n", "")),
              IsEmpty());
}

TEST(Merging, TheOnlyOutcomeOfItsKindIsNotGivenUp) {
  EXPECT_THAT(faults(manyCodes("", "")),
              ElementsAre("unclosed s.c opened 11, return 16"));
}

/// `tidy` closes those of the connections in an object whose flag is set: more
/// outcomes than are kept, none like another.
std::string manyHandles(unsigned Count, bool IsSet) {
  std::string Tidy = "define \"tidy\" (s: set*) {\n", Fill, Use;
  for (unsigned I = 0; I < Count; ++I) {
    const std::string N = number(I);
    Tidy += "b" + number(2 * I) + ":\n  branch p0.*.f" + N + " b" +
            number(2 * I + 1) + " b" + number(2 * I + 2) + " \"f\"\nb" +
            number(2 * I + 1) + ":\n  call \"close\" (p0.*.c" + N + ") @2\n";
    Fill += "  v0.c" + N + " = call \"connect\" () @11\n  v0.f" + N + " = " +
            (IsSet ? "1" : "0") + "\n";
    Use += "  call \"ping\" (v0.c" + N + ") @13\n  call \"close\" (v0.c" + N +
           ") @14\n";
  }
  return Tidy + "b" + number(2 * Count) +
         ":\n  return @3\n}\ndefine \"f\" () {\n  v0 s\nb0:\n  make v0\n" +
         Fill + "  call \"tidy\" (&v0) @12\n" + Use + "  return @15\n}\n";
}

TEST(Merging, AnOutcomeThatWasGivenUpIsNotReplacedByOthers) {
  EXPECT_THAT(faults(manyHandles(6, false)), IsEmpty());
}

TEST(Merging, OutcomesThatWereKeptAreTaken) {
  EXPECT_THAT(faults(manyHandles(1, true)),
              ElementsAre("stale s.c0 access 13, closed 12",
                          "stale s.c0 double close 14, closed 12"));
}

} // namespace
} // namespace cursor_tidy::solve
