//===- ConcurrencyOrderTest.cpp - what may happen at the same time
//------------===//
#include "ConcurrencyFixture.h"

namespace cursor_tidy::solve {
namespace {

class ConcurrencyOrder : public ConcurrencyTest {};

TEST_F(ConcurrencyOrder, AccessAfterTheSpawnMeetsTheThread) {
  spawn(Path, accessing(Db, 100), 10);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyOrder, AccessBeforeTheSpawnMeetsNothing) {
  access(Path, Db, 20);
  spawn(Path, accessing(Db, 100), 30);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyOrder, AccessAfterTheJoinMeetsNothing) {
  const ThreadId T = spawn(Path, accessing(Db, 100), 10);
  Path.join(T);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyOrder, WithoutThatPartAccessAfterTheJoinMeetsTheThread) {
  const ThreadId T = spawn(Path, accessing(Db, 100), 10);
  Path.join(T);
  access(Path, Db, 20);
  Reasoning By;
  By.Joins = false;
  EXPECT_EQ(findShared(Path, lookup(), Formals::LeaveToCallers, By).size(), 1u);
}

TEST_F(ConcurrencyOrder, TwoThreadsMeetEachOther) {
  spawn(Path, accessing(Db, 100), 10);
  spawn(Path, accessing(Db, 200), 11);
  EXPECT_EQ(faults(), "200/100");
}

TEST_F(ConcurrencyOrder, ThreadsJoinedOneAfterAnotherNeverMeet) {
  Path.join(spawn(Path, accessing(Db, 100), 10));
  Path.join(spawn(Path, accessing(Db, 200), 11));
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyOrder, LoopMakesTwoInstancesThatMeet) {
  for (int Turn = 0; Turn < 2; ++Turn)
    spawn(Path, accessing(Db, 100), 10);
  EXPECT_EQ(faults(), "100/100");
  EXPECT_TRUE(shared()[0].SelfParallel);
}

TEST_F(ConcurrencyOrder, LoopThatJoinsInEveryTurnIsSequential) {
  for (int Turn = 0; Turn < 4; ++Turn)
    Path.join(spawn(Path, accessing(Db, 100), 10));
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyOrder, LoopOverDifferentHandlesIsSilent) {
  spawn(Path, accessing(Db, 100), 10);
  spawn(Path, accessing(OtherDb, 100), 10);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyOrder, LoopSettlesAfterSomeInstances) {
  for (int Turn = 0; Turn < 4; ++Turn)
    spawn(Path, accessing(Db, 100), 10);
  const View AfterSome = Path;
  spawn(Path, accessing(Db, 100), 10);
  EXPECT_TRUE(Path.samePosition(AfterSome));
  EXPECT_EQ(Path.threads().size(), 4u);
}

/// What a thread past the bound touches is not taken for a thing of the one
/// whose number it got.
TEST_F(ConcurrencyOrder, ThreadsPastTheBoundAreNotTakenForOthers) {
  for (int Turn = 0; Turn < 4; ++Turn)
    spawn(Path, View(), 10);
  access(Path, Db, 20);
  spawn(Path, accessing(Db, 100), 10);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyOrder, DetachedThreadRunsOn) {
  Path.detach(spawn(Path, accessing(Db, 100), 10));
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyOrder, ManyMeetsItselfEvenWhenTheCallerWaits) {
  Path.join(spawn(Path, accessing(Db, 100), 10, {.Many = true}));
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "100/100");
}

TEST_F(ConcurrencyOrder, ManyWithItsOwnHandleIsSilent) {
  const ThreadId T = Path.spawn({.At = line(10), .Many = true});
  Known[Db].Maker = T;
  Path.absorbThread(T, accessing(Db, 100), sameName, noThread);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyOrder, UnknownJoinIsTakenAsAny) {
  spawn(Path, accessing(Db, 100), 10);
  Path.joinUnknown();
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyOrder, ForkedChildHasNoThreads) {
  spawn(Path, accessing(Db, 100), 10);
  Path.enterChild();
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "");
}

//--- Nested threads ---------------------------------------------------------//

TEST_F(ConcurrencyOrder, ThreadMeetsWhatItStarts) {
  View Outer;
  spawn(Outer, accessing(Db, 200), 20);
  access(Outer, Db, 100);
  spawn(Path, Outer, 10);
  EXPECT_EQ(faults(), "200/100");
}

