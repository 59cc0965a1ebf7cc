//===- ConcurrencyFacts.h - the nouns of the concurrency engine
//--------------===//
//
// Locks, accesses and threads as one simulated path sees them, and what
// conflict detection must be told of a handle. Plain data; the rules are in
// Concurrency.h.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_CONCURRENCYFACTS_H
#define CURSOR_TIDY_SOLVE_CONCURRENCYFACTS_H

#include "solve/Solution.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace cursor_tidy::solve {

/// A value of the simulation: the identity of an object (the address of a
/// handle, of a mutex, of a variable) or an unknown scalar.
using ValueId = uint32_t;

/// A thread as seen from one view; 0 is the one that runs the function.
using ThreadId = uint32_t;

using ValueSet = std::set<ValueId>;
using ThreadSet = std::set<ThreadId>;

enum class LockMode : uint8_t { Exclusive, Shared };

/// How one mutex is held.
struct HeldLock {
  LockMode Mode = LockMode::Exclusive;
  unsigned Depth = 1; ///< a recursive mutex counts
  facts::Name Text;   ///< the mutex as the reader knows it, or empty
  facts::Location At; ///< where it was locked
  friend auto operator<=>(const HeldLock &, const HeldLock &) = default;
};

/// The locks held at a point, by the mutex object.
struct LockSet {
  std::map<ValueId, HeldLock> Held;
  bool holds(ValueId Mutex) const { return Held.count(Mutex) != 0; }
  friend bool operator==(const LockSet &, const LockSet &) = default;
};

/// A protocol of several steps that was begun on a handle.
struct OpenProtocol {
  facts::Location BegunAt;
  facts::Name BegunBy; ///< the driver's function
  ValueSet Kept;       ///< mutexes held ever since
  ValueSet Released;   ///< mutexes of a caller that were unlocked since
  friend bool operator==(const OpenProtocol &, const OpenProtocol &) = default;
};

/// One access to a handle.
struct AccessRecord {
  //--- what the simulation says ---
  ValueId Handle = 0;
  facts::Name Kind; ///< as the access names it; the open may know better
  bool ReadOnly = false;
  bool Closes = false;
  facts::Name Function; ///< readable name of the function whose body makes
                        ///< the access
  facts::Name Callee;   ///< the driver's function that is called
  facts::Location At;
  std::vector<PathStep> Path; ///< how control gets here on its own thread,
                              ///< outermost call first
  /// Not empty: no access, but the mark of one as a later step of a protocol.
  facts::Name Protocol;

  //--- what View::access fills in ---
  ThreadId Thread = 0;
  LockSet Locks;
  ThreadSet Running; ///< threads that may run beside this access: started
                     ///< before it, not its ancestors, not surely ended
  ValueSet Released; ///< mutexes of a caller that were unlocked before it
  ValueSet Joined;   ///< threads of a caller, by the value that holds their
                     ///< identity, that were joined before it
  ValueSet Awaited;  ///< objects whose signal its thread has awaited before it
  ValueSet AwaitedAgain;    ///< of these, awaited once more when it was over
  ValueSet SignalledAfter;  ///< objects signalled once it was over
  ValueSet SignalledBefore; ///< objects that its thread had signalled before it
                            ///< without waiting for anything since
  /// The protocol of which it is a later step; none when a caller began it.
  std::optional<OpenProtocol> Begun;
  friend bool operator==(const AccessRecord &, const AccessRecord &) = default;
};

/// What is left open by a thread that never comes to its end.
struct LeftOpen {
  using Faults = std::vector<std::shared_ptr<const Lost>>;
  Faults Looping;   ///< while it goes round a loop without a way out
  Faults Cancelled; ///< at a point where it may be cancelled
  void add(const LeftOpen &More);
  friend bool operator==(const LeftOpen &, const LeftOpen &);
};

/// One thread that a view has seen start.
struct ThreadInstance {
  ThreadId Id = 0;
  ThreadId Parent = 0;
  bool Many = false;        ///< several threads of one entry at once
  bool Running = true;      ///< may not have ended yet
  bool IsDetached = false;  ///< nobody will join it
  bool IsCancelled = false; ///< somebody does not wait for its end
  LeftOpen Leaves;
  ThreadId RunsOn = 0;   ///< not 0: a task that this thread runs, the only one
                         ///< that takes such tasks
  bool IsFilled = false; ///< what it does has been absorbed
  ThreadSet RunningAtSpawn; ///< not its ancestors, and may still run then
  ThreadSet EndsWith;     ///< threads that have surely ended when this one has
  ValueSet JoinedBefore;  ///< threads of a caller joined before its start
  ValueSet AwaitedBefore; ///< objects awaited before its start
  facts::Name Entry;
  facts::Location SpawnedAt;
  std::vector<PathStep> Path; ///< calls that lead to the spawn, then captures
                              ///< and arguments that carry handles over
  friend bool operator==(const ThreadInstance &,
                         const ThreadInstance &) = default;
};

/// What a spawn says of the new thread.
struct ThreadStart {
  facts::Name Entry = {}; ///< readable name
  facts::Location At = {};
  bool Many = false;
  std::vector<PathStep> Carried = {}; ///< Captured and Passed steps
};

/// In which process a path runs.
struct Process {
  bool IsChild = false; ///< after a fork, in the child
  bool IsDaemon = false;
  bool IsVfork = false;
  facts::Location ForkedAt;
  facts::Name ForkedBy; ///< the function called
  /// Every fork on the way to this child, the last one too.
  std::vector<facts::Location> Forks;
  /// Of a parent: where it has forked last, and whether it has used no handle
  /// and has waited for nothing since.
  facts::Location ChildAt;
  bool IsIdle = false;
};

/// What conflict detection must know of a handle; answered by the simulation.
struct HandleFacts {
  HandleRef Ref; ///< Sharing is final: where something more special than the
                 ///< kind declares a level, it went through `wordAtLevel`
  facts::Role Is = facts::Role::Connection;
  facts::Name Driver;
  facts::Name OpenedBy; ///< the driver's function that opened it, or empty
  std::vector<ValueId> Parents; ///< that it derives from directly
  bool IsFormal = false; ///< supplied by a caller, so that what is known here
                         ///< may still change
  bool IsForgotten = false; ///< any handle of the kind that nobody reaches: two
                            ///< of them are not one, only of one driver
  ThreadId Maker = 0;       ///< thread that opened it; 0 when a caller did
};

/// Answers for a value; none when it is no handle.
using HandleLookup = std::function<std::optional<HandleFacts>(ValueId)>;

/// A value of one table in another one.
using ValueChange = std::function<ValueId(ValueId)>;

/// A callee's value as the caller's; none when no caller can meet it (then what
/// the callee did with it is forgotten).
using ValueRename = std::function<std::optional<ValueId>(ValueId)>;

/// The threads whose identity a value of the caller holds: one, those of a
/// container, or none.
using ThreadLookup = std::function<std::vector<ThreadId>(ValueId)>;

} // namespace cursor_tidy::solve

#endif
