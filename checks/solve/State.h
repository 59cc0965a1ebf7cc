//===- State.h - what one path of a function has made of the world
//----------===//
//
// A state is a set of finite maps over values: what cells hold, what is known
// of scalars, what became of handles, and where the path is among threads and
// processes. A cell without an entry still holds what it held at the entry of
// the function, so a fresh state is empty and a summary is a difference. Maps
// are shared between the states of a fork in the road until one writes.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_STATE_H
#define CURSOR_TIDY_SOLVE_STATE_H

#include "solve/Values.h"

#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace cursor_tidy::solve {

/// A value that is copied only when one of its sharers writes.
template <class T> class Shareable {
public:
  const T &operator*() const { return *Held; }
  const T *operator->() const { return Held.get(); }
  T &write() {
    if (Held.use_count() > 1)
      Held = std::make_shared<T>(*Held);
    return *Held;
  }
  friend bool operator==(const Shareable &L, const Shareable &R) {
    return L.Held == R.Held || *L.Held == *R.Held;
  }

private:
  std::shared_ptr<T> Held = std::make_shared<T>();
};

/// A short history, shared by all who tell it.
using Steps = std::shared_ptr<const std::vector<PathStep>>;

/// What is known of a scalar or pointer: its bounds and what it is not.
struct Range {
  int64_t Low = std::numeric_limits<int64_t>::min();
  int64_t High = std::numeric_limits<int64_t>::max();
  std::set<int64_t> Not;

  bool isEmpty() const { return Low > High; }
  bool isAll() const {
    return Low == std::numeric_limits<int64_t>::min() &&
           High == std::numeric_limits<int64_t>::max() && Not.empty();
  }
  bool contains(int64_t N) const {
    return N >= Low && N <= High && !Not.contains(N);
  }
  friend bool operator==(const Range &, const Range &) = default;
};

/// What has become of a handle on this path.
enum class Condition : uint8_t {
  Known,    ///< it exists, a caller or code that is not seen looks after it
  Open,     ///< opened on this path
  Closed,   ///< closed on this path
  Ended,    ///< closed with its parent
  Stranded, ///< it (by a close that retains it) or its parent was closed: still
            ///< to be closed, not to be used
  Dangling  ///< its parent was closed: open for ever, not to be touched
};

struct HandleState {
  facts::Name Kind;
  Condition Is = Condition::Known;
  bool Owned = false; ///< opened here, so it is ours to close
  bool Borrowed = false;
  bool Reported = false; ///< a leak of it has been told
  std::optional<facts::Declared> By;
  std::vector<ValueId> Parents;
  facts::Name Variable; ///< as the reader knows it
  Steps Opened;         ///< how it came to be open
  Steps Closed;         ///< how it or its parent came to be closed
  facts::ChildRule Rule = facts::ChildRule::Defers; ///< of its close
  ValueId ClosedParent = 0;
  std::optional<ThreadId> ClosedOn; ///< closed by another thread
  ThreadId Maker = 0;
  int Process = 0;           ///< how many forks deep it was opened
  bool IsReset = false;      ///< the driver's after-fork call made it ours
  size_t BranchesBefore = 0; ///< length of the trail when it was opened
  bool InLoop = false;
  /// A close that children kept from closing it; Text: the function.
  std::optional<PathStep> Refused;
  std::pair<uint32_t, unsigned> OpenedAt; ///< block, and which visit of it
};

/// A pointer into memory that a handle owns.
struct BorrowState {
  ValueId Owner = 0;
  facts::Name Kind, Variable; ///< of the owner, which may be gone
  facts::Name Group;
  Steps Taken;
  Steps Ended; ///< null while it is good
};

/// Marks the sites of remade objects, so that what their cells hold is never
/// taken for another value made at the same event.
inline constexpr int64_t RemadeSite = int64_t(1) << 61;

/// What is known of an object besides its content.
struct ObjectState {
  facts::Name Class;
  bool Allocated = false; ///< made on this path, outside every variable
  bool Escaped = false;   ///< also held by code that is not seen
  bool Zeroed = false;    ///< cells without an entry hold zero
  /// Copied as a whole: cells without an entry hold what the cells of this
  /// object held when the function began.
  ValueId CopiedFrom = 0;
  /// Not 0: the object was made or overwritten at this site, so that a cell
  /// without an entry holds something new, not what it held at the entry.
  int64_t Remade = 0;
  std::optional<ThreadId> Thread; ///< the value is this thread's identity
  std::optional<BorrowState> Borrow;
  std::vector<PathStep> Made; ///< where it was allocated
};

