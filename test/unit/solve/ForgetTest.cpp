//===- ForgetTest.cpp - what a state need not remember
//---------------------===//
#include "solve/Forget.h"

#include <gtest/gtest.h>

using namespace cursor_tidy;
using namespace cursor_tidy::solve;

namespace {

struct ForgetTest : testing::Test {
  Values Ids;
  State S;
  ValueId Text = Ids.content(Ids.variable(facts::Place::Base::Param, 0, {}));
  ValueId Counter = Ids.variable(facts::Place::Base::Local, 0, {});
  ValueId I = Ids.fresh(1), J = Ids.fresh(2);

  ValueId at(ValueId Index) { return Ids.anyElement(Text, Index); }
  void learn(ValueId Id) { S.Ranges.write()[Id] = {.Low = 1, .High = 1}; }
};

TEST_F(ForgetTest, FactsOfALaterIndexStay) {
  S.Contents.write()[Counter] = J;
  learn(Ids.content(at(I)));
  learn(Ids.content(at(J)));
  forgetNameless(S, Ids);
  EXPECT_FALSE(S.Ranges->contains(Ids.content(at(I))));
  EXPECT_TRUE(S.Ranges->contains(Ids.content(at(J))));
}

TEST_F(ForgetTest, FactsOfCallersStay) {
  learn(Text);
  learn(Ids.content(Ids.element(Text, 0)));
  forgetNameless(S, Ids);
  EXPECT_EQ(S.Ranges->size(), 2u);
}

TEST_F(ForgetTest, WritesToForgottenElementsBecomeOne) {
  S.Contents.write()[at(I)] = Ids.fresh(3);
  S.Contents.write()[at(J)] = Ids.fresh(4);
  forgetNameless(S, Ids);
  ASSERT_EQ(S.Contents->size(), 1u);
  ValueId Cell = S.Contents->begin()->first;
  EXPECT_EQ(Ids[Cell].What, Definition::Kind::AnyElement);
  EXPECT_EQ(Ids[Cell].Left, Text);
  forgetNameless(S, Ids);
  EXPECT_EQ(S.Contents->begin()->first, Cell);
}

TEST_F(ForgetTest, WhatWasGivenAwayStaysSo) {
  S.Objects.write()[Ids.content(at(I))].Escaped = true;
  forgetNameless(S, Ids);
  ASSERT_EQ(S.Objects->size(), 1u);
  EXPECT_TRUE(S.Objects->begin()->second.Escaped);
  EXPECT_EQ(Ids.unknownElementOf(S.Objects->begin()->first), Text);
}

TEST_F(ForgetTest, AHandleKeepsTheIndexOfItsElement) {
  S.Handles.write()[Ids.content(at(I))].Is = Condition::Closed;
  learn(I);
  S.Contents.write()[at(J)] = Ids.content(at(I));
  forgetNameless(S, Ids);
  EXPECT_TRUE(S.Ranges->contains(I));
  EXPECT_TRUE(S.Contents->contains(at(J)));
}

TEST_F(ForgetTest, AnOutcomeThatTellsTooMuchLetsAllOfItGo) {
  ValueId Handle = Ids.fresh(9);
  S.Handles.write()[Handle].Is = Condition::Open;
  S.Contents.write()[Ids.field(Text, facts::Name("handle"))] = Handle;
  boundOutcome(S, Ids);
  EXPECT_EQ(S.Contents->size(), 1u);
  for (int64_t N = 0; N < 400; ++N)
    S.Contents.write()[Ids.content(Ids.element(Text, N))] = Ids.fresh(N + 10);
  boundOutcome(S, Ids);
  EXPECT_TRUE(S.Contents->empty());
  EXPECT_EQ(*S.LetGo, std::set<ValueId>{Text});
  EXPECT_TRUE(S.Objects->at(Handle).Escaped);
}

} // namespace
