//===- ConcurrencyAbsorb.cpp - a view takes over another
//---------------------===//
//
// Two ways: a callee's view at a call, on the caller's own thread, and an
// entry's view at a spawn, on the new one. Both rename the other view's values
// and renumber its threads.
//
//===----------------------------------------------------------------------===//
#include "solve/Concurrency.h"

#include <algorithm>
#include <tuple>

namespace cursor_tidy::solve {

namespace {

/// Accesses of one kind that a callee hands to its callers: they conflict with
/// the same others, so two show a reader enough.
constexpr unsigned MaxAlike = 2;

/// Calls that the path of an access tells at most.
constexpr size_t MaxCalls = 12;

/// Puts a call in front of a path; of one that is too long, both ends are kept.
void prepend(const PathStep &Call, std::vector<PathStep> &Path) {
  if (Path.size() >= MaxCalls)
    Path.erase(Path.begin() + MaxCalls / 2);
  Path.insert(Path.begin(), Call);
}

void include(ValueSet &Into, const ValueSet &From) {
  Into.insert(From.begin(), From.end());
}

/// All that conflict detection asks of an access, its place in the text left
/// out.
bool conflictAlike(const AccessRecord &L, const AccessRecord &R) {
  return std::tie(L.Handle, L.Thread, L.ReadOnly, L.Closes, L.Running, L.Locks,
                  L.Released, L.Joined, L.Awaited, L.AwaitedAgain,
                  L.SignalledAfter, L.SignalledBefore, L.Protocol, L.Begun) ==
         std::tie(R.Handle, R.Thread, R.ReadOnly, R.Closes, R.Running, R.Locks,
                  R.Released, R.Joined, R.Awaited, R.AwaitedAgain,
                  R.SignalledAfter, R.SignalledBefore, R.Protocol, R.Begun);
}

AccessList withoutLookalikes(const AccessList &All) {
  AccessList Result;
  for (const std::shared_ptr<const AccessRecord> &Access : All)
    if (std::count_if(Result.begin(), Result.end(), [&](const auto &Kept) {
          return conflictAlike(*Kept, *Access);
        }) < MaxAlike)
      Result.push_back(Access);
  return Result;
}

} // namespace

/// One take-over: the view that grows, the one it takes from, and how names of
/// the second are said in the first. The state Before is that at the call.
class Absorption {
public:
  Absorption(View &Into, const View &From, ThreadId Runner,
             const ValueRename &Rename, const ThreadLookup &ThreadsOf)
      : Into(Into), From(From), Runner(Runner), Rename(Rename),
        ThreadsOf(ThreadsOf), Before(Into), RunningBefore(Into.running()) {
    Numbers[0] = Runner;
    if (const ThreadInstance *Thread = Into.thread(Runner)) {
      RunningBefore = Thread->RunningAtSpawn;
      AwaitedBefore = Thread->AwaitedBefore;
      JoinedBefore = Thread->JoinedBefore;
    } else {
      AwaitedBefore = Into.Now->Awaited;
      JoinedBefore = Into.Now->Joined;
    }
  }

  void takeThreads(const PathStep *Call);
  void takeAccesses(const PathStep *Call);
  void takePosition();
  /// An entry: what it joined has ended when it has.
  void takeEnds();

  std::map<ThreadId, ThreadId> Numbers;

private:
  ValueSet renamed(const ValueSet &Values) const;
  LockSet renamed(const LockSet &Locks) const;
  ThreadSet renumbered(const ThreadSet &Threads) const;
  /// The threads of the growing view that identities of the other one stand
  /// for.
  ThreadSet threadsOf(const ValueSet &Identities) const;
  /// Threads of the growing view that ran before the call and run beside what
  /// came after the joins of these identities.
  ThreadSet stillRunning(const ValueSet &Joined) const;
  AccessRecord renamed(const AccessRecord &Access, ValueId Handle) const;
  OpenProtocol renamed(const OpenProtocol &Begun, bool IsOnRunner) const;
  void takeProtocol(AccessRecord &Mine, const AccessRecord &Theirs) const;
  void takeProtocols();

