//===- ConcurrencyLocksTest.cpp - what a lock keeps apart
//---------------------===//
#include "ConcurrencyFixture.h"

namespace cursor_tidy::solve {
namespace {

class ConcurrencyLocks : public ConcurrencyTest {
protected:
  static View accessingUnder(ValueId Mutex, LockMode Mode, uint32_t Line) {
    View Result;
    Result.lock(Mutex, Mode);
    access(Result, Db, Line);
    Result.unlock(Mutex);
    return Result;
  }
  static View accessingUnder(ValueId Mutex, uint32_t Line) {
    return accessingUnder(Mutex, LockMode::Exclusive, Line);
  }
  SharedKind kind() const { return shared().at(0).How; }
};

TEST_F(ConcurrencyLocks, CommonMutexGuards) {
  spawn(Path, accessingUnder(M, 100), 10);
  Path.lock(M, LockMode::Exclusive);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyLocks, LockOnOneSideGuardsNothing) {
  spawn(Path, accessingUnder(M, 100), 10);
  access(Path, Db, 20);
  ASSERT_EQ(faults(), "100/20");
  EXPECT_EQ(kind(), SharedKind::NoLock);
}

TEST_F(ConcurrencyLocks, DifferentMutexesGuardNothing) {
  spawn(Path, accessingUnder(M, 100), 10);
  Path.lock(N, LockMode::Exclusive);
  access(Path, Db, 20);
  ASSERT_EQ(faults(), "100/20");
  EXPECT_EQ(kind(), SharedKind::DifferentLocks);
}

TEST_F(ConcurrencyLocks, TwoReadersGuardNothing) {
  spawn(Path, accessingUnder(M, LockMode::Shared, 100), 10);
  Path.lock(M, LockMode::Shared);
  access(Path, Db, 20);
  ASSERT_EQ(faults(), "100/20");
  EXPECT_EQ(kind(), SharedKind::ReaderLocks);
}

TEST_F(ConcurrencyLocks, ReaderAndWriterAreKeptApart) {
  spawn(Path, accessingUnder(M, LockMode::Shared, 100), 10);
  Path.lock(M, LockMode::Exclusive);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyLocks, AccessAfterTheUnlockIsBare) {
  spawn(Path, accessingUnder(M, 100), 10);
  Path.lock(M, LockMode::Exclusive);
  Path.unlock(M);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyLocks, RecursiveMutexIsHeldUntilTheLastUnlock) {
  spawn(Path, accessingUnder(M, 100), 10);
  Path.lock(M, LockMode::Exclusive);
  Path.lock(M, LockMode::Exclusive);
  Path.unlock(M);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "");
  Path.unlock(M);
  access(Path, Db, 21);
  EXPECT_EQ(faults(), "100/21");
}

TEST_F(ConcurrencyLocks, NewThreadHoldsNothingOfWhatItsParentHolds) {
  Path.lock(M, LockMode::Exclusive);
  spawn(Path, accessing(Db, 100), 10);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyLocks, SameMutexInTwoInstancesOfALoopGuards) {
  for (int Turn = 0; Turn < 2; ++Turn)
    spawn(Path, accessingUnder(M, 100), 10);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyLocks, MutexOfItsOwnInEachInstanceGuardsNothing) {
  spawn(Path, accessingUnder(M, 100), 10);
  spawn(Path, accessingUnder(N, 100), 10);
  ASSERT_EQ(faults(), "100/100");
  EXPECT_EQ(kind(), SharedKind::DifferentLocks);
}

TEST_F(ConcurrencyLocks, CallersLockGuardsTheHelper) {
  spawn(Path, accessingUnder(M, 100), 10);
  Path.lock(M, LockMode::Exclusive);
  Path.absorb(accessing(Db, 20), sameName, noThread, NoStep);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyLocks, HelperThatReleasesTheCallersLockIsBare) {
  View Helper;
  Helper.unlock(M);
  access(Helper, Db, 20);
  Helper.lock(M, LockMode::Exclusive);
  spawn(Path, accessingUnder(M, 100), 10);
  Path.lock(M, LockMode::Exclusive);
  Path.absorb(Helper, sameName, noThread, NoStep);
  EXPECT_EQ(faults(), "100/20");
  EXPECT_TRUE(Path.locks().holds(M)) << "it takes the lock again";
}

TEST_F(ConcurrencyLocks, LockTakenInAHelperIsHeldAfterIt) {
  View Enter, Leave;
  Enter.lock(M, LockMode::Exclusive);
  Leave.unlock(M);
  spawn(Path, accessingUnder(M, 100), 10);
  Path.absorb(Enter, sameName, noThread, NoStep);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "");
  Path.absorb(Leave, sameName, noThread, NoStep);
  access(Path, Db, 21);
  EXPECT_EQ(faults(), "100/21");
}

TEST_F(ConcurrencyLocks, CalleesMutexIsRenamed) {
  View Method;
  Method.lock(N, LockMode::Exclusive); // this.*.mutex_
  access(Method, Statement, 20);       // this.*.db_
  const ValueRename OfObject = [](ValueId Value) -> std::optional<ValueId> {
    return Value == N ? ValueId(M) : Value == Statement ? ValueId(Db) : Value;
  };
  spawn(Path, accessingUnder(M, 100), 10);
  Path.absorb(Method, OfObject, noThread, NoStep);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyLocks, UnlockedAccessIsPreferredToTheLockedOnes) {
  spawn(Path, accessingUnder(M, 100), 10);
  Path.lock(N, LockMode::Exclusive);
  access(Path, Db, 99);
  Path.unlock(N);
  access(Path, Db, 20);
  ASSERT_EQ(faults(), "100/20");
  EXPECT_EQ(kind(), SharedKind::NoLock);
}

} // namespace
} // namespace cursor_tidy::solve