/// An access or a close that a caller must judge: of a handle it supplies. Or
/// the end of that handle's children, of which the caller may hold some.
struct LatentUse {
  ValueId Handle = 0;
  facts::Name Kind; ///< of the handle; of the children that end, or empty
  bool Closes = false;
  bool Retained = false; ///< a close that leaves the object to its closer
  bool ReadOnly = false;
  bool IsLocal = false; ///< of the handle's own memory alone
  bool AtExit = false;
  int Process = 0; ///< forks between the entry and the use
  /// A use in a child that is told when a caller is found that supplies a
  /// handle which is open before the fork.
  std::shared_ptr<const Crossed> Fault;
  facts::Name Function; ///< readable name of the function it is in
  Steps Path;           ///< calls that lead to it, then the use itself
  /// Set: no use, children of the kind end.
  std::optional<facts::ChildRule> Ends;
};

/// Pointers borrowed from a handle died here; replayed in callers, which may
/// hold some.
struct Invalidation {
  ValueId Owner = 0;
  facts::Name Group;
  bool Children = false;
  Steps How;
};

/// A leak on a path that depends on what callers keep in their memory.
struct DoubtfulLeak {
  std::shared_ptr<const Lost> Fault;
  /// The cells of callers that the path depends on; empty once it is sure that
  /// this function writes one of them itself.
  std::set<ValueId> Cells;
};

/// The last branches that a path took, newest first.
struct Trail {
  PathStep Step;
  std::shared_ptr<const Trail> Before;
  size_t Length = 1;
};

/// A place that threads take handles out of.
struct Slot {
  std::map<ThreadId, View> Takers; ///< with what each does to a handle
  ThreadSet Given;                 ///< tasks that have got one
};

/// What a child did with a handle from before the forks that led to it.
struct InChild {
  std::vector<facts::Location> Forks;
  std::shared_ptr<Crossed> Fault;
  bool IsLeftToCallers = false;
};

struct State {
  Shareable<std::map<ValueId, ValueId>> Contents; ///< cell -> what it holds
  Shareable<std::map<ValueId, Range>> Ranges;
  Shareable<std::map<ValueId, HandleState>> Handles;
  Shareable<std::map<ValueId, ObjectState>> Objects;
  Shareable<std::vector<LatentUse>> Uses;
  Shareable<std::vector<Invalidation>> Invalidated;
  /// What a caller supplied and code that is not seen has got, also where it
  /// has been overwritten since.
  Shareable<std::set<ValueId>> LetGo;
  /// Pointers in memory of callers that were read through or given to a
  /// library: a caller may know that what they point to has ended.
  Shareable<std::set<ValueId>> ReadThrough;
  /// Objects of callers whose memory was given back, and how.
  Shareable<std::vector<std::pair<ValueId, Steps>>> Freed;
  /// Leaks on this path, which its callers may exclude.
  Shareable<std::vector<DoubtfulLeak>> Doubtful;
  Shareable<std::map<facts::Name, facts::Declared>> Configured; ///< by driver
  /// Container -> threads that take callables out of it and call them.
  Shareable<std::map<ValueId, ThreadSet>> Served;
  /// Likewise handles: by the container, or the cell of a list's first.
  Shareable<std::map<ValueId, Slot>> Slots;
  /// Cells of numbers that a thread writes: while it runs, a loop that asks for
  /// one may see it before or after that.
  Shareable<std::map<ValueId, ThreadId>> Racing;
  Shareable<std::vector<ValueId>> AtExit; ///< functions that exit will run
  Shareable<std::vector<ValueId>> AtFork; ///< functions that children will run
  Shareable<std::map<ValueId, ValueId>>
      Turn;                            ///< container -> index of the turn
  std::map<uint32_t, unsigned> Visits; ///< blocks that were entered, how often
  std::map<uint32_t, unsigned> Turns;  ///< loop heads, by turns of the loop
  std::set<uint32_t> Awaited; ///< loop heads where others have written since
  std::shared_ptr<const Trail> Branches;
  View Threads;
  Process InProcess;
  int Forks = 0;          ///< how many forks deep this path is, in the child
  bool HasForked = false; ///< the path is the parent after a fork
  int Shields = 0;        ///< more than 0: to be cancelled here loses nothing
  std::optional<PathStep> Throwing; ///< unwinding: what throws
  /// Handles that a child closes on the way of an exception, to be told when
  /// somebody catches it.
  std::vector<InChild> Unwound;
  /// A local's life has ended and handles may have become unreachable; judged
  /// when the run of endings is over.
  std::optional<PathStep> PendingEnd;
  /// The room for a statement that this way out has; null anywhere else.
  const facts::Spot *LeavesAt = nullptr;
  /// Containers of which some element was found to be null: the others are in
  /// doubt too. Emptied as soon as they are let go.
  std::vector<ValueId> Doubted;
  bool IsDead = false; ///< no execution gets here
};

/// Why two states at one point are worth keeping apart: what became of handles,
/// locks, threads and processes.
bool sameProperty(const State &L, const State &R);

/// True when nothing that comes later can tell the two apart.
bool sameState(const State &L, const State &R);

/// Of two states that nothing tells apart, all that either has read through.
void addReadThrough(State &To, const State &From);

/// One state for two of the same property: keeps what they agree on.
void mergeInto(State &Into, const State &From, Values &Values, int64_t Site);

} // namespace cursor_tidy::solve

#endif
