//===- Simulate.h - runs one function of the handle program
//------------------===//
//
// A bounded set of states is pushed through the blocks in reverse post order;
// each event turns a state into the states after it. Loops are followed exactly
// for a few turns, then what they write becomes unknown. The result is the
// function's summary; faults that are sure whoever calls are told on the way.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_SIMULATE_H
#define CURSOR_TIDY_SOLVE_SIMULATE_H

#include "solve/Engine.h"
#include "solve/Flow.h"

#include <functional>

namespace cursor_tidy::solve {

/// A value that an event reads, and the cell that it was read from, if any.
struct Operand {
  ValueId Value = 0;
  ValueId Cell = 0;
  bool IsTemporary = false; ///< the cell is one that the extractor made
};

/// A call about to be made, its operands evaluated.
struct Invocation {
  const facts::Function *Callee = nullptr;
  std::vector<Operand> Arguments;
  ValueId This = 0;
  ValueId To = 0; ///< cell for the result, or none
  std::optional<ThreadId> OnThread;
  bool AtExit = false; ///< run by `exit`
};

using States = std::vector<State>;

/// What a caller knows of memory when a callee begins.
enum class Knowledge : uint8_t {
  Excludes, ///< what contradicts it cannot be
  MayChange ///< the callee may find something else there
};

/// What is to run yet when a process ends.
enum class AtExit : uint8_t {
  All,
  Handlers ///< of `atexit`: destructors of globals have run
};

class Simulation {
public:
  Simulation(Engine &Shared, const facts::Function &Function);
  /// What is known of a callable from the start, in terms of another table.
  void supply(const Binding &Is, const Values &Terms);
  /// The summary, and its essence.
  Portable run(Digest &Into);

private:
  //--- the walk over blocks: Simulate.cpp ---
  void enter(facts::BlockId Block, State S, facts::BlockId From);
  void simulate(facts::BlockId Block, State S);
  void finish(const facts::Block &Block, State S);
  /// Leaves: what callees leave open there, where this is no return.
  void leaveFunction(State S, Way How, facts::EndKind End, PathStep Cause,
                     const LeftOpen &Leaves = {});
  void spend(const State &S);
  void settleDoubtful();
  void joinAlike();
  bool writeTheSame(const State &L, const State &R);
  bool saysTheSame(const State &L, const State &R) const;
  void keepEndless(facts::BlockId Head, State S);
  void leaveEndless();
  void noteCondition(ValueId Condition);
  bool letOthersWrite(facts::BlockId Head, State &S);
  /// True for a value that others have written while a loop waited for it.
  bool isWrittenByOthers(ValueId Held) const;
  void letGoDoubted(State &S);
  void take(State S, facts::BlockId To, PathStep Step, bool IsDecided);
  Summary follow();
  void startGlobals(State &S);
  void startWith(State &S);
  ValueId supplied(const Binding &Is);
  void forgetSupplied(State &S);

  //--- loops that go on: Widen.cpp ---
  void widen(facts::BlockId Head, facts::BlockId Into, State &S);
  void forgetWritten(facts::BlockId Head, State &S, bool InHead);
  void askAgain(facts::BlockId Head, facts::BlockId Into, State &S);
  void countNoTurn(State &S) const;

  //--- too many states: Merging.cpp ---
  size_t statesAllowed() const;
  void limit(States &Pending, facts::BlockId At);
  void limitOutcomes();

  //--- values and places: Places.cpp ---
  ValueId addressOf(State &S, const facts::Place &Where);
  Operand evaluate(State &S, const facts::Value &From);
  ValueId load(State &S, ValueId Cell);
  /// Likewise, of what it held in another state.
  ValueId load(const State &Now, ValueId Cell, State &Into);
  bool isRacing(const State &S, ValueId Cell) const;
  ValueId loadRacing(State &S, ValueId Cell);
  bool hasElementsByValue(const State &S, ValueId Container) const;
  bool hasPartsInElements(const State &S, ValueId Container) const;
  void write(State &S, ValueId Cell, ValueId Held);
  /// The object at From as it is in Source (which may be S) replaces the one
  /// at To. IsWhole: it is known to be an object, and no scalar.
  void copyObject(State &S, ValueId To, const State &Source, ValueId From,
                  bool IsWhole);
  bool isObjectCopy(const State &S, ValueId To, ValueId From) const;
  ValueId originOf(const State &S, ValueId Object) const;
  bool holdsParts(const State &S, ValueId Object) const;
  void clearObject(State &S, ValueId Object);
  ValueId freshHere(State &S, ValueId StandsFor = 0);
  /// The event at hand and the turn of its block, as one number.
  int64_t site(const State &S, int64_t Index) const;
  /// The site for objects that the event at hand makes anew.
  int64_t siteHere(const State &S) const;
  facts::Name nameOf(ValueId Address) const;

