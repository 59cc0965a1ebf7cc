//===- FlowTest.cpp - the path of a fault as notes ------------------------===//
#include "findings/Flow.h"

#include <gtest/gtest.h>

namespace cursor_tidy::findings {
namespace {

using solve::PathStep;
using solve::StepKind;

PathStep step(StepKind Kind, uint32_t Line) {
  PathStep S;
  S.Kind = Kind;
  S.At.Line = Line;
  return S;
}

std::vector<uint32_t> linesOf(const std::vector<PathStep> &Path) {
  std::vector<uint32_t> Lines;
  for (const Note &N : notesOf(Path, {}))
    Lines.push_back(N.At.Line);
  return Lines;
}

using Lines = std::vector<uint32_t>;

TEST(Flow, KeepsTheOrderOfThePath) {
  EXPECT_EQ(linesOf({step(StepKind::Opened, 9), step(StepKind::Returned, 2)}),
            (Lines{9, 2}));
}

TEST(Flow, LeavesOutWhatHasNoPlace) {
  EXPECT_EQ(linesOf({step(StepKind::Opened, 0), step(StepKind::Returned, 2)}),
            (Lines{2}));
}

TEST(Flow, SaysNothingTwiceInARow) {
  EXPECT_EQ(linesOf({step(StepKind::Opened, 1), step(StepKind::Opened, 1),
                     step(StepKind::Returned, 2)}),
            (Lines{1, 2}));
}

TEST(Flow, DropsBranchesBeforeCallsAndCallsBeforeUses) {
  std::vector<PathStep> Path = {step(StepKind::BranchTaken, 1)};
  for (uint32_t Line = 2; Line <= 4; ++Line)
    Path.push_back(step(StepKind::BranchTaken, Line));
  for (uint32_t Line = 5; Line <= 7; ++Line)
    Path.push_back(step(StepKind::Called, Line));
  for (uint32_t Line = 8; Line <= 12; ++Line)
    Path.push_back(step(StepKind::Accessed, Line));
  EXPECT_EQ(linesOf(Path), (Lines{1, 5, 7, 8, 9, 10, 11, 12}))
      << "the first is kept whatever it is";
}

TEST(Flow, OfEqualStepsTheFirstAndTheLastAreKept) {
  std::vector<PathStep> Path;
  for (uint32_t Line = 1; Line <= 20; ++Line)
    Path.push_back(step(StepKind::Called, Line));
  Lines Kept = linesOf(Path);
  ASSERT_EQ(Kept.size(), MaxNotes);
  EXPECT_EQ(Kept.front(), 1u);
  EXPECT_EQ(Kept.back(), 20u);
}

TEST(Flow, OfTwoRowsOfCallsTheLongerOneIsCut) {
  std::vector<PathStep> Path = {step(StepKind::Opened, 1)};
  for (uint32_t Line = 2; Line <= 7; ++Line)
    Path.push_back(step(StepKind::Called, Line));
  Path.push_back(step(StepKind::Accessed, 8));
  for (uint32_t Line = 9; Line <= 10; ++Line)
    Path.push_back(step(StepKind::Called, Line));
  Path.push_back(step(StepKind::Accessed, 11));
  EXPECT_EQ(linesOf(Path), (Lines{1, 2, 3, 7, 8, 9, 10, 11}));
}

} // namespace
} // namespace cursor_tidy::findings
