//===- ConcurrencySplitTest.cpp - locks that are let go within a protocol
//---===//
#include "ConcurrencyFixture.h"

namespace cursor_tidy::solve {
namespace {

class ConcurrencySplit : public ConcurrencyTest {
protected:
  static void begin(View &View, uint32_t Line) {
    access(View, Db, Line);
    View.begin(Db, facts::Name("reply"), {.BegunAt = line(Line)});
  }
  static void proceed(View &View, uint32_t Line) {
    access(View, Db, Line);
    AccessRecord Step;
    Step.Handle = Db;
    Step.At = line(Line);
    Step.Protocol = facts::Name("reply");
    View.proceed(Step);
  }
  static void end(View &View, uint32_t Line) {
    proceed(View, Line);
    View.complete(Db, facts::Name("reply"));
  }
  static View under(ValueId Mutex, void (*Do)(View &, uint32_t),
                    uint32_t Line) {
    View Result;
    Result.lock(Mutex, LockMode::Exclusive);
    Do(Result, Line);
    Result.unlock(Mutex);
    return Result;
  }
  /// A callee on the same thread.
  static void call(View &Caller, const View &Callee) {
    Caller.absorb(Callee, sameName, noThread, NoStep);
  }
  static View plainUnder(ValueId Mutex, uint32_t Line) {
    return under(
        Mutex, [](View &View, uint32_t At) { access(View, Db, At); }, Line);
  }
};

TEST_F(ConcurrencySplit, LockLetGoBetweenTwoSteps) {
  View Entry = under(M, begin, 100);
  call(Entry, under(M, end, 101));
  spawn(Path, Entry, 10);
  call(Path, plainUnder(M, 20));
  ASSERT_EQ(faults(), "101/20");
  EXPECT_EQ(shared().at(0).How, SharedKind::SplitRegion);
}

TEST_F(ConcurrencySplit, OneRegionForAllSteps) {
  View Entry;
  Entry.lock(M, LockMode::Exclusive);
  begin(Entry, 100);
  end(Entry, 101);
  Entry.unlock(M);
  spawn(Path, Entry, 10);
  call(Path, plainUnder(M, 20));
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencySplit, LockOfTheCallerIsHeldAllTheTime) {
  View Both = under(M, begin, 100);
  call(Both, under(M, end, 101));
  View Entry;
  Entry.lock(N, LockMode::Exclusive);
  call(Entry, Both);
  spawn(Path, Entry, 10);
  Path.lock(N, LockMode::Exclusive);
  call(Path, plainUnder(M, 20));
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencySplit, LockOfTheCallerThatIsLetGoInBetween) {
  View Both;
  begin(Both, 100);
  Both.unlock(M);
  Both.lock(M, LockMode::Exclusive);
  end(Both, 101);
  View Entry;
  Entry.lock(M, LockMode::Exclusive);
  call(Entry, Both);
  spawn(Path, Entry, 10);
  call(Path, plainUnder(M, 20));
  EXPECT_EQ(faults(), "101/20");
}

TEST_F(ConcurrencySplit, CompleteProtocolHasNoLaterSteps) {
  View Entry;
  Entry.lock(M, LockMode::Exclusive);
  begin(Entry, 100);
  end(Entry, 101);
  Entry.unlock(M);
  call(Entry, under(M, proceed, 102));
  spawn(Path, Entry, 10);
  call(Path, plainUnder(M, 20));
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencySplit, OtherThreadThatWasJoinedBefore) {
  View Entry = plainUnder(M, 100);
  call(Path, under(M, begin, 20));
  const ThreadId Thread = spawn(Path, Entry, 10);
  Path.join(Thread);
  call(Path, under(M, end, 21));
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencySplit, StepsOnTheThreadThatStartsTheOther) {
  spawn(Path, plainUnder(M, 100), 10);
  call(Path, under(M, begin, 20));
  call(Path, under(M, end, 21));
  EXPECT_EQ(faults(), "21/100");
}

TEST_F(ConcurrencySplit, AnotherThreadThatOnlyEndsWhatNobodyBegan) {
  spawn(Path, under(M, end, 100), 10);
  call(Path, plainUnder(M, 20));
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencySplit, MergedPathsKeepWhatBothBegan) {
  View Other = Path;
  begin(Path, 100);
  Path.merge(Other);
  proceed(Path, 101);
  EXPECT_EQ(Path.accesses().back()->Begun, std::nullopt);
}

} // namespace
} // namespace cursor_tidy::solve
