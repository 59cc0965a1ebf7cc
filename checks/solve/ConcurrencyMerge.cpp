//===- ConcurrencyMerge.cpp - two paths become one
//---------------------------===//
//
// Compares the views of two paths of one function and joins them. Values have
// the same names on both; threads that started before the paths parted have the
// same numbers, later ones need not.
//
//===----------------------------------------------------------------------===//
#include "solve/Concurrency.h"

#include <algorithm>
#include <tuple>

namespace cursor_tidy::solve {

namespace {

using Numbering = std::map<ThreadId, ThreadId>;

bool sameHold(const HeldLock &L, const HeldLock &R) {
  return L.Mode == R.Mode && L.Depth == R.Depth;
}

bool sameLocks(const LockSet &L, const LockSet &R) {
  return std::equal(L.Held.begin(), L.Held.end(), R.Held.begin(), R.Held.end(),
                    [](const auto &Mine, const auto &Theirs) {
                      return Mine.first == Theirs.first &&
                             sameHold(Mine.second, Theirs.second);
                    });
}

bool sameThread(const ThreadInstance &L, const ThreadInstance &R) {
  return std::tie(L.Id, L.Parent, L.SpawnedAt, L.Entry, L.Path) ==
         std::tie(R.Id, R.Parent, R.SpawnedAt, R.Entry, R.Path);
}

/// Whatever happens next treats the two alike.
bool sameProspect(const ThreadInstance &L, const ThreadInstance &R) {
  return sameThread(L, R) && L.Running == R.Running && L.Many == R.Many &&
         L.IsDetached == R.IsDetached && L.IsCancelled == R.IsCancelled &&
         L.EndsWith == R.EndsWith;
}

/// Of a lock held on both paths, the weaker way of holding it.
LockSet common(const LockSet &L, const LockSet &R) {
  LockSet Result;
  for (const auto &[Mutex, Mine] : L.Held) {
    auto Theirs = R.Held.find(Mutex);
    if (Theirs == R.Held.end())
      continue;
    HeldLock &Both = Result.Held.emplace(Mutex, Mine).first->second;
    Both.Depth = std::min(Both.Depth, Theirs->second.Depth);
    if (Theirs->second.Mode == LockMode::Shared)
      Both.Mode = LockMode::Shared;
  }
  return Result;
}

template <typename Set> Set common(const Set &L, const Set &R) {
  Set Result;
  std::set_intersection(L.begin(), L.end(), R.begin(), R.end(),
                        std::inserter(Result, Result.end()));
  return Result;
}

ThreadSet renumbered(const ThreadSet &Threads, const Numbering &Numbers) {
  ThreadSet Result;
  for (ThreadId Id : Threads)
    Result.insert(Numbers.at(Id));
  return Result;
}

/// What each thread but the running one touches.
std::map<ThreadId, ValueSet> touchedByThreads(const View &Of) {
  std::map<ThreadId, ValueSet> Result;
  for (const std::shared_ptr<const AccessRecord> &Access : Of.accesses())
    if (Access->Thread)
      Result[Access->Thread].insert(Access->Handle);
  return Result;
}

bool isSubset(const ValueSet &Of, const ValueSet &All) {
  return std::includes(All.begin(), All.end(), Of.begin(), Of.end());
}

/// True when a number stands for another thread on each path, such as that of
/// the first turn of a loop and that of the second: then no access of the one
/// is to be compared with an access of the other. A thread that touches less on
/// one path than on the other may be the same that gave up early.
bool differInThreads(const View &L, const View &R) {
  const std::map<ThreadId, ValueSet> Mine = touchedByThreads(L);
  for (const auto &[Id, Theirs] : touchedByThreads(R))
    if (auto At = Mine.find(Id); At != Mine.end() &&
                                 !isSubset(Theirs, At->second) &&
                                 !isSubset(At->second, Theirs))
      return true;
  return false;
}

/// Joins what the other path knows of a thread, in this path's numbers.
void mergeInto(ThreadInstance &Mine, const ThreadInstance &Theirs,
               const Numbering &Numbers) {
  Mine.Many |= Theirs.Many;
  Mine.Running |= Theirs.Running;
  Mine.IsDetached |= Theirs.IsDetached;
  Mine.IsCancelled |= Theirs.IsCancelled;
  Mine.Leaves.add(Theirs.Leaves);
  Mine.RunningAtSpawn.merge(renumbered(Theirs.RunningAtSpawn, Numbers));
  Mine.RunningAtSpawn.erase(Mine.Id);
  Mine.EndsWith = common(Mine.EndsWith, renumbered(Theirs.EndsWith, Numbers));
  Mine.JoinedBefore = common(Mine.JoinedBefore, Theirs.JoinedBefore);
  Mine.AwaitedBefore = common(Mine.AwaitedBefore, Theirs.AwaitedBefore);
}

} // namespace

bool View::samePosition(const View &Other) const {
  const Data &L = *Now, &R = *Other.Now;
  return Now == Other.Now ||
         (sameLocks(L.Locks, R.Locks) &&
          std::tie(L.Released, L.Detached, L.Cancelled, L.Awaited, L.Begun,
                   L.Completed) == std::tie(R.Released, R.Detached, R.Cancelled,
                                            R.Awaited, R.Begun, R.Completed) &&
          std::equal(L.Threads.begin(), L.Threads.end(), R.Threads.begin(),
                     R.Threads.end(), sameProspect));
}

bool View::sameAs(const View &Other) const {
  const Data &L = *Now, &R = *Other.Now;
  return Now == Other.Now ||
         (std::tie(L.Locks, L.Released, L.Joined, L.Detached, L.Cancelled,
                   L.Awaited, L.Signalled, L.Unanswered, L.Begun, L.Completed,
                   L.Threads) == std::tie(R.Locks, R.Released, R.Joined,
                                          R.Detached, R.Cancelled, R.Awaited,
                                          R.Signalled, R.Unanswered, R.Begun,
                                          R.Completed, R.Threads) &&
          std::equal(L.Accesses.begin(), L.Accesses.end(), R.Accesses.begin(),
                     R.Accesses.end(),
                     [](const auto &Mine, const auto &Theirs) {
                       return Mine == Theirs || *Mine == *Theirs;
                     }));
}

Numbering View::merge(const View &Other) {
  Numbering Numbers = {{0, 0}};
  if (Now == Other.Now) {
    for (const ThreadInstance &Thread : Now->Threads)
      Numbers[Thread.Id] = Thread.Id;
    return Numbers;
  }
  const View Theirs = Other; // it may share what is edited below
  const bool Differ = differInThreads(*this, Theirs);
  Data &Mine = edit();
  Mine.Locks = common(Mine.Locks, Theirs.Now->Locks);
  Mine.Released.insert(Theirs.Now->Released.begin(),
                       Theirs.Now->Released.end());
  // Paths are merged at a bound only, where it is better to be silent: what
  // one of them joined is taken as joined.
  Mine.Joined.insert(Theirs.Now->Joined.begin(), Theirs.Now->Joined.end());
  Mine.Detached = common(Mine.Detached, Theirs.Now->Detached);
  Mine.Cancelled = common(Mine.Cancelled, Theirs.Now->Cancelled);
  Mine.Awaited = common(Mine.Awaited, Theirs.Now->Awaited);
  Mine.Unanswered = common(Mine.Unanswered, Theirs.Now->Unanswered);
  Mine.Signalled.insert(Theirs.Now->Signalled.begin(),
                        Theirs.Now->Signalled.end());
  // What one path has completed or never begun is taken as complete.
  std::erase_if(Mine.Begun, [&](const auto &Each) {
    return !Theirs.Now->Begun.contains(Each.first);
  });
  for (auto &[Key, Begun] : Mine.Begun) {
    const OpenProtocol &Other = Theirs.Now->Begun.at(Key);
    Begun.Kept.insert(Other.Kept.begin(), Other.Kept.end());
    Begun.Released = common(Begun.Released, Other.Released);
  }
  Mine.Completed.insert(Theirs.Now->Completed.begin(),
                        Theirs.Now->Completed.end());
  Mine.Dropped += Theirs.dropped();

  ThreadSet Repeated;         // past the bound: what they do is left out
  std::vector<bool> IsShared; // known to both paths, by position in Theirs
  for (const ThreadInstance &Thread : Theirs.threads()) {
    const ThreadInstance *Same = thread(Thread.Id);
    IsShared.push_back(Same && sameThread(*Same, Thread));
    if (IsShared.back()) {
      Numbers[Thread.Id] = Thread.Id;
      continue;
    }
    ThreadInstance New = Thread;
    New.Parent = Numbers[Thread.Parent];
    New.RunningAtSpawn.clear();
    New.EndsWith.clear();
    auto [Number, IsNew] = add(std::move(New));
    Numbers[Thread.Id] = Number;
    if (!IsNew)
      Repeated.insert(Thread.Id);
  }
  for (size_t I = 0; I < IsShared.size(); ++I) {
    const ThreadInstance &Thread = Theirs.threads()[I];
    if (Repeated.count(Thread.Id))
      continue;
    ThreadInstance &Into = *find(Numbers[Thread.Id]);
    if (!IsShared[I] && Thread.RunsOn)
      Into.RunsOn = Numbers[Thread.RunsOn];
    if (!IsShared[I])
      Into.EndsWith.merge(renumbered(Thread.EndsWith, Numbers));
    mergeInto(Into, Thread, Numbers);
  }

  for (const std::shared_ptr<const AccessRecord> &Access : Theirs.accesses()) {
    if (Differ || Repeated.count(Access->Thread))
      continue;
    auto Record = std::make_shared<AccessRecord>(*Access);
    Record->Thread = Numbers[Access->Thread];
    Record->Running = renumbered(Access->Running, Numbers);
    Record->Running.erase(Record->Thread);
    add(*Record == *Access ? Access : std::move(Record));
  }
  return Numbers;
}

} // namespace cursor_tidy::solve
