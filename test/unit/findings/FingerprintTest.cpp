//===- FingerprintTest.cpp - which finding is the same as before ----------===//
#include "findings/Fingerprint.h"

#include <gtest/gtest.h>

namespace cursor_tidy::findings {
namespace {

Finding finding(std::string_view File, uint32_t Line) {
  Finding F;
  F.Check = "cursor-unclosed";
  F.At.File = facts::Name(File);
  F.At.Line = Line;
  F.Function = "load";
  F.Handle.Name = "stmt";
  F.Handle.Type = "sqlite3_stmt";
  return F;
}

TEST(Fingerprint, DoesNotChangeWhenLinesShiftOrTheTreeMoves) {
  EXPECT_EQ(fingerprintOf(finding("/a/load.c", 4), "return"),
            fingerprintOf(finding("/b/c/load.c", 40), "return"));
}

/// Users commit fingerprints: a new build must find the old ones again.
TEST(Fingerprint, IsTheSameInEveryBuild) {
  EXPECT_EQ(fingerprintOf(finding("/a/load.c", 4), "return"),
            "5b73a2c499649ae6");
}

TEST(Fingerprint, DependsOnEachOfItsParts) {
  std::string Before = fingerprintOf(finding("load.c", 4), "return");
  Finding Other = finding("save.c", 4);
  EXPECT_NE(Before, fingerprintOf(Other, "return"));
  Other = finding("load.c", 4);
  EXPECT_NE(Before, fingerprintOf(Other, "thrown"));
  Other.Function = "save";
  EXPECT_NE(Before, fingerprintOf(Other, "return"));
  Other = finding("load.c", 4);
  Other.Handle.Name = "stmt2";
  EXPECT_NE(Before, fingerprintOf(Other, "return"));
}

TEST(Fingerprint, BordersBetweenPartsCount) {
  Finding L = finding("a.c", 1), R = finding("a.c", 1);
  L.Handle.Name = "ab", L.Handle.Type = "c";
  R.Handle.Name = "a", R.Handle.Type = "bc";
  EXPECT_NE(fingerprintOf(L, "return"), fingerprintOf(R, "return"));
}

TEST(Fingerprint, FindingsOfALikeAreToldApartByTheirOrder) {
  std::vector<Finding> Three(3, finding("load.c", 4));
  for (Finding &F : Three)
    F.Fingerprint = fingerprintOf(F, "return");
  std::string First = Three[0].Fingerprint;
  tellApart(Three);
  EXPECT_EQ(Three[0].Fingerprint, First);
  EXPECT_NE(Three[1].Fingerprint, First);
  EXPECT_NE(Three[1].Fingerprint, Three[2].Fingerprint);
}

} // namespace
} // namespace cursor_tidy::findings
