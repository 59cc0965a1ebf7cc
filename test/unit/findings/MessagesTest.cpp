//===- MessagesTest.cpp - every sentence that a user reads ----------------===//
#include "findings/Messages.h"
#include "findings/Flow.h"

#include <gtest/gtest.h>

#include <set>

namespace cursor_tidy::findings {
namespace {

using facts::Name;
using solve::HandleRef;
using solve::PathStep;
using solve::Solution;
using solve::StepKind;

facts::Location at(uint32_t Line) {
  facts::Location L;
  L.File = Name("/src/load.c");
  L.Line = Line;
  L.Column = 3;
  return L;
}

HandleRef ref(std::string_view Variable, std::string_view Kind,
              uint32_t Opened = 0) {
  HandleRef Ref;
  Ref.Variable = Name(Variable);
  Ref.Kind = Name(Kind);
  Ref.Opened = Opened ? at(Opened) : facts::Location{};
  Ref.Level = 2;
  Ref.Sharing = facts::Word::Shared;
  Ref.DeclaredBy = Name("threadsafe.html");
  return Ref;
}

facts::HandleKind kind(std::string_view Key, std::string_view Type,
                       facts::Role Is, std::string_view Closer) {
  facts::HandleKind K;
  K.Key = Name(Key);
  K.Driver = Name("sqlite3");
  K.Title = Name("SQLite");
  K.Type = Name(Type);
  K.Is = Is;
  K.Level = 2;
  K.DeclaredBy = Name("threadsafe.html");
  K.Closer = Name(Closer);
  K.Limit = Name("the limit on open files");
  return K;
}

Solution known() {
  Solution S;
  S.Kinds[Name("db")] =
      kind("db", "sqlite3", facts::Role::Connection, "sqlite3_close");
  S.Kinds[Name("st")] =
      kind("st", "sqlite3_stmt", facts::Role::Cursor, "sqlite3_finalize");
  return S;
}

PathStep step(StepKind Kind, uint32_t Line, std::string_view Text = {}) {
  return {.Kind = Kind, .Text = Name(Text), .At = at(Line)};
}

solve::Lost lost(solve::WayOut How = solve::WayOut::Return) {
  solve::Lost L;
  L.Handle = ref("stmt", "st", 4);
  L.How = How;
  L.Function = Name("load");
  L.At = at(4);
  L.LeftAt = at(9);
  L.Closer = Name("free");
  L.Path = {step(StepKind::Opened, 4, "sqlite3_prepare_v2")};
  return L;
}

solve::Shared shared(solve::SharedKind How = solve::SharedKind::NoLock) {
  solve::Shared S;
  S.Resource = ref("db", "db", 2);
  S.Handle = ref("stmt", "st", 4);
  S.How = How;
  S.Function = Name("worker");
  S.At = at(7);
  S.Other = at(8);
  S.Begins = Name("query");
  S.GoesOn = Name("store");
  return S;
}

/// Every enumerator, by the number of the last one.
template <typename Enum> std::vector<Enum> allUpTo(Enum Last) {
  std::vector<Enum> All;
  for (int I = 0; I <= int(Last); ++I)
    All.push_back(Enum(I));
  return All;
}

/// The rules for a sentence that a user reads.
void expectSentence(const std::string &Text) {
  ASSERT_FALSE(Text.empty());
  EXPECT_FALSE(Text[0] >= 'A' && Text[0] <= 'Z') << Text;
  EXPECT_NE(Text.back(), '.') << Text;
  EXPECT_EQ(Text.find("  "), std::string::npos) << Text;
  EXPECT_EQ(Text.find("''"), std::string::npos) << Text;
}

/// The rules for a finding: handle, level, who declares it, remedy.
void expectFinding(const Finding &F) {
  expectSentence(F.Message);
  expectSentence(F.Remedy);
  EXPECT_NE(F.Message.find("(level 2: threads may share connections, not "
                           "cursors; declared by threadsafe.html)"),
            std::string::npos)
      << F.Message;
  EXPECT_NE(F.Message.find("'" + F.Handle.Name + "' (SQLite " + F.Handle.Type),
            std::string::npos)
      << F.Message;
  EXPECT_EQ(F.Fingerprint.size(), 16u);
  EXPECT_TRUE(F.At.isValid());
  EXPECT_FALSE(F.Flow.empty());
  for (const Note &N : F.Flow)
    expectSentence(N.Message);
}

TEST(Messages, EveryWayOutHasItsSentence) {
  std::set<std::string> Sentences, Prints;
  for (solve::WayOut How : allUpTo(solve::WayOut::ProcessLeft)) {
    Finding F = explain(lost(How), known());
    expectFinding(F);
    Sentences.insert(F.Message);
    Prints.insert(F.Fingerprint);
  }
  EXPECT_EQ(Sentences.size(), size_t(solve::WayOut::ProcessLeft) + 1);
  EXPECT_EQ(Prints.size(), Sentences.size());
}

TEST(Messages, EveryStaleUseHasItsSentence) {
  std::set<std::string> Sentences;
  for (solve::StaleKind How : allUpTo(solve::StaleKind::Borrowed)) {
    solve::Stale S;
    S.Handle = ref("stmt", "st", 4);
    S.ClosedParent = ref("db", "db", 2);
    S.How = How;
    S.At = at(9);
    S.ClosedAt = at(8);
    Finding F = explain(S, known());
    expectFinding(F);
    Sentences.insert(F.Message);
  }
  EXPECT_EQ(Sentences.size(), size_t(solve::StaleKind::Borrowed) + 1);
}

TEST(Messages, EveryWayOfSharingHasItsSentence) {
  std::set<std::string> Sentences;
  for (solve::SharedKind How : allUpTo(solve::SharedKind::SplitRegion)) {
    Finding F = explain(shared(How), known());
    expectFinding(F);
    Sentences.insert(F.Message);
  }
  EXPECT_EQ(Sentences.size(), size_t(solve::SharedKind::SplitRegion) + 1);
}

TEST(Messages, EveryCrossingHasItsSentence) {
  for (int Flags = 0; Flags < 8; ++Flags) {
    solve::Crossed C;
    C.Handle = ref("db", "db", 2);
    C.Closes = Flags & 1;
    C.AtExit = Flags & 2;
    C.Daemon = Flags & 4;
    C.At = at(9);
    C.ForkAt = at(8);
    expectFinding(explain(C, known()));
  }
}

TEST(Messages, EveryStepHasItsWordAndSentence) {
  Cast Who{subjectOf(ref("stmt", "st"), known()), std::nullopt, {}};
  std::set<std::string_view> Words;
  for (StepKind Kind : allUpTo(StepKind::Left)) {
    EXPECT_TRUE(Words.insert(kindOf(Kind)).second) << kindOf(Kind);
    expectSentence(sentenceOf(step(Kind, 1), Who));
    expectSentence(sentenceOf(step(Kind, 1, "name"), Who));
  }
}

TEST(Messages, AnUnclosedHandleReadsSo) {
  Finding F = explain(lost(), known());
  EXPECT_EQ(F.Message,
            "'stmt' (SQLite sqlite3_stmt) is not closed before 'load' returns "
            "(level 2: threads may share connections, not cursors; declared by "
            "threadsafe.html)");
  EXPECT_EQ(F.Remedy, "close it with 'sqlite3_finalize' before every return");
  ASSERT_EQ(F.Flow.size(), 2u);
  EXPECT_EQ(F.Flow[0].Message, "'sqlite3_prepare_v2' opens 'stmt' here");
  EXPECT_EQ(F.Flow[1].Kind, "returned");
  EXPECT_EQ(F.Flow[1].At, at(9));
}

TEST(Messages, ALeakInALoopNamesTheLimit) {
  solve::Lost L = lost(solve::WayOut::LoopTurn);
  L.InLoop = true;
  EXPECT_EQ(explain(L, known()).Remedy,
            "close it with 'sqlite3_finalize' at the end of every turn; in a "
            "loop it runs into the limit on open files");
}

TEST(Messages, AHandleWithoutANameIsNamedByItsRole) {
  solve::Lost L = lost(solve::WayOut::Discarded);
  L.Handle.Variable = {};
  EXPECT_EQ(explain(L, known())
                .Message.find("a cursor (SQLite sqlite3_stmt) "
                              "is thrown away"),
            0u);
}

TEST(Messages, SharingThroughACursorNamesBoth) {
  Finding F = explain(shared(), known());
  EXPECT_EQ(F.Handle.Name, "db");
  EXPECT_NE(F.Message.find("here through 'stmt' (SQLite sqlite3_stmt)"),
            std::string::npos);
}

TEST(Messages, ASharedPathNamesTheHandleThatEachStepIsAbout) {
  solve::Shared S = shared();
  S.Path = {
      step(StepKind::Opened, 2, "open"), step(StepKind::Opened, 4, "prepare"),
      step(StepKind::Accessed, 8, "exec"), step(StepKind::Accessed, 7, "step")};
  std::vector<Note> Flow = explain(S, known()).Flow;
  ASSERT_EQ(Flow.size(), 4u);
  EXPECT_EQ(Flow[0].Message, "'open' opens 'db' here");
  EXPECT_EQ(Flow[1].Message, "'prepare' opens 'stmt' here");
  EXPECT_EQ(Flow[2].Message, "'exec' uses 'db' here");
  EXPECT_EQ(Flow[3].Message, "'step' uses 'stmt' here");
}

TEST(Messages, APinnedHandleSaysSo) {
  solve::Shared S = shared(solve::SharedKind::Affinity);
  S.Resource.Sharing = facts::Word::Pinned;
  EXPECT_NE(explain(S, known())
                .Message.find("only the thread that opened this handle may"),
            std::string::npos);
}

TEST(Messages, TwoThreadsAreToldApartWithWhatTheyHold) {
  Cast Who{subjectOf(ref("db", "db"), known()), std::nullopt, {}};
  solve::PathStep First = step(StepKind::Accessed, 1, "exec");
  First.Thread = 1;
  First.Under = Name();
  First.Flag = true;
  EXPECT_EQ(sentenceOf(First, Who), "thread 1: 'exec' uses 'db' here, with no "
                                    "lock, before thread 2 is joined");
  solve::PathStep Second = step(StepKind::Closed, 2, "close");
  Second.Thread = 2;
  Second.Under = Name("'m'");
  EXPECT_EQ(sentenceOf(Second, Who),
            "thread 2: 'close' closes 'db' here, with 'm' locked");
}

TEST(Messages, ACrossingSaysWhatComesOfIt) {
  solve::Solution Known = known();
  for (auto &[Key, Kind] : Known.Kinds) {
    Kind.UsedInChild = Name("mixes two processes");
    Kind.ClosedInChild = Name("ends the session");
  }
  solve::Crossed C;
  C.Handle = ref("db", "db", 2);
  C.At = at(9);
  C.ForkAt = at(8);
  EXPECT_NE(explain(C, Known).Message.find(
                "is used in the child, which mixes two processes (level 2"),
            std::string::npos);
  C.Closes = true;
  EXPECT_NE(explain(C, Known).Message.find(
                "is closed in the child, which ends the session (level 2"),
            std::string::npos);
}

TEST(Messages, AHandleStricterThanItsLevelSaysSo) {
  solve::Shared Fault = shared();
  Fault.Resource.Sharing = facts::Word::Serial;
  EXPECT_NE(explain(Fault, known())
                .Message.find(
                    "not cursors; but only one of them at a time may use this "
                    "handle; declared by"),
            std::string::npos);
}

TEST(Messages, AnAssumedLevelIsCalledAssumed) {
  Solution S = known();
  S.Kinds[Name("st")].Assumed = true;
  EXPECT_NE(explain(lost(), S).Message.find("; assumed, no document says it)"),
            std::string::npos);
  solve::Lost Flagged = lost();
  Flagged.Handle.DeclaredBy = Name("SQLITE_OPEN_NOMUTEX");
  EXPECT_NE(explain(Flagged, S).Message.find("by SQLITE_OPEN_NOMUTEX"),
            std::string::npos)
      << "what the code declares is no assumption";
}

TEST(Messages, AKindThatNobodyDescribesStillGivesAFinding) {
  solve::Lost L = lost();
  L.Handle.Kind = Name("mystery");
  EXPECT_EQ(explain(L, known()).Handle.Type, "mystery");
}

} // namespace
} // namespace cursor_tidy::findings
