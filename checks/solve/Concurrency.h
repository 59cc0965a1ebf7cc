//===- Concurrency.h - who touches what, on which thread, under which locks
//---===//
//
// The part of a simulated state that threads, locks and signals need, and the
// question asked of it at the end: which two accesses may happen at the same
// time with nothing to keep them apart. After RacerD (accesses with lock sets,
// compositional) with thread identities and joins.
//
// A View belongs to one simulated path of one function, so that the pairs in it
// are feasible together. Thread 0 is the thread that runs the function,
// whichever that is; a spawned thread gets the next number. A callee's view is
// absorbed at each call of it with its values and threads renamed.
//
// Two accesses may happen at the same time when
//  - they are on two threads, and one of these was started before the access on
//    the other thread (or before that other thread was), has surely not ended
//    by then, and is not its ancestor: `B.Thread in A.Running` or the reverse.
//    An access before the spawn, after the join, or on a thread that was joined
//    before the other one started is none of this. A detached thread, and one
//    that its parent leaves behind, runs on after the parent was joined;
//  - or both are on copies of one thread that was started as Many (or on
//  threads
//    that such copies start);
// and neither awaited a signal that the other gives only when it is done.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_CONCURRENCY_H
#define CURSOR_TIDY_SOLVE_CONCURRENCY_H

#include "solve/ConcurrencyFacts.h"
#include "solve/Reasoning.h"

#include <memory>

namespace cursor_tidy::solve {

using AccessList = std::vector<std::shared_ptr<const AccessRecord>>;

/// Threads, locks and accesses of one simulated path. Copies share their data
/// until one of them changes.
class View {
public:
  /// Handle and name of a protocol.
  using ProtocolKey = std::pair<ValueId, facts::Name>;
  struct Data {
    LockSet Locks;
    ValueSet Released;   ///< held by a caller, unlocked here
    ValueSet Joined;     ///< a caller's threads, joined here
    ValueSet Detached;   ///< a caller's threads, detached here
    ValueSet Cancelled;  ///< likewise
    ValueSet Awaited;    ///< so far
    ValueSet Signalled;  ///< so far
    ValueSet Unanswered; ///< of these, since the thread last waited
    std::map<ProtocolKey, OpenProtocol> Begun; ///< and not complete yet
    std::set<ProtocolKey> Completed; ///< of those that a caller may have begun
    std::vector<ThreadInstance> Threads;
    AccessList Accesses;
    unsigned Dropped = 0;
  };

  //--- the events, in program order, on thread 0 ---
  void lock(ValueId Mutex, LockMode Mode, facts::Name Text = {},
            facts::Location At = {});
  /// Of a mutex that is not held here: a caller held it.
  void unlock(ValueId Mutex);
  /// Starts a thread; what it does is absorbed with `absorbThread`. Of one
  /// spawn site a few threads are told apart; then a number comes again, so
  /// that loops settle, and what its first bearer does stands for it.
  ThreadId spawn(const ThreadStart &Start);
  /// The thread is a task that waits for one of these: it ends with them.
  void runsFor(ThreadId Task, const ThreadSet &Workers);
  void join(ThreadId Thread);
  /// Joins a thread that only a caller knows, by the value that holds its
  /// identity (`worker_.join()` in `stop()`).
  void joinValue(ValueId Identity);
  /// Joins a thread that nobody knows: it may be any that runs, so all are
  /// taken as joined.
  void joinUnknown();
  /// A thread that nobody will join goes on running.
  void detach(ThreadId Thread);
  /// Likewise one that only a caller knows, as in `joinValue`.
  void detachValue(ValueId Identity);
  /// Somebody ends a thread without waiting for the end of what it does.
  void cancel(ThreadId Thread);
  /// Likewise one that only a caller knows, as in `joinValue`.
  void cancelValue(ValueId Identity);
  void leavesOpen(ThreadId Thread, const LeftOpen &Handles);
  void signal(ValueId Object);
  void await(ValueId Object);
  /// Takes an access of another view over, alone, on thread 0: what that view
  /// had awaited before says nothing here.
  void adopt(AccessRecord Record);
  /// Notes an access. Thread, locks and the sets are filled in here.
  void access(AccessRecord Record);
  /// A fork, in the child: no thread but this one is there.
  void enterChild();
  /// A protocol of several steps begins; a lock held now must be held on.
  void begin(ValueId Handle, facts::Name Protocol, OpenProtocol Begun);
  /// A later step of a protocol, beside the access that it is.
  void proceed(AccessRecord Step);
  void complete(ValueId Handle, facts::Name Protocol);

