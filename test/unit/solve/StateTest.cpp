//===- StateTest.cpp - merging states
//---------------------------------------===//
#include "solve/State.h"

#include <gtest/gtest.h>

using namespace cursor_tidy;
using namespace cursor_tidy::solve;

namespace {

LatentUse useAt(unsigned Line, bool Closes = false) {
  PathStep Step{.Kind = Closes ? StepKind::Closed : StepKind::Accessed};
  Step.At.Line = Line;
  LatentUse Use;
  Use.Handle = 7;
  Use.Closes = Closes;
  Use.Path = std::make_shared<const std::vector<PathStep>>(
      std::vector<PathStep>{Step});
  return Use;
}

std::vector<unsigned> merged(std::vector<LatentUse> L,
                             std::vector<LatentUse> R) {
  Values Ids;
  State Into, From;
  Into.Uses.write() = std::move(L);
  From.Uses.write() = std::move(R);
  mergeInto(Into, From, Ids, 1);
  std::vector<unsigned> Lines;
  for (const LatentUse &Use : *Into.Uses)
    Lines.push_back(Use.Path->front().At.Line);
  return Lines;
}

using Lines = std::vector<unsigned>;

TEST(MergedUses, KeepTheOrderOfBothPaths) {
  EXPECT_EQ(merged({useAt(9, true)}, {useAt(3), useAt(9, true)}),
            (Lines{3, 9}));
  EXPECT_EQ(merged({useAt(3), useAt(9, true)}, {useAt(9, true)}),
            (Lines{3, 9}));
  EXPECT_EQ(merged({useAt(1), useAt(9, true)},
                   {useAt(1), useAt(4), useAt(9, true), useAt(12)}),
            (Lines{1, 4, 9, 12}));
}

TEST(MergedUses, PutTheCloseOfOnePathBehindTheAccessOfTheOther) {
  EXPECT_EQ(merged({useAt(3)}, {useAt(9, true)}), (Lines{3, 9}));
  EXPECT_EQ(merged({useAt(9, true)}, {useAt(3)}), (Lines{3, 9}));
}

} // namespace