  //--- one event: Transfer.cpp ---
  States step(State S, const facts::Event &Event);
  void on(State &S, const facts::Set &E);
  void on(State &S, const facts::Compute &E);
  void on(State &S, const facts::Make &E);
  void on(State &S, const facts::Allocate &E);
  void on(State &S, const facts::Free &E);
  void on(State &S, const facts::End &E);
  void on(State &S, const facts::Open &E);
  void on(State &S, const facts::Close &E);
  void on(State &S, const facts::Access &E);
  void on(State &S, const facts::Borrow &E);
  void on(State &S, const facts::Invalidate &E);
  void on(State &S, const facts::EndChildren &E);
  void on(State &S, const facts::Protocol &E);
  void on(State &S, const facts::Parent &E);
  void on(State &S, const facts::Escape &E);
  void on(State &S, const facts::Configure &E);
  void on(State &S, const facts::ConfigureHandle &E);
  void on(State &S, const facts::Join &E);
  void on(State &S, const facts::Detach &E);
  void on(State &S, const facts::Cancel &E);
  void on(State &S, const facts::Shield &E);
  void on(State &S, const facts::Lock &E);
  void on(State &S, const facts::Unlock &E);
  void on(State &S, const facts::Signal &E);
  void on(State &S, const facts::Await &E);
  void on(State &S, const facts::AtExit &E);
  void on(State &S, const facts::AtFork &E);
  void on(State &S, const facts::ResetAfterFork &E);
  void on(State &S, const facts::Spot &E);
  States fork(State S, const facts::Iterate &E);
  States fork(State S, const facts::Fork &E);
  States fork(State S, const facts::Leave &E);
  States fork(State S, const facts::Call &E);
  States fork(State S, const facts::Spawn &E);

  //--- what becomes of handles: Typestate.cpp ---
  /// The field of a handle where the simulation keeps its parent of a kind.
  static facts::Name parentField(facts::Name Kind);
  void open(State &S, ValueId Id, HandleState New);
  void use(State &S, const LatentUse &Use);
  /// Leaves the handle closed, or stranded when its object is still to be
  /// closed.
  void close(State &S, ValueId Id, facts::Name Kind, Condition As,
             facts::ChildRule Rule, Steps How, std::optional<ThreadId> On);
  bool isForAnother(const State &S, ValueId Id, facts::Name Closer) const;
  void endChildren(State &S, ValueId Parent, facts::ChildRule Rule,
                   const Steps &How, facts::Name OfKind = {});
  void endChildrenAlone(State &S, ValueId Parent, facts::ChildRule Rule,
                        facts::Name OfKind, const Steps &How);
  void resetChild(State &S, ValueId Id);
  void endBorrows(State &S, ValueId Owner, facts::Name Group, const Steps &How);
  void invalidate(State &S, ValueId Owner, facts::Name Group, bool Children,
                  const Steps &How);
  void escape(State &S, ValueId From);
  void escape(State &S, std::vector<ValueId> Work);
  std::vector<ValueId> cellsOf(const State &S, ValueId Object) const;
  void release(State &S, ValueId Object, const Steps &How);
  void useBorrowed(State &S, ValueId Pointer);
  void useBehindBorrowed(State &S, ValueId Pointer);
  bool isPointerVariable(ValueId Cell) const;
  LatentUse useHere(const State &S, ValueId Handle, facts::Name Kind) const;
  Steps stepHere(StepKind Kind) const;

  //--- faults: Faults.cpp ---
  /// Told when the function has been followed to its end.
  void tell(Telling Found) { Untold.push_back(std::move(Found)); }
  void tellUnwound(State &S);
  void tellStale(State &S, const HandleState &Handle, const LatentUse &Use);
  std::shared_ptr<const Crossed> tellCrossed(State &S, ValueId Id,
                                             const LatentUse &Use);
  std::shared_ptr<const Crossed> confirmCrossed(const State &S, ValueId Id,
                                                const LatentUse &Use);
  void tellLost(State &S, ValueId Id, WayOut How, PathStep Exit);
  /// Tells a leak, or leaves it to the callers that may exclude this path.
  void tellUnlessExcluded(State &S, std::shared_ptr<const Lost> Fault);
  /// What a thread that is cancelled or detached leaves open for ever.
  void tellLeftOpen(const State &S);
  void tellShared(const State &S);
  HandleRef refer(const State &S, ValueId Id, facts::Name Kind) const;
  std::vector<PathStep> branchesAfter(const State &S, size_t Length) const;

  //--- one statement that settles a fault: Fixes.cpp ---
  bool isOursToClose(const State &S, ValueId Id, facts::Name Kind) const;
  void offerFixes();

  //--- handles that nothing reaches any more: Leaks.cpp ---
  enum class Moment : uint8_t {
    Inside,
    AtReturn,
    AtLeave,
    AtUnbuilt ///< a constructor throws: its object is gone, no destructor runs
  };
  /// Without ByChildren a handle is not held by what derives from it.
  std::set<ValueId> reachable(const State &S, Moment When,
                              bool ByChildren = true) const;
  void findLost(State &S, WayOut How, PathStep Exit, Moment When);
  void settlePending(State &S, WayOut How, std::optional<PathStep> Exit);
  void dropUnreachable(State &S) const;

