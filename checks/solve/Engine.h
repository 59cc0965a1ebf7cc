//===- Engine.h - what the simulations of one run share
//----------------------===//
//
// The program by symbol, the values, the summaries made so far, and the
// solution that is being collected.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_ENGINE_H
#define CURSOR_TIDY_SOLVE_ENGINE_H

#include "solve/Memory.h"
#include "solve/Renumber.h"
#include "solve/Solve.h"

#include <unordered_map>

namespace cursor_tidy::solve {

class Engine {
public:
  /// With a memory, which may be null, functions are not solved again that an
  /// earlier run has solved the same.
  Engine(const facts::Program &Program, const Settings &Settings,
         Memory *Recalled);

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
  bool hasCaller(facts::Name Symbol) const;
  /// Globals with destructors, and these.
  using Static = std::pair<const facts::Global *, const facts::Function *>;
  std::vector<Static> statics() const;

  /// True when some thread of the program may be cancelled.
  bool mayCancel() const { return HasCancel; }
  /// Globals that hold nothing but zeros when the program starts.
  std::vector<facts::Name> zeroed() const;

  /// Functions that call each other, directly or not, are about to be solved.
  void beginCycle(const std::vector<const facts::Function *> &Members);
  void endCycle() { Unsettled.clear(); }
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
  /// False when what was recalled does not fit what was solved again.
  bool isConsistent() const { return IsConsistent; }
  /// Leaves what this run has found out in the memory.
  void remember();
  /// The essence of what a function does, whoever calls it.
  const Digest &about(const facts::Function &Function);
  /// Likewise all of it, in the terms of `Ids`.
  const Summary &summary(const facts::Function &Function);

  //--- findings; each keeps the first of its kind at one place ---
  /// What a simulation tells counts when it is over.
  void report(Telling What);
  /// Leaks of which no caller was asked whether it permits the path, and
  /// accesses in children for which a caller has opened the handle.
  void reportDeferred();
  uint64_t &statesMerged() { return Now->Made.StatesMerged; }
  uint64_t &statesDropped() { return Now->Made.StatesDropped; }
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
  /// A simulation under way.
  struct Run {
    const facts::Function &Of;
    Run *Outer;
    bool IsRepeated = false; ///< what it tells is known already
    Record Made = {};
    std::set<std::tuple<Topic, const char *, const char *>> Asked = {};
    std::set<AskedAbout> AskedAboutLeaks = {};
    std::set<OpenBefore> OpenBeforeForks = {};
  };
  /// A summary that is asked for.
  struct Request {
    const facts::Function &Of;
    std::vector<std::pair<std::string, const Binding *>> With; ///< sorted
    const Values &Terms;
    SummaryKey Key;
  };
  static Request request(const facts::Function &Of, const Bindings &With,
                         const Values &Terms);

  const Record &solved(const Request &For);
  const Record &simulate(const Request &For);
  void simulateAgain(const Request &For);
  Portable run(Run &Simulated, const Request &For);
  void meetUnknown(const facts::Function &Function);
  void tell(const Record &Of);

  //--- what simulations may ask for: Recall.cpp ---
  void ask(Topic About, facts::Name Of, facts::Name With = {}) const;
  void noteSummary(const Request &For);
  Hash answer(Topic About, facts::Name Of, facts::Name With) const;
  Hash headOf(const facts::Function *Function) const;
  bool holds(const facts::Function &Of, const SummaryKey &Key,
             const Record &Known);
  const Record *recall(const facts::Function &Of, const SummaryKey &Key);
  std::vector<Static> endedStatics() const;
  std::vector<facts::Name> zeroedGlobals() const;
  std::vector<const facts::Function *>
  bodiesOf(const facts::Function &Method) const;
  const facts::Function *runBy(const facts::Function &Method,
                               facts::Name Class) const;

  //--- tellings, one by one ---
  void on(const Lost &Fault);
  void on(const Stale &Fault);
  void on(const Shared &Fault);
  void on(const Crossed &Fault);
  void on(const Undecided &Leak);
  void on(const AskedAbout &Leak);
  void on(const Childs &Access);
  void on(const OpenBefore &Access);
  void on(const Offer &Made);
  void on(const TooLarge &Function);

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
  std::unordered_map<SummaryKey, Portable> Summaries;
  std::unordered_map<SummaryKey, Record> Records;
  Memory *Recalled;
  size_t Adopted = 0; ///< of its records
  bool IsConsistent = true;
  Run *Now = nullptr;              ///< the innermost
  std::set<facts::Name> Unsettled; ///< functions of a cycle
  mutable std::unordered_map<const facts::Function *, Hash> Heads;
  std::unordered_map<facts::Name, Summary> Read; ///< in terms of Ids
  std::set<SummaryKey> InProgress;
  std::set<std::pair<facts::Location, int>> Told;
  std::vector<Lost> Deferred;
  std::set<AskedAbout> Asked;
  std::vector<Crossed> DeferredInChildren;
  /// Access and fork -> how the handle came to be open, if that is seen.
  std::map<std::pair<facts::Location, facts::Location>, std::vector<PathStep>>
      Confirmed;
  std::map<facts::Location, size_t> LostAt; ///< by opening: number of the fault
  std::set<facts::Location> LostTwice;      ///< openings lost in several ways
  std::map<facts::Location, std::optional<Mending>> Offered; ///< by opening
  std::set<facts::Name> CutShort;
};

} // namespace cursor_tidy::solve

#endif