  View &Into;
  const View &From;
  ThreadId Runner;
  const ValueRename &Rename;
  const ThreadLookup &ThreadsOf;
  const View Before;
  ThreadSet RunningBefore;
  ThreadSet Repeated; ///< threads of From that got a number in use
  ValueSet AwaitedBefore, JoinedBefore;
};

ValueSet Absorption::renamed(const ValueSet &Values) const {
  ValueSet Result;
  for (ValueId Value : Values)
    if (std::optional<ValueId> Name = Rename(Value))
      Result.insert(*Name);
  return Result;
}

LockSet Absorption::renamed(const LockSet &Locks) const {
  LockSet Result;
  for (const auto &[Mutex, Lock] : Locks.Held)
    if (std::optional<ValueId> Name = Rename(Mutex))
      Result.Held.emplace(*Name, Lock);
  return Result;
}

ThreadSet Absorption::renumbered(const ThreadSet &Threads) const {
  ThreadSet Result;
  for (ThreadId Id : Threads)
    if (auto Number = Numbers.find(Id); Number != Numbers.end())
      Result.insert(Number->second);
  return Result;
}

ThreadSet Absorption::threadsOf(const ValueSet &Identities) const {
  ThreadSet Result;
  if (!ThreadsOf)
    return Result;
  for (ValueId Identity : renamed(Identities))
    for (ThreadId Id : ThreadsOf(Identity))
      Result.insert(Id);
  return Result;
}

ThreadSet Absorption::stillRunning(const ValueSet &Joined) const {
  if (Joined.empty())
    return RunningBefore;
  // What ends with a joined thread has ended too, so the joins are replayed.
  View Replay = Before;
  for (ThreadId Id : threadsOf(Joined))
    Replay.join(Id);
  ThreadSet Result;
  const ThreadSet Left = Replay.running();
  std::set_intersection(RunningBefore.begin(), RunningBefore.end(),
                        Left.begin(), Left.end(),
                        std::inserter(Result, Result.end()));
  return Result;
}

void Absorption::takeThreads(const PathStep *Call) {
  // All get their numbers first, for the sets below speak of later ones too.
  for (const ThreadInstance &Theirs : From.threads()) {
    ThreadInstance Mine;
    Mine.Parent = Numbers[Theirs.Parent];
    Mine.Many = Theirs.Many;
    Mine.IsDetached = Theirs.IsDetached;
    Mine.IsCancelled = Theirs.IsCancelled;
    Mine.Leaves = Theirs.Leaves;
    Mine.Entry = Theirs.Entry;
    Mine.SpawnedAt = Theirs.SpawnedAt;
    Mine.Path = Theirs.Path;
    if (Call)
      prepend(*Call, Mine.Path);
    auto [Number, IsNew] = Into.add(std::move(Mine));
    Numbers[Theirs.Id] = Number;
    if (!IsNew)
      Repeated.insert(Theirs.Id);
  }
  for (const ThreadInstance &Theirs : From.threads()) {
    if (Repeated.count(Theirs.Id))
      continue;
    ThreadInstance &Mine = *Into.find(Numbers[Theirs.Id]);
    Mine.IsFilled = true;
    if (Theirs.RunsOn)
      Mine.RunsOn = Numbers[Theirs.RunsOn];
    Mine.RunningAtSpawn.merge(renumbered(Theirs.RunningAtSpawn));
    Mine.RunningAtSpawn.merge(stillRunning(Theirs.JoinedBefore));
    Mine.RunningAtSpawn.erase(Mine.Id);
    Mine.EndsWith.merge(renumbered(Theirs.EndsWith));
    include(Mine.JoinedBefore, renamed(Theirs.JoinedBefore));
    include(Mine.JoinedBefore, JoinedBefore);
    include(Mine.AwaitedBefore, renamed(Theirs.AwaitedBefore));
    include(Mine.AwaitedBefore, AwaitedBefore);
    // Seen from outside an entry, what it started runs until it is joined.
    Mine.Running = Theirs.Running || Runner != 0;
  }
}

AccessRecord Absorption::renamed(const AccessRecord &Access,
                                 ValueId Handle) const {
  AccessRecord Mine = Access;
  Mine.Handle = Handle;
  Mine.Thread = Numbers.at(Access.Thread);
  Mine.Running = renumbered(Access.Running);
  Mine.Running.merge(stillRunning(Access.Joined));
  Mine.Running.erase(Mine.Thread);
  Mine.Joined = renamed(Access.Joined);
  include(Mine.Joined, JoinedBefore);
  Mine.Awaited = renamed(Access.Awaited);
  include(Mine.Awaited, AwaitedBefore);
  Mine.AwaitedAgain = renamed(Access.AwaitedAgain);
  Mine.SignalledAfter = renamed(Access.SignalledAfter);
  Mine.SignalledBefore = renamed(Access.SignalledBefore);
  if (Mine.Thread == 0 && Access.Awaited.empty())
    include(Mine.SignalledBefore, Before.Now->Unanswered);
  Mine.Locks = renamed(Access.Locks);
  Mine.Released.clear();
  takeProtocol(Mine, Access);
  // Only the running thread holds what its caller holds; a new thread starts
  // with nothing.
  if (Mine.Thread != 0)
    return Mine;
  const ValueSet Released = renamed(Access.Released);
  for (const auto &[Mutex, Lock] : Before.locks().Held)
    if (!Released.count(Mutex))
      Mine.Locks.Held.insert_or_assign(Mutex, Lock);
  for (ValueId Mutex : Released)
    if (!Before.locks().holds(Mutex))
      Mine.Released.insert(Mutex);
  include(Mine.Released, Before.Now->Released);
  return Mine;
}

/// What the caller holds at the call is held all the time, unless the callee
/// unlocks it; a new thread holds nothing of it.
OpenProtocol Absorption::renamed(const OpenProtocol &Begun,
                                 bool IsOnRunner) const {
  OpenProtocol Mine = Begun;
  Mine.Kept = renamed(Begun.Kept);
  Mine.Released = renamed(Begun.Released);
  if (IsOnRunner)
    for (const auto &[Mutex, Lock] : Before.locks().Held)
      if (!Mine.Released.count(Mutex))
        Mine.Kept.insert(Mutex);
  return Mine;
}

/// A step of a protocol that the callee did not begin itself: the caller may
/// have.
void Absorption::takeProtocol(AccessRecord &Mine,
                              const AccessRecord &Theirs) const {
  const bool IsOnRunner = Mine.Thread == 0;
  if (Theirs.Begun) {
    Mine.Begun = renamed(*Theirs.Begun, IsOnRunner);
    return;
  }
  auto Begun = Before.Now->Begun.find({Mine.Handle, Mine.Protocol});
  if (!IsOnRunner || Begun == Before.Now->Begun.end())
    return;
  Mine.Begun = Begun->second;
  for (ValueId Mutex : renamed(Theirs.Released)) {
    Mine.Begun->Kept.erase(Mutex);
    Mine.Begun->Released.insert(Mutex);
  }
}

void Absorption::takeProtocols() {
  for (const auto &[Handle, Protocol] : From.Now->Completed)
    if (std::optional<ValueId> Name = Rename(Handle))
      Into.complete(*Name, Protocol);
  for (const auto &[Key, Begun] : From.Now->Begun)
    if (std::optional<ValueId> Name = Rename(Key.first))
      Into.edit().Begun.insert_or_assign({*Name, Key.second},
                                         renamed(Begun, true));
}

void Absorption::takeAccesses(const PathStep *Call) {
  for (const std::shared_ptr<const AccessRecord> &Theirs :
       withoutLookalikes(From.accesses())) {
    std::optional<ValueId> Handle = Rename(Theirs->Handle);
    if (!Handle || Repeated.count(Theirs->Thread))
      continue;
    AccessRecord Mine = renamed(*Theirs, *Handle);
    // A thread has no caller that could have begun the protocol.
    if (!Mine.Protocol.empty() && !Mine.Begun && Mine.Thread != 0)
      continue;
    if (Call && Theirs->Thread == 0)
      prepend(*Call, Mine.Path);
    Into.add(std::make_shared<const AccessRecord>(std::move(Mine)));
  }
  if (From.dropped())
    Into.edit().Dropped += From.dropped();
}

void Absorption::takePosition() {
  const View::Data &Theirs = *From.Now;
  for (ValueId Mutex : renamed(Theirs.Released))
    Into.unlock(Mutex);
  for (const auto &[Mutex, Lock] : renamed(Theirs.Locks).Held) {
    auto [Mine, IsNew] = Into.edit().Locks.Held.try_emplace(Mutex, Lock);
    if (!IsNew)
      Mine->second.Depth += Lock.Depth;
  }
  takeProtocols();
  for (ThreadId Id : threadsOf(Theirs.Joined))
    Into.join(Id);
  for (ValueId Identity : renamed(Theirs.Joined))
    Into.joinValue(Identity);
  for (ThreadId Id : threadsOf(Theirs.Detached))
    Into.detach(Id);
  for (ValueId Identity : renamed(Theirs.Detached))
    Into.detachValue(Identity);
  for (ThreadId Id : threadsOf(Theirs.Cancelled))
    Into.cancel(Id);
  for (ValueId Identity : renamed(Theirs.Cancelled))
    Into.cancelValue(Identity);
  if (!Theirs.Awaited.empty())
    Into.edit().Unanswered.clear();
  include(Into.edit().Awaited, renamed(Theirs.Awaited));
  include(Into.edit().Unanswered, renamed(Theirs.Unanswered));
}

void Absorption::takeEnds() {
  ThreadSet Ended = threadsOf(From.Now->Joined);
  for (const ThreadInstance &Theirs : From.threads())
    if (!Theirs.Running)
      Ended.insert(Numbers[Theirs.Id]);
  Ended.erase(Runner);
  if (ThreadInstance *Thread = Into.find(Runner))
    Thread->EndsWith.merge(Ended);
}

std::map<ThreadId, ThreadId> View::absorb(const View &Callee,
                                          const ValueRename &Rename,
                                          const ThreadLookup &ThreadsOf,
                                          const PathStep &Call) {
  const PathStep *Step = Call.At.isValid() ? &Call : nullptr;
  Absorption Taking(*this, Callee, 0, Rename, ThreadsOf);
  // What was accessed before the call was over when the callee signalled.
  for (ValueId Object : Callee.Now->Signalled)
    if (std::optional<ValueId> Name = Rename(Object))
      signal(*Name);
  for (ValueId Object : Callee.Now->Awaited)
    if (std::optional<ValueId> Name = Rename(Object))
      awaitAgain(*Name);
  Taking.takeThreads(Step);
  Taking.takeAccesses(Step);
  Taking.takePosition();
  return std::move(Taking.Numbers);
}

std::map<ThreadId, ThreadId> View::absorbThread(ThreadId Id, const View &Entry,
                                                const ValueRename &Rename,
                                                const ThreadLookup &ThreadsOf) {
  Absorption Taking(*this, Entry, Id, Rename, ThreadsOf);
  ThreadInstance *Thread = find(Id);
  if (Thread && Thread->IsFilled) {
    for (const ThreadInstance &Theirs : Entry.threads())
      Taking.Numbers[Theirs.Id] = Id;
    return std::move(Taking.Numbers);
  }
  if (Thread)
    Thread->IsFilled = true;
  Taking.takeThreads(nullptr);
  Taking.takeAccesses(nullptr);
  Taking.takeEnds();
  return std::move(Taking.Numbers);
}

} // namespace cursor_tidy::solve