TEST_F(ConcurrencyOrder, ThreadBeforeItStartsAnotherIsSilent) {
  View Outer = accessing(Db, 100);
  spawn(Outer, accessing(Db, 200), 20);
  spawn(Path, Outer, 10);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyOrder, CallerMeetsTheNestedThread) {
  View Outer;
  spawn(Outer, accessing(Db, 200), 20);
  spawn(Path, Outer, 10);
  access(Path, Db, 30);
  EXPECT_EQ(faults(), "200/30");
}

TEST_F(ConcurrencyOrder, NestedThreadThatWasJoinedEndsWithItsParent) {
  View Outer;
  Outer.join(spawn(Outer, accessing(Db, 200), 20));
  Path.join(spawn(Path, Outer, 10));
  access(Path, Db, 30);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyOrder, NestedThreadThatWasJoinedMeetsWhatRunsMeanwhile) {
  View Outer;
  Outer.join(spawn(Outer, accessing(Db, 200), 20));
  spawn(Path, Outer, 10);
  access(Path, Db, 30);
  EXPECT_EQ(faults(), "200/30");
}

TEST_F(ConcurrencyOrder, NestedThreadLeftBehindOutlivesItsParent) {
  View Outer;
  spawn(Outer, accessing(Db, 200), 20);
  Path.join(spawn(Path, Outer, 10));
  access(Path, Db, 30);
  EXPECT_EQ(faults(), "200/30");
}

TEST_F(ConcurrencyOrder, NestedThreadMeetsTheSiblingOfItsParent) {
  View Outer;
  Outer.join(spawn(Outer, accessing(Db, 200), 20));
  spawn(Path, accessing(Db, 100), 10);
  spawn(Path, Outer, 11);
  EXPECT_EQ(faults(), "200/100");
}

//--- Callees ----------------------------------------------------------------//

TEST_F(ConcurrencyOrder, HelperAfterTheSpawnMeetsTheThread) {
  spawn(Path, accessing(Db, 100), 10);
  Path.absorb(accessing(Db, 200), sameName, noThread, NoStep);
  EXPECT_EQ(faults(), "100/200");
}

TEST_F(ConcurrencyOrder, ThreadThatAHelperLeavesRunningMeetsItsCaller) {
  View Helper;
  spawn(Helper, accessing(Db, 100), 10);
  Path.absorb(Helper, sameName, noThread, NoStep);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyOrder, ThreadThatAHelperJoinsIsOver) {
  View Helper;
  Helper.join(spawn(Helper, accessing(Db, 100), 10));
  Path.absorb(Helper, sameName, noThread, NoStep);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyOrder, CallersThreadMeetsTheOneThatAHelperStarts) {
  View Helper;
  Helper.join(spawn(Helper, accessing(Db, 200), 20));
  spawn(Path, accessing(Db, 100), 10);
  Path.absorb(Helper, sameName, noThread, NoStep);
  EXPECT_EQ(faults(), "200/100");
}

class JoinInCallee : public ConcurrencyTest {
protected:
  /// `start()`, then `stop()`, which joins the thread of Worker.
  void startAndStop(View Stop) {
    const ThreadId T = spawn(Path, accessing(Db, 100), 10);
    Path.absorb(
        Stop, sameName,
        [T](ValueId Value) {
          return Value == Worker ? std::vector{T} : std::vector<ThreadId>();
        },
        NoStep);
  }
};

TEST_F(JoinInCallee, EndsTheCallersThread) {
  View Stop;
  Stop.joinValue(Worker);
  startAndStop(Stop);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "");
}

TEST_F(JoinInCallee, OrdersWhatTheCalleeDoesAfterIt) {
  View Stop;
  Stop.joinValue(Worker);
  access(Stop, Db, 200);
  startAndStop(Stop);
  EXPECT_EQ(faults(), "");
}

TEST_F(JoinInCallee, DoesNotOrderWhatTheCalleeDoesBeforeIt) {
  View Stop = accessing(Db, 200);
  Stop.joinValue(Worker);
  startAndStop(Stop);
  EXPECT_EQ(faults(), "100/200");
}

TEST_F(JoinInCallee, OrdersTheThreadThatTheCalleeStartsAfterIt) {
  View Restart;
  Restart.joinValue(Worker);
  spawn(Restart, accessing(Db, 200), 20);
  startAndStop(Restart);
  EXPECT_EQ(faults(), "");
}

TEST_F(JoinInCallee, IsPassedOnToCallersOfCallers) {
  View Inner, Stop;
  Inner.joinValue(Worker);
  Stop.absorb(Inner, sameName, noThread, NoStep);
  access(Stop, Db, 200);
  startAndStop(Stop);
  EXPECT_EQ(faults(), "");
}