  //--- calls: Calls.cpp and Apply.cpp ---
  States invoke(State S, const Invocation &Given, const facts::Call *Event);
  void letGoBelow(State &S, const Invocation &Call);
  std::optional<States> takeWays(const State &S, const Invocation &Call,
                                 const Summary &Of, const facts::Call *Event,
                                 Knowledge Now);
  States applyKnown(State S, const Invocation &Call, const Summary &Of,
                    const facts::Call *Event);
  State applyUnknown(State S, const Invocation &Call, const facts::Call *Event);
  std::optional<Invocation> resolve(State &S, const facts::Value &Callee,
                                    bool IsVirtual, Invocation Call);
  std::optional<Invocation> resolveObject(State &S, ValueId Object,
                                          Invocation Call, unsigned Depth);
  Bindings bind(State &S, const Invocation &Call, const Summary &Of);
  const Summary &summaryOf(const facts::Function &Callee, const Bindings &With);
  Invocation withObject(Invocation Call) const;
  //--- threads that start: Spawned.cpp ---
  States applyOnThread(const State &S, const Invocation &Call,
                       const Summary &Of);
  void loseBy(State &S, const Invocation &Call);
  States goOn(State Next, const Invocation &Call, const Outcome &Of,
              class Application &Reader, const facts::Call *Event);
  //--- queues that threads serve: Served.cpp ---
  void serve(State &S, ThreadId Worker, const Summary &Of,
             class Application &Reader);
  //--- likewise handles: Handed.cpp ---
  void noteTaker(State &S, ThreadId Worker, const Summary &Of,
                 class Application &Reader);
  ValueId readAgain(State &S, ValueId Id, ValueId Slot, ValueId Target);
  bool give(State &S, ValueId Slot, ValueId Target);
  void handOver(State &S, const Outcome &Of, class Application &Reader);
  States runServed(State S, const Outcome &Of, class Application &Reader);
  States runTask(State S, ValueId Task);
  void want(ValueId Callable);
  std::vector<PathStep> carried(const State &S, const Invocation &Call) const;
  States runAtExit(State S, AtExit Runs);
  States runAtFork(State S, const std::vector<ValueId> &Handlers);
  States runAll(State S, const std::vector<Invocation> &Calls);
  void leaveHere(State S, facts::EndKind Kind, facts::Name By,
                 const LeftOpen &Leaves = {}, AtExit Runs = AtExit::All);
  void throwHere(State S, facts::Name By, facts::BlockId Unwind);
  /// A parallel region in main goes by its name as well, but nobody can call
  /// it.
  bool isMain() const {
    return Function.IsVisible && Function.Text.text() == "main";
  }
  void noteParent(const State &S, bool Leaves);
  bool isAlone(const std::vector<facts::Location> &Forks) const;
  void settleChildren();
  friend class Application;

  Engine &Shared;
  Values Table;
  Values &Ids = Table;
  const facts::Function &Function;
  Flow Blocks;
  Bindings Known;
  /// Summaries of callees, in terms of Ids.
  std::map<std::pair<facts::Name, Bindings>, Summary> Callees;
  Summary Result;
  std::vector<States> Waiting; ///< by block
  std::vector<States> Seen;    ///< by block: states that were simulated
  /// States that a loop never lets go, with its head.
  std::vector<std::pair<facts::BlockId, State>> Endless;
  std::set<facts::BlockId> LeftIn; ///< blocks with a way out but a return
  /// Block -> what a caller supplies and the branch at its end asks for.
  std::vector<std::set<ValueId>> AskedFor;
  uint64_t StepsLeft;
  uint64_t Budget;     ///< of steps, at the start
  bool IsWhole = true; ///< no path was given up
  std::vector<Telling> Untold;
  std::vector<InChild> InChildren;
  /// By fork: whether every parent ended at once.
  std::map<facts::Location, bool> IsLeftAlone;
  /// What the way out at hand leaves open for its thread to answer for.
  LeftOpen LeavesNow;

  /// What the paths that pass a spot have in common there.
  struct Passage {
    size_t States = 0;
    struct Closable {
      size_t States = 0; ///< in which the statement closes what is open
      std::set<facts::Location> Opened;
    };
    std::map<const facts::Closing *, Closable> Open;
  };
  std::map<const facts::Spot *, Passage> Passed;
  std::map<ValueId, const facts::Closing *> Closable; ///< by cell
  /// Where each lost handle was opened, and the spot before its way out.
  std::vector<std::pair<facts::Location, const facts::Spot *>> LostAt;

  //--- the event at hand ---
  facts::BlockId Block = 0;
  uint32_t EventIndex = 0;
  uint32_t FreshIndex = 0; ///< values made by it so far
  uint32_t CallIndex = 0;  ///< calls made by it so far
  const facts::Event *Event = nullptr;
  facts::Location Here;
};

} // namespace cursor_tidy::solve

#endif
