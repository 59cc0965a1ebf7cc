//===- ConcurrencyFixture.h - views made by hand
//------------------------------===//
//
// Says in a few words what a path does, so that the tests of the concurrency
// engine read as the sentences they prove. Handles, mutexes and objects are
// plain numbers; a line number tells the accesses apart.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TEST_CONCURRENCYFIXTURE_H
#define CURSOR_TIDY_TEST_CONCURRENCYFIXTURE_H

#include "solve/Concurrency.h"

#include "gtest/gtest.h"

#include <map>
#include <string>

namespace cursor_tidy::solve {

inline facts::Location line(uint32_t Line) {
  facts::Location At;
  At.File = facts::Name("main.cpp");
  At.Line = Line;
  At.Column = 1;
  return At;
}

/// A callee's values have the caller's names already.
inline std::optional<ValueId> sameName(ValueId Value) { return Value; }

/// No value of the caller is a thread's identity.
inline std::vector<ThreadId> noThread(ValueId) { return {}; }

inline const PathStep NoStep;

enum Handles : ValueId { Db = 1, Statement, OtherStatement, OtherDb, Env };
enum Mutexes : ValueId { M = 11, N };
enum Objects : ValueId { Condition = 21, OtherCondition, Worker };

class ConcurrencyTest : public testing::Test {
protected:
  ConcurrencyTest() {
    know(Env, facts::Role::Environment, facts::Word::Shared);
    know(Db, facts::Role::Connection, facts::Word::Serial, {Env});
    know(OtherDb, facts::Role::Connection, facts::Word::Serial, {Env});
    know(Statement, facts::Role::Cursor, facts::Word::Serial, {Db});
    know(OtherStatement, facts::Role::Cursor, facts::Word::Serial, {Db});
  }

  HandleFacts &know(ValueId Handle, facts::Role Role, facts::Word Word,
                    std::vector<ValueId> Parents = {}) {
    HandleFacts &Facts = Known[Handle];
    Facts.Ref.Kind = facts::Name("driver/" + std::to_string(Handle));
    Facts.Ref.Opened = line(Handle);
    Facts.Ref.Level = 1;
    Facts.Ref.Sharing = Word;
    Facts.Driver = facts::Name("driver");
    Facts.Is = Role;
    Facts.Parents = std::move(Parents);
    return Facts;
  }

  static void access(View &View, ValueId Handle, uint32_t Line) {
    AccessRecord Record;
    Record.Handle = Handle;
    Record.At = line(Line);
    View.access(Record);
  }
  static void read(View &View, ValueId Handle, uint32_t Line) {
    AccessRecord Record;
    Record.Handle = Handle;
    Record.ReadOnly = true;
    Record.At = line(Line);
    View.access(Record);
  }
  static void close(View &View, ValueId Handle, uint32_t Line) {
    AccessRecord Record;
    Record.Handle = Handle;
    Record.Closes = true;
    Record.At = line(Line);
    View.access(Record);
  }

  static View accessing(ValueId Handle, uint32_t Line) {
    View Result;
    access(Result, Handle, Line);
    return Result;
  }

  /// Starts a thread that does what Entry did.
  static ThreadId spawn(View &View, const solve::View &Entry, uint32_t Line,
                        ThreadStart Start = {}) {
    Start.At = line(Line);
    const ThreadId Id = View.spawn(Start);
    View.absorbThread(Id, Entry, sameName, noThread);
    return Id;
  }

  std::vector<Shared> shared(Formals Formals = Formals::LeaveToCallers) const {
    return findShared(Path, lookup(), Formals);
  }
  HandleLookup lookup() const {
    return [this](ValueId Handle) -> std::optional<HandleFacts> {
      auto Found = Known.find(Handle);
      if (Found == Known.end())
        return std::nullopt;
      return Found->second;
    };
  }

  /// The lines of all faults: `there/here`, in order.
  std::string faults(Formals Formals = Formals::LeaveToCallers) const {
    std::string Result;
    for (const Shared &Fault : shared(Formals))
      Result += (Result.empty() ? "" : " ") + std::to_string(Fault.At.Line) +
                "/" + std::to_string(Fault.Other.Line);
    return Result;
  }

  View Path;
  std::map<ValueId, HandleFacts> Known;
};

} // namespace cursor_tidy::solve

#endif