  //--- callees ---
  /// Takes over what a callee did, on the caller's own thread. Call is put
  /// before every path, unless it has no location. Returns the callee's thread
  /// numbers as numbers of this view, 0 included.
  std::map<ThreadId, ThreadId> absorb(const View &Callee,
                                      const ValueRename &Rename,
                                      const ThreadLookup &ThreadsOf,
                                      const PathStep &Call);
  /// Takes over what an entry did, on thread Id, right after its spawn. The
  /// result maps 0 to Id.
  std::map<ThreadId, ThreadId> absorbThread(ThreadId Id, const View &Entry,
                                            const ValueRename &Rename,
                                            const ThreadLookup &ThreadsOf);

  /// Gives what a modelled function did the place of the call and the function
  /// around it: its own events have none.
  void locate(const facts::Location &At, facts::Name Function);

  /// Gives locks that a modelled function took the names that readers know.
  void nameLocks(const std::function<facts::Name(ValueId)> &NameOf);

  /// Accesses to handles that nobody will reach any more, under another name.
  void rename(const std::function<ValueId(const AccessRecord &)> &NameOf);

  /// The same view in the values of another table.
  void renumber(const ValueChange &To);

  //--- questions ---
  const Data &all() const { return *Now; }
  const LockSet &locks() const { return Now->Locks; }
  /// Threads that this view has seen start and that may not have ended.
  ThreadSet running() const;
  bool hasThreads() const { return !Now->Threads.empty(); }
  bool hasAwaited() const { return !Now->Awaited.empty(); }
  const AccessList &accesses() const { return Now->Accesses; }
  const std::vector<ThreadInstance> &threads() const { return Now->Threads; }
  /// The thread itself, or the one that runs it as a task.
  ThreadId runner(ThreadId Id) const;
  /// Null for thread 0.
  const ThreadInstance *thread(ThreadId Id) const;
  /// Accesses that were not kept, at the bound.
  unsigned dropped() const { return Now->Dropped; }
  /// True when two views differ in nothing that a later event could tell apart,
  /// apart from a caller's threads that one of them has joined.
  bool samePosition(const View &Other) const;
  /// True when they agree in everything, records included.
  bool sameAs(const View &Other) const;
  /// Joins another path into this one, when states are merged. Locks kept are
  /// those held on both; threads running are those of either. Returns the other
  /// view's thread numbers as numbers of this one.
  std::map<ThreadId, ThreadId> merge(const View &Other);

private:
  friend class Absorption;

  Data &edit();
  ThreadInstance *find(ThreadId Id);
  /// The number of a thread, and whether it is new: past the bound it is one
  /// that is there already, and what it does is not taken over.
  std::pair<ThreadId, bool> add(ThreadInstance New);
  void add(std::shared_ptr<const AccessRecord> Record);
  void awaitAgain(ValueId Object);
  void end(ThreadId Id);

  std::shared_ptr<Data> Now = std::make_shared<Data>();
};

/// How two accesses may coincide.
enum class Coincidence : uint8_t {
  Never,
  TwoThreads, ///< on two threads that the view tells apart
  TwoCopies   ///< on copies of one thread that was started as Many
};

/// The rule at the top of this file.
Coincidence coincidence(const View &View, const AccessRecord &A,
                        const AccessRecord &B, const Reasoning &By = {});

/// What keeps two accesses apart when they may coincide.
enum class Guard : uint8_t {
  CommonLock, ///< some mutex is held on both sides, exclusively on one at least
  ReaderLocks,
  DifferentLocks,
  NoLock
};
Guard guard(const LockSet &A, const LockSet &B);

/// The sharing word of a handle of this role where a level is declared by
/// something more special than the model: a user, an open flag, a call, a
/// macro. Affinity stays whatever the level; a level says nothing of
/// environments unless it is 3.
facts::Word wordAtLevel(int Level, facts::Role Role, facts::Word Default);

/// What to do with pairs on handles that a caller supplies.
enum class Formals : uint8_t { LeaveToCallers, Include };

/// The pairs of accesses of a view that go beyond the level with nothing to
/// keep them apart, and the accesses off the owning thread of a pinned handle:
/// one for each resource and spawn site, by location.
std::vector<Shared> findShared(const View &View, const HandleLookup &Lookup,
                               Formals Formals, const Reasoning &By = {});

} // namespace cursor_tidy::solve

#endif
