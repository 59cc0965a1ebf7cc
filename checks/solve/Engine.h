//===- Engine.h - what the simulations of one run share
//----------------------===//
//
// The program by symbol, the values, the summaries made so far, and the
// solution that is being collected.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_ENGINE_H
#define CURSOR_TIDY_SOLVE_ENGINE_H

#include "solve/Digest.h"
#include "solve/Renumber.h"
#include "solve/Solve.h"

#include <unordered_map>

namespace cursor_tidy::solve {

class Engine {
public:
  Engine(const facts::Program &Program, const Settings &Settings);

  //--- the program ---
  const facts::Program &program() const { return Program; }
  /// Null when the program has no such function, class, global or kind.
  const facts::Function *function(facts::Name Symbol) const;
  const facts::Class *classOf(facts::Name Symbol) const;
  const facts::Global *global(facts::Name Symbol) const;
  const facts::HandleKind *kind(facts::Name Key) const;
  /// Functions that override a virtual method, itself first, bodies only.
  std::vector<const facts::Function *>
  overriders(const facts::Function &Method) const;
  /// The function that a virtual call runs on an object of a class.
  const facts::Function *dispatch(const facts::Function &Method,
                                  facts::Name Class) const;
  /// True when some function of the program calls this one.
  bool hasCaller(facts::Name Symbol) const { return Called.contains(Symbol); }

  /// True when some thread of the program may be cancelled.
  bool mayCancel() const { return HasCancel; }

  /// Functions that call each other, directly or not.
  void noteCycle(const std::vector<const facts::Function *> &Members);
  bool isRecursion(facts::Name Caller, facts::Name Callee) const;

  //--- summaries ---
  /// Solves a function again, with what is known of its callees by now.
  void solve(const facts::Function &Function);
  /// Drops what the summary of a function on a cycle says of numbers: how deep
  /// the recursion goes is not followed.
  void forgetNumbers(const facts::Function &Function);
  /// What a function does, for a caller that supplies these callables, which
  /// are values of a table of the caller's.
  const Portable &summary(const facts::Function &Function, const Bindings &With,
                          const Values &Terms);
  /// The essence of what a function does, whoever calls it.
  const Digest &about(const facts::Function &Function);
  /// Likewise all of it, in the terms of `Ids`.
  const Summary &summary(const facts::Function &Function);

  //--- findings; each keeps the first of its kind at one place ---
  void report(Lost Fault);
  /// A leak of which callers say whether they permit its path. It is told when
  /// none was asked.
  void defer(const std::shared_ptr<const Lost> &Fault);
  void noteAsked(const Lost &Fault);
  /// An access in a child to what callers supply. It is told when one is found
  /// that supplies a handle which is open before the fork.
  void defer(const std::shared_ptr<const Crossed> &Fault);
  void confirm(const Crossed &Fault, const Steps &Opened);
  void reportDeferred();
  void report(Stale Fault);
  void report(Shared Fault);
  void report(Crossed Fault);
  /// A function's analysis was cut short.
  void noteCut(const facts::Function &Function);
  /// What settles the leak of what is opened there; none: that nothing does.
  void offerFix(facts::Location OpenedAt, std::optional<Mending> Fix);
  /// Gives the faults that are lost in one way alone what settles them.
  void attachFixes();
  /// False while a cycle is not settled: what is seen then is not told.
  bool Reporting = true;
  /// True for code that is made up: only what threads do to each other counts.
  bool OnlyThreads = false;

  Values Ids; ///< of those who look at summaries of many functions
  const solve::Settings &Settings;
  solve::Solution Solution;

  /// True when something in the program may put a kind's driver on level 0, so
  /// that even accesses to handles of one thread's own matter to the others.
  bool mayBeLevelZero(facts::Name Kind) const;
  /// The level that is in force for a handle.
  HandleRef
  describe(const HandleState &Handle,
           const std::map<facts::Name, facts::Declared> &Configured) const;

private:
  /// A function, and its bindings as text.
  using Key = std::pair<facts::Name, std::string>;
  const facts::Program &Program;
  std::unordered_map<facts::Name, const facts::Function *> Functions;
  std::unordered_map<facts::Name, const facts::Class *> Classes;
  std::unordered_map<facts::Name, const facts::Global *> Globals;
  std::unordered_map<facts::Name, const facts::HandleKind *> Kinds;
  std::unordered_map<facts::Name, std::vector<const facts::Function *>>
      OverriddenBy;
  std::set<facts::Name> Called;
  bool HasCancel = false;
  std::unordered_map<facts::Name, facts::Name> CycleOf; ///< by its first member
  std::set<facts::Name> AtLevelZero;                    ///< drivers
  struct Solved {
    Portable Of;
    Digest Is;
  };
  const Solved &solved(const facts::Function &Function, const Bindings &With,
                       const Values &Terms);
  std::map<Key, Solved> Summaries;
  std::unordered_map<facts::Name, Summary> Read; ///< in terms of Ids
  std::set<Key> InProgress;
  std::set<std::pair<facts::Location, int>> Told;
  std::vector<std::shared_ptr<const Lost>> Deferred;
  std::set<std::pair<facts::Location, facts::Location>> Asked; ///< opened, left
  std::vector<std::shared_ptr<const Crossed>> DeferredInChildren;
  /// Access and fork -> how the handle came to be open, if that is seen.
  std::map<std::pair<facts::Location, facts::Location>, Steps> Confirmed;
  std::map<facts::Location, size_t> LostAt; ///< by opening: number of the fault
  std::set<facts::Location> LostTwice;      ///< openings lost in several ways
  std::map<facts::Location, std::optional<Mending>> Offered; ///< by opening
  std::set<facts::Name> CutShort;
};

} // namespace cursor_tidy::solve

#endif
