//===- Apply.h - one outcome of a callee in a caller's state
//-----------------===//
//
// Reads the callee's values as the caller's, refuses an outcome that the
// caller's state contradicts, and otherwise replays what a caller can notice:
// uses, cells, handles, threads, process.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_APPLY_H
#define CURSOR_TIDY_SOLVE_APPLY_H

#include "solve/Simulate.h"

namespace cursor_tidy::solve {

class Application {
public:
  Application(Simulation &Caller, const State &Before, const Invocation &Call)
      : Caller(Caller), Ids(Caller.Ids), Before(Before), Call(Call),
        After(Before) {}

  /// The callee's value as the caller's.
  ValueId resolve(ValueId Id);
  /// Likewise, of one that its view names; none when no caller can meet it.
  std::optional<ValueId> resolveNoted(const State &Post, ValueId Id);
  /// The state after an outcome; dead when the outcome cannot be.
  State apply(const Outcome &Of, Knowledge Now = Knowledge::Excludes);

private:
  /// The caller's site for an object that the callee makes at a site of its
  /// own.
  int64_t remadeHere(int64_t Site);
  ValueId resolveVariable(ValueId Id, const Definition &Is);
  ValueId resolveElement(const Definition &Is);
  ValueId resolveContent(ValueId Id, const Definition &Is);
  void noteEmptied(const State &Post);
  bool asksForEmptied(ValueId Id) const;
  bool isPlainParameter(ValueId Cell) const;
  bool isLeftToOthers(ValueId Held) const;
  bool isUntestedPointer(ValueId Id) const;
  Steps place(const Steps &Inner) const;
  HandleState renamed(HandleState Handle);

  void takeRanges(const State &Post);
  void takeClose(ValueId There, const HandleState &Handle);
  void takeUses(const State &Post);
  void takeLeaks(const State &Post);
  void letGo(const State &Post);
  void takeObjects(const State &Post);
  void takeContents(const State &Post);
  void takeHandles(const State &Post);
  void takeThreads(const State &Post);
  void takeServed(const State &Post);
  void takeRacing(const State &Post);
  void takeProcess(const State &Post);

  Simulation &Caller;
  Values &Ids;
  const State Before;
  const Invocation &Call;
  State After;
  bool OnlyAsks = false; ///< the callee reads and returns something
  /// The outcome is that of a null pointer which only a model asks about.
  bool AsksForNull = false;
  bool HasProcess = false; ///< After is in the process where the callee ends
  /// What a thread finds in cells that it leaves empty.
  std::set<ValueId> Emptied;
  std::map<ValueId, ValueId> Resolved;
  std::map<ThreadId, ThreadId> Numbers;
  std::map<int64_t, int64_t> Remade; ///< callee's site -> its number here
};

} // namespace cursor_tidy::solve

#endif
