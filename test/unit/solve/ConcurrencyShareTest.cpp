//===- ConcurrencyShareTest.cpp - levels, words, derivation, affinity
//---------===//
#include "ConcurrencyFixture.h"

#include <array>

namespace cursor_tidy::solve {
namespace {

using facts::Role;
using facts::Word;

class ConcurrencyShare : public ConcurrencyTest {
protected:
  /// One access on a thread, line 100, and one beside it, line 20.
  void accessBoth(ValueId There, ValueId Here) {
    spawn(Path, accessing(There, 100), 10);
    access(Path, Here, 20);
  }
  void level(int Level) {
    for (auto &[Handle, Facts] : Known) {
      Facts.Ref.Level = static_cast<int8_t>(Level);
      Facts.Ref.Sharing = wordAtLevel(Level, Facts.Is, Facts.Ref.Sharing);
    }
  }
};

//--- Levels -----------------------------------------------------------------//

TEST_F(ConcurrencyShare, LevelZeroForbidsTwoConnections) {
  level(0);
  accessBoth(Db, OtherDb);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyShare, LevelOneAllowsTwoConnections) {
  level(1);
  accessBoth(Db, OtherDb);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyShare, LevelOneForbidsTwoStatementsOfOneConnection) {
  level(1);
  accessBoth(Statement, OtherStatement);
  ASSERT_EQ(faults(), "100/20");
  EXPECT_EQ(shared()[0].Resource.Kind, Known[Db].Ref.Kind);
  EXPECT_EQ(shared()[0].Handle.Kind, Known[Statement].Ref.Kind);
}

TEST_F(ConcurrencyShare, LevelOneForbidsAConnectionBesideItsStatement) {
  level(1);
  accessBoth(Statement, Db);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyShare, LevelTwoAllowsTheConnection) {
  level(2);
  accessBoth(Db, Db);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyShare, LevelTwoAllowsTwoStatements) {
  level(2);
  accessBoth(Statement, OtherStatement);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyShare, LevelTwoForbidsOneStatement) {
  level(2);
  accessBoth(Statement, Statement);
  ASSERT_EQ(faults(), "100/20");
  EXPECT_EQ(shared()[0].Resource.Kind, Known[Statement].Ref.Kind);
}

TEST_F(ConcurrencyShare, LevelThreeAllowsAll) {
  level(3);
  accessBoth(Statement, Statement);
  EXPECT_EQ(faults(), "");
}

//--- Words ------------------------------------------------------------------//

TEST_F(ConcurrencyShare, EnvironmentOfTwoConnectionsIsNoResource) {
  know(Env, Role::Environment, Word::Serial);
  accessBoth(Db, OtherDb);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyShare, SerialEnvironmentItselfIsOne) {
  know(Env, Role::Environment, Word::Serial);
  accessBoth(Env, Env);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyShare, ReadSharedAllowsTwoReaders) {
  know(Statement, Role::Cursor, Word::ReadShared);
  View Reader;
  read(Reader, Statement, 100);
  spawn(Path, Reader, 10);
  read(Path, Statement, 20);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyShare, ReadSharedForbidsAWriterBesideAReader) {
  know(Statement, Role::Cursor, Word::ReadShared);
  View Reader;
  read(Reader, Statement, 100);
  spawn(Path, Reader, 10);
  close(Path, Statement, 20);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyShare, WordAtLevelLeavesAffinityAndEnvironments) {
  EXPECT_EQ(wordAtLevel(3, Role::Connection, Word::Pinned), Word::Pinned);
  EXPECT_EQ(wordAtLevel(1, Role::Environment, Word::Shared), Word::Shared);
  EXPECT_EQ(wordAtLevel(3, Role::Environment, Word::Serial), Word::Shared);
  EXPECT_EQ(wordAtLevel(-1, Role::Cursor, Word::ReadShared), Word::ReadShared);
  EXPECT_EQ(wordAtLevel(2, Role::Cursor, Word::ReadShared), Word::Serial);
  EXPECT_EQ(wordAtLevel(1, Role::Connection, Word::Shared), Word::Serial);
}

//--- Affinity ---------------------------------------------------------------//

class ConcurrencyAffinity : public ConcurrencyShare {
protected:
  ConcurrencyAffinity() { know(Db, Role::Connection, Word::Pinned); }
};

TEST_F(ConcurrencyAffinity, AccessOnAnotherThreadIsAFault) {
  spawn(Path, accessing(Db, 100), 10);
  ASSERT_EQ(faults(), "100/1");
  EXPECT_EQ(shared()[0].How, SharedKind::Affinity);
}

TEST_F(ConcurrencyAffinity, LockDoesNotHelp) {
  View Thread;
  Thread.lock(M, LockMode::Exclusive);
  access(Thread, Db, 100);
  spawn(Path, Thread, 10);
  Path.lock(M, LockMode::Exclusive);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "100/1");
}

TEST_F(ConcurrencyAffinity, JoinDoesNotHelp) {
  const ThreadId T = Path.spawn({.At = line(10)});
  Known[Db].Maker = T;
  Path.join(T);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "20/1");
}

