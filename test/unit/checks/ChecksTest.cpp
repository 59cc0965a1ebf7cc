//===- ChecksTest.cpp - what is told and what is exempt -------------------===//
#include "Checks.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cursor_tidy {
namespace {

using facts::Name;
using solve::Solution;

facts::Location at(uint32_t Line) {
  facts::Location L;
  L.File = Name("a.c");
  L.Line = Line;
  return L;
}

solve::HandleRef handle(uint32_t Opened, int8_t Level = 1) {
  solve::HandleRef Ref;
  Ref.Variable = Name("db");
  Ref.Kind = Name("k");
  Ref.Opened = at(Opened);
  Ref.Level = Level;
  return Ref;
}

solve::Lost lost(uint32_t Opened, uint32_t LeftAt, std::string_view Function) {
  solve::Lost L;
  L.Handle = handle(Opened);
  L.Function = Name(Function);
  L.At = at(Opened);
  L.LeftAt = at(LeftAt);
  return L;
}

solve::Shared shared(uint32_t At, uint32_t Spawn, int8_t Level = 1) {
  solve::Shared S;
  S.Resource = S.Handle = handle(1, Level);
  S.At = at(At);
  S.Other = at(90);
  S.Path = {{.Kind = solve::StepKind::Spawned, .Text = {}, .At = at(Spawn)}};
  return S;
}

solve::Crossed crossed(uint32_t At) {
  solve::Crossed C;
  C.Handle = handle(1);
  C.At = at(At);
  C.ForkAt = at(2);
  return C;
}

TEST(Checks, AreInOrderOfTheirNames) {
  auto ByName = [](const Check &L, const Check &R) { return L.Name < R.Name; };
  EXPECT_EQ(checks().size(), 4u);
  EXPECT_TRUE(std::is_sorted(checks().begin(), checks().end(), ByName));
}

TEST(Checks, FindWhatTheirNameSays) {
  Solution S;
  S.Unclosed = {lost(1, 2, "f")};
  S.UsedAfterClose.emplace_back().At = at(3);
  S.ThreadShared = {shared(4, 3)};
  S.ForkShared = {crossed(5)};
  for (const Check &Each : checks()) {
    auto Found = Each.Find(S);
    ASSERT_EQ(Found.size(), 1u) << Each.Name;
    EXPECT_EQ(Found[0].Check, Each.Name);
  }
}

TEST(Unclosed, OneHandleLostOnTwoPathsIsToldOnce) {
  Solution S;
  S.Unclosed = {lost(1, 5, "f"), lost(1, 9, "f")};
  EXPECT_EQ(findUnclosed(S).size(), 1u);
}

TEST(Unclosed, TwoCallersThatLoseWhatOneHelperOpensAreTwo) {
  Solution S;
  S.Unclosed = {lost(1, 5, "f"), lost(1, 9, "g")};
  auto Found = findUnclosed(S);
  ASSERT_EQ(Found.size(), 2u);
  EXPECT_NE(Found[0].Fingerprint, Found[1].Fingerprint);
}

TEST(Unclosed, WithoutAnyPlaceIsNotTold) {
  Solution S;
  S.Unclosed.emplace_back();
  EXPECT_TRUE(findUnclosed(S).empty());
}

TEST(UseAfterClose, UsesAfterOneCloseAreOneDefectASecondCloseAmongThem) {
  solve::Stale First;
  First.Handle = handle(1);
  First.At = at(5);
  First.ClosedAt = at(4);
  solve::Stale Second = First, Closed = First;
  Second.At = at(6);
  Closed.At = at(7);
  Closed.How = solve::StaleKind::DoubleClose;
  Solution S;
  S.UsedAfterClose = {First, Second, Closed};
  auto Found = findUseAfterClose(S);
  ASSERT_EQ(Found.size(), 1u);
  EXPECT_EQ(Found[0].At, at(5));
}

TEST(ThreadShare, UsesOfOneThreadAreOneDefect) {
  Solution S;
  S.ThreadShared = {shared(4, 10), shared(5, 10), shared(6, 11)};
  EXPECT_EQ(findThreadShare(S).size(), 2u);
}

TEST(ThreadShare, LevelThreePermitsAllButLeavingTheThread) {
  Solution S;
  S.ThreadShared = {shared(4, 10, 3)};
  EXPECT_TRUE(findThreadShare(S).empty());
  S.ThreadShared[0].How = solve::SharedKind::Affinity;
  EXPECT_EQ(findThreadShare(S).size(), 1u);
}

TEST(ForkShare, AnExemptCloseIsOneThatStaysLocal) {
  Solution S;
  S.ForkShared = {crossed(5)};
  S.Kinds[Name("k")].CloseIsLocal = true;
  EXPECT_EQ(findForkShare(S).size(), 1u) << "an access is never local";
  S.ForkShared[0].Closes = true;
  EXPECT_TRUE(findForkShare(S).empty());
  S.Kinds[Name("k")].CloseIsLocal = false;
  EXPECT_EQ(findForkShare(S).size(), 1u);
}

TEST(ForkShare, ADaemonIsToldOfDriversThatBindToTheProcess) {
  Solution S;
  S.ForkShared = {crossed(5)};
  S.ForkShared[0].Daemon = true;
  S.Kinds[Name("k")] = {};
  EXPECT_TRUE(findForkShare(S).empty());
  S.Kinds[Name("k")].BoundToProcess = true;
  EXPECT_EQ(findForkShare(S).size(), 1u);
}

TEST(ForkShare, UsesInOneChildAreOneDefect) {
  Solution S;
  S.ForkShared = {crossed(5), crossed(6)};
  EXPECT_EQ(findForkShare(S).size(), 1u);
}

} // namespace
} // namespace cursor_tidy
