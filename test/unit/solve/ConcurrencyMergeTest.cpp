//===- ConcurrencyMergeTest.cpp - two paths become one, bounds hold
//-----------===//
#include "ConcurrencyFixture.h"

namespace cursor_tidy::solve {
namespace {

class ConcurrencyMerge : public ConcurrencyTest {};

TEST_F(ConcurrencyMerge, CopiesDoNotShareWhatComesLater) {
  access(Path, Db, 1);
  View Other = Path;
  access(Other, Db, 2);
  EXPECT_EQ(Path.accesses().size(), 1u);
  EXPECT_EQ(Other.accesses().size(), 2u);
}

TEST_F(ConcurrencyMerge, LockHeldOnOnePathIsNotHeldAfter) {
  View Other = Path;
  Path.lock(M, LockMode::Exclusive);
  EXPECT_FALSE(Path.samePosition(Other));
  Path.merge(Other);
  EXPECT_FALSE(Path.locks().holds(M));
}

TEST_F(ConcurrencyMerge, LockHeldOnBothIsHeldInTheWeakerWay) {
  View Other = Path;
  Path.lock(M, LockMode::Exclusive);
  Other.lock(M, LockMode::Shared);
  Path.merge(Other);
  ASSERT_TRUE(Path.locks().holds(M));
  EXPECT_EQ(Path.locks().Held.at(M).Mode, LockMode::Shared);
}

TEST_F(ConcurrencyMerge, ThreadJoinedOnOnePathMayRun) {
  const ThreadId T = spawn(Path, accessing(Db, 100), 10);
  View Other = Path;
  Other.join(T);
  Path.merge(Other);
  EXPECT_EQ(Path.running(), ThreadSet{T});
}

TEST_F(ConcurrencyMerge, ThreadJoinedOnBothIsOver) {
  const ThreadId T = spawn(Path, accessing(Db, 100), 10);
  View Other = Path;
  access(Other, Statement, 5);
  Path.join(T);
  Other.join(T);
  EXPECT_TRUE(Path.samePosition(Other)) << "a record makes no difference";
  Path.merge(Other);
  EXPECT_TRUE(Path.running().empty());
  EXPECT_EQ(Path.accesses().size(), 2u);
}

TEST_F(ConcurrencyMerge, ThreadsOfTwoBranchesGetDifferentNumbers) {
  View Other = Path;
  spawn(Path, accessing(Db, 100), 10);
  const ThreadId Theirs = spawn(Other, accessing(Db, 200), 11);
  const auto Numbers = Path.merge(Other);
  EXPECT_NE(Numbers.at(Theirs), Theirs);
  EXPECT_EQ(faults(), "") << "they are on paths that exclude each other";
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "100/20 200/20");
}

TEST_F(ConcurrencyMerge, AccessOfTheOtherBranchMeetsNoThreadOfThisOne) {
  View Other = Path;
  spawn(Path, accessing(Db, 100), 10);
  access(Other, Db, 20);
  Path.merge(Other);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyMerge, ThreadThatGivesUpEarlyIsTheSameThread) {
  View Other = Path;
  spawn(Path, accessing(OtherDb, 100), 10);
  View Longer = accessing(OtherDb, 100);
  access(Longer, Db, 101);
  spawn(Other, Longer, 10);
  Path.merge(Other);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "101/20");
}

TEST_F(ConcurrencyMerge, ThreadsOfOneNumberWithHandlesOfTheirOwnStayApart) {
  View Other = Path;
  spawn(Path, accessing(Db, 100), 10);
  spawn(Other, accessing(OtherDb, 100), 10);
  Path.merge(Other);
  access(Path, OtherDb, 20);
  EXPECT_EQ(faults(), "") << "it is the other path that has it";
}

TEST_F(ConcurrencyMerge, SameAccessIsKeptOnce) {
  access(Path, Db, 1);
  access(Path, Db, 1);
  EXPECT_EQ(Path.accesses().size(), 1u);
}

TEST_F(ConcurrencyMerge, CalleeHandsOnTwoOfAKind) {
  View Callee;
  for (uint32_t Line = 1; Line <= 50; ++Line)
    access(Callee, Db, Line);
  Path.absorb(Callee, sameName, noThread, NoStep);
  EXPECT_EQ(Path.accesses().size(), 2u);
}

TEST_F(ConcurrencyMerge, ValuesThatNobodyCanMeetAreForgotten) {
  const ValueRename Nothing = [](ValueId) { return std::nullopt; };
  Path.absorb(accessing(Db, 1), Nothing, noThread, NoStep);
  EXPECT_TRUE(Path.accesses().empty());
}

TEST_F(ConcurrencyMerge, AccessesPastTheBoundAreCounted) {
  for (uint32_t Line = 1; Line <= 1000; ++Line)
    access(Path, Db, Line);
  EXPECT_EQ(Path.accesses().size() + Path.dropped(), 1000u);
  EXPECT_LT(Path.accesses().size(), 1000u);
}

TEST_F(ConcurrencyMerge, ThreadsPastTheBoundAreFewAndCounted) {
  for (uint32_t Line = 1; Line <= 100; ++Line)
    spawn(Path, accessing(Db, 100), Line);
  EXPECT_LT(Path.threads().size(), 100u);
  EXPECT_GT(Path.dropped(), 0u);
}

} // namespace
} // namespace cursor_tidy::solve