TEST_F(ConcurrencyAffinity, OwnThreadIsSilent) {
  const ThreadId T = Path.spawn({.At = line(10)});
  Known[Db].Maker = T;
  Path.absorbThread(T, accessing(Db, 100), sameName, noThread);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyAffinity, StatementOfAPinnedConnectionIsPinned) {
  spawn(Path, accessing(Statement, 100), 10);
  EXPECT_EQ(faults(), "100/1");
}

TEST_F(ConcurrencyAffinity, FormalIsLeftToCallers) {
  Known[Db].IsFormal = true;
  spawn(Path, accessing(Db, 100), 10);
  EXPECT_EQ(faults(Formals::LeaveToCallers), "");
  EXPECT_EQ(faults(Formals::Include), "100/1");
}

//--- Which pair is told -----------------------------------------------------//

TEST_F(ConcurrencyShare, FormalIsLeftToCallers) {
  Known[Db].IsFormal = true;
  accessBoth(Db, Db);
  EXPECT_EQ(faults(Formals::LeaveToCallers), "");
  EXPECT_EQ(faults(Formals::Include), "100/20");
}

TEST_F(ConcurrencyShare, AccessIsPreferredToAClose) {
  View Thread;
  close(Thread, Db, 90);
  access(Thread, Db, 100);
  spawn(Path, Thread, 10);
  close(Path, Db, 95);
  access(Path, Db, 20);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyShare, CloseBesideAnAccessIsAFault) {
  spawn(Path, accessing(Db, 100), 10);
  close(Path, Db, 20);
  EXPECT_EQ(faults(), "100/20");
}

TEST_F(ConcurrencyShare, NearestAccessesAreTold) {
  spawn(Path, accessing(Db, 100), 10);
  access(Path, Db, 20);
  access(Path, Db, 90);
  EXPECT_EQ(faults(), "100/90");
}

TEST_F(ConcurrencyShare, EachSpawnSiteIsToldOnce) {
  spawn(Path, accessing(Db, 100), 10);
  spawn(Path, accessing(Db, 200), 11);
  access(Path, Db, 20);
  access(Path, Db, 21);
  EXPECT_EQ(faults(), "100/21 200/100");
}

TEST_F(ConcurrencyShare, UnknownHandleIsSilent) {
  accessBoth(99, 99);
  EXPECT_EQ(faults(), "");
}

TEST_F(ConcurrencyShare, PathGoesFromTheOpenOverTheSpawnToBothAccesses) {
  const PathStep Captured = {StepKind::Captured, {}, false, line(11)};
  const PathStep Called = {StepKind::Called, {}, false, line(19)};
  ThreadStart Start;
  Start.Carried = {Captured};
  spawn(Path, accessing(Db, 100), 10, Start);
  Path.absorb(accessing(Db, 20), sameName, noThread, Called);
  std::vector<std::pair<StepKind, uint32_t>> Steps;
  const Shared Fault = shared().at(0);
  for (const PathStep &Step : Fault.Path)
    Steps.emplace_back(Step.Kind, Step.At.Line);
  EXPECT_EQ(Steps, (std::vector<std::pair<StepKind, uint32_t>>{
                       {StepKind::Opened, 1},
                       {StepKind::Captured, 11},
                       {StepKind::Spawned, 10},
                       {StepKind::Called, 19},
                       {StepKind::Accessed, 20},
                       {StepKind::Accessed, 100}}));
}

TEST_F(ConcurrencyShare, OrderOfTheResultIsThatOfTheLocations) {
  spawn(Path, accessing(OtherDb, 100), 10);
  spawn(Path, accessing(Db, 50), 11);
  access(Path, OtherDb, 20);
  access(Path, Db, 21);
  EXPECT_EQ(faults(), "50/21 100/20");
}

} // namespace
} // namespace cursor_tidy::solve