TEST_F(JoinInCallee, DetachReachesTheCallersThreadToo) {
  View Detach;
  Detach.detachValue(Worker);
  startAndStop(Detach);
  EXPECT_TRUE(Path.threads().at(0).IsDetached);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyOrder, ThreadThatJoinsAnotherComesAfterIt) {
  View Second;
  Second.joinValue(Worker);
  access(Second, Db, 200);
  const ThreadId First = spawn(Path, accessing(Db, 100), 10);
  const ThreadId Next = Path.spawn({.At = line(11)});
  Path.absorbThread(Next, Second, sameName,
                    [&](ValueId) { return std::vector{First}; });
  EXPECT_EQ(faults(), "");
  Path.join(Next);
  access(Path, Db, 30);
  EXPECT_EQ(faults(), "") << "joining the second joins the first";
}

//--- Signals ----------------------------------------------------------------//

TEST_F(ConcurrencyOrder, AwaitedSignalGivesTheTurn) {
  View Thread = accessing(Db, 100);
  Thread.signal(Condition);
  spawn(Path, Thread, 10);
  Path.await(Condition);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyOrder, AccessBeforeTheAwaitMeetsTheThread) {
  View Thread = accessing(Db, 100);
  Thread.signal(Condition);
  spawn(Path, Thread, 10);
  access(Path, Db, 20);
  Path.await(Condition);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyOrder, SignalBeforeTheAccessGivesNoTurn) {
  View Thread;
  Thread.signal(Condition);
  access(Thread, Db, 100);
  spawn(Path, Thread, 10);
  Path.await(Condition);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyOrder, AwaitOnAnotherObjectGivesNoTurn) {
  View Thread = accessing(Db, 100);
  Thread.signal(Condition);
  spawn(Path, Thread, 10);
  Path.await(OtherCondition);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyOrder, StartSignalForSeveralExcludesNobody) {
  View Thread;
  Thread.await(Condition);
  access(Thread, Db, 100);
  spawn(Path, Thread, 10);
  spawn(Path, Thread, 10);
  Path.signal(Condition);
  EXPECT_EQ(faults(), "100/100");
}

TEST_F(ConcurrencyOrder, SignalInAHelperCoversWhatItsCallerDidBefore) {
  View Thread, Helper;
  Thread.await(Condition);
  access(Thread, Db, 100);
  Helper.signal(Condition);
  spawn(Path, Thread, 10);
  access(Path, Db, 20);
  Path.absorb(Helper, sameName, noThread, NoStep);
  EXPECT_EQ(faults(), "");
}

/// One that is woken again and again may have been woken by any signal.
TEST_F(ConcurrencyOrder, EarlierSignalMayHaveWokenWhoAwaitsAgain) {
  View Thread;
  Thread.await(Condition);
  access(Thread, Db, 100);
  Thread.await(Condition);
  spawn(Path, Thread, 10);
  Path.signal(Condition);
  access(Path, Db, 20);
  Path.signal(Condition);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyOrder, WhoAwaitsOnceAwaitsTheLastSignal) {
  View Thread;
  Thread.await(Condition);
  access(Thread, Db, 100);
  spawn(Path, Thread, 10);
  Path.signal(Condition);
  access(Path, Db, 20);
  Path.signal(Condition);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyOrder, FirstSignalWakesWhoAwaitsAgain) {
  View Thread;
  Thread.await(Condition);
  access(Thread, Db, 100);
  Thread.await(Condition);
  spawn(Path, Thread, 10);
  access(Path, Db, 20);
  Path.signal(Condition);
  EXPECT_EQ(faults(), "");
}

/// The answer that it waits for comes when the other has done its part.
TEST_F(ConcurrencyOrder, SignalThatWasAnsweredIsOver) {
  View Thread;
  Thread.await(Condition);
  access(Thread, Db, 100);
  Thread.signal(OtherCondition);
  Thread.await(Condition);
  spawn(Path, Thread, 10);
  Path.signal(Condition);
  Path.await(OtherCondition);
  access(Path, Db, 20);
  Path.signal(Condition);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyOrder, EarlierSignalAndAccessMayBeInHelpers) {
  View Thread, Post, Use;
  Thread.await(Condition);
  access(Thread, Db, 100);
  Thread.await(Condition);
  Post.signal(Condition);
  access(Use, Db, 20);
  spawn(Path, Thread, 10);
  for (const View *Helper : {&Post, &Use, &Post})
    Path.absorb(*Helper, sameName, noThread, NoStep);
  EXPECT_EQ(faults(), "100/20");
}

} // namespace
} // namespace cursor_tidy::solve
