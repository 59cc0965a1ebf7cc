//===- ConcurrencyShare.cpp - which pairs of accesses are faults
//-------------===//
//
// Levels, words and derivation over the pairs that may coincide: an access to a
// handle is an access to all that it derives from, up to but without the
// environment, and at level 0 to the whole driver. Of the pairs on one resource
// and one spawn site the most telling one is kept.
//
//===----------------------------------------------------------------------===//
#include "solve/Concurrency.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

namespace cursor_tidy::solve {

namespace {

using facts::Location;
using facts::Role;
using facts::Word;

/// How good a pair is for telling the fault: the smaller, the better.
struct Rank {
  int Closes = 0; ///< an access that is no close says more
  int Guarded = 0;
  int SelfParallel = 0;
  int OtherFile = 0;
  uint32_t Distance = 0; ///< in lines
  Location At, Other;
  friend auto operator<=>(const Rank &, const Rank &) = default;
};

/// What a finding is about: one resource (or, at level 0, one driver) and the
/// place where the other thread starts.
struct Key {
  facts::Name Driver; ///< at level 0
  ValueId Resource = 0;
  Location SpawnedAt;
  friend auto operator<=>(const Key &, const Key &) = default;
};

bool isSameSite(const ThreadInstance &L, const ThreadInstance &R) {
  return L.SpawnedAt == R.SpawnedAt && L.Entry == R.Entry;
}

/// Finds, ranks and tells the faults of one view.
class SharedFinder {
public:
  SharedFinder(const View &Seen, const HandleLookup &Lookup, Formals Formals)
      : Seen(Seen), Lookup(Lookup), Callers(Formals) {}

  std::vector<Shared> run();

private:
  using Access = AccessRecord;

  const std::optional<HandleFacts> &handle(ValueId Handle);
  /// The handle and what it derives from, nearest first; no environment unless
  /// it is the handle itself.
  const std::vector<ValueId> &resources(ValueId Handle);
  bool isLeftToCallers(const HandleFacts &Facts) const {
    return Facts.IsFormal && Callers == Formals::LeaveToCallers;
  }
  bool mayShare(const HandleFacts &Resource, const Access &A,
                const Access &B) const;
  bool isPrivateToCopies(const HandleFacts &Resource) const;
  /// The outermost resource that both use and that may not be shared.
  std::optional<ValueId> fault(const Access &A, const Access &B,
                               Coincidence How);
  bool isOnDriverOfLevelZero(const Access &A, const Access &B);

  void considerPair(const Access &A, const Access &B);
  void considerAffinity(const Access &A);
  void keep(const Key &Key, const Rank &Rank, Shared Fault);

  Shared tellPair(ValueId Resource, const Access &There, const Access &Here,
                  SharedKind How, bool SelfParallel);
  Shared tellAffinity(ValueId Resource, const Access &There,
                      const ThreadInstance &Thread);
  void tellOpened(std::vector<PathStep> &Path, ValueId Handle);
  void tellThread(std::vector<PathStep> &Path, ThreadId Id) const;
  void tellAccess(std::vector<PathStep> &Path, const Access &A) const;
  void tellLock(std::vector<PathStep> &Path, const Access &A) const;

  const View &Seen;
  const HandleLookup &Lookup;
  const Formals Callers;
  std::map<ValueId, std::optional<HandleFacts>> Handles;
  std::map<ValueId, std::vector<ValueId>> Chains;
  std::map<Key, std::pair<Rank, Shared>> Best;
};

//--- Resources --------------------------------------------------------------//

const std::optional<HandleFacts> &SharedFinder::handle(ValueId Handle) {
  auto [Known, IsNew] = Handles.try_emplace(Handle);
  if (IsNew)
    Known->second = Lookup(Handle);
  return Known->second;
}

const std::vector<ValueId> &SharedFinder::resources(ValueId Handle) {
  auto [Known, IsNew] = Chains.try_emplace(Handle);
  std::vector<ValueId> &Chain = Known->second;
  if (!IsNew || !handle(Handle))
    return Chain;
  Chain.push_back(Handle);
  for (size_t I = 0; I < Chain.size(); ++I) {
    const std::vector<ValueId> Parents = handle(Chain[I])->Parents;
    for (ValueId Parent : Parents) {
      const std::optional<HandleFacts> &Facts = handle(Parent);
      if (Facts && Facts->Is != Role::Environment &&
          std::find(Chain.begin(), Chain.end(), Parent) == Chain.end())
        Chain.push_back(Parent);
    }
  }
  return Chain;
}

bool SharedFinder::mayShare(const HandleFacts &Resource, const Access &A,
                            const Access &B) const {
  switch (Resource.Ref.Sharing) {
  case Word::Shared:
    return true;
  case Word::ReadShared:
    return A.ReadOnly && B.ReadOnly;
  case Word::Serial:
    return false;
  case Word::Pinned:
    return true; // no pair is needed: see considerAffinity
  }
  return true;
}

/// Made inside a thread of which there are many: every copy has its own.
bool SharedFinder::isPrivateToCopies(const HandleFacts &Resource) const {
  for (const ThreadInstance *Thread = Seen.thread(Resource.Maker); Thread;
       Thread = Seen.thread(Thread->Parent))
    if (Thread->Many)
      return true;
  return false;
}

std::optional<ValueId> SharedFinder::fault(const Access &A, const Access &B,
                                           Coincidence How) {
  std::optional<ValueId> Outermost;
  const std::vector<ValueId> &OfB = resources(B.Handle);
  for (ValueId Resource : resources(A.Handle)) {
    if (std::find(OfB.begin(), OfB.end(), Resource) == OfB.end())
      continue;
    const HandleFacts &Facts = *handle(Resource);
    if (!Facts.IsForgotten && !mayShare(Facts, A, B) &&
        !isLeftToCallers(Facts) &&
        !(How == Coincidence::TwoCopies && isPrivateToCopies(Facts)))
      Outermost = Resource;
  }
  return Outermost;
}

bool SharedFinder::isOnDriverOfLevelZero(const Access &A, const Access &B) {
  const std::optional<HandleFacts> &OfA = handle(A.Handle);
  const std::optional<HandleFacts> &OfB = handle(B.Handle);
  return OfA && OfB && OfA->Ref.Level == 0 && OfB->Ref.Level == 0 &&
         OfA->Driver == OfB->Driver;
}

//--- Faults -----------------------------------------------------------------//

SharedKind kindOf(Guard Guard) {
  switch (Guard) {
  case Guard::ReaderLocks:
    return SharedKind::ReaderLocks;
  case Guard::DifferentLocks:
    return SharedKind::DifferentLocks;
  case Guard::CommonLock: // no fault
  case Guard::NoLock:
    break;
  }
  return SharedKind::NoLock;
}

uint32_t linesBetween(const Location &L, const Location &R) {
  return L.Line < R.Line ? R.Line - L.Line : L.Line - R.Line;
}

void SharedFinder::considerPair(const Access &A, const Access &B) {
  const Coincidence When = coincidence(Seen, A, B);
  if (When == Coincidence::Never)
    return;
  const Guard Guard = guard(A.Locks, B.Locks);
  if (Guard == Guard::CommonLock)
    return;
  const bool IsLevelZero = isOnDriverOfLevelZero(A, B);
  std::optional<ValueId> Resource = fault(A, B, When);
  if (IsLevelZero)
    Resource = resources(A.Handle).back();
  if (!Resource)
    return;

  // The finding stands at the access on the thread that started last.
  const bool IsBThere = std::tie(B.Thread, B.At) >= std::tie(A.Thread, A.At);
  const Access &There = IsBThere ? B : A;
  const Access &Here = IsBThere ? A : B;
  const ThreadInstance &Thread = *Seen.thread(There.Thread);
  const ThreadInstance *Meets = Seen.thread(Here.Thread);
  const bool SelfParallel = Meets && isSameSite(Thread, *Meets);

  Key Key{.Driver = {}, .Resource = *Resource, .SpawnedAt = Thread.SpawnedAt};
  if (IsLevelZero) {
    Key.Driver = handle(A.Handle)->Driver;
    Key.Resource = 0; // whatever handles they are
  }
  const SharedKind How = kindOf(Guard);
  const Rank Rank{.Closes = A.Closes + B.Closes,
                  .Guarded = static_cast<int>(How),
                  .SelfParallel = SelfParallel,
                  .OtherFile = A.At.File != B.At.File,
                  .Distance = linesBetween(A.At, B.At),
                  .At = There.At,
                  .Other = Here.At};
  auto Kept = Best.find(Key);
  if (Kept != Best.end() && !(Rank < Kept->second.first))
    return;
  Shared Fault = tellPair(*Resource, There, Here, How, SelfParallel);
  Fault.IsDriver = IsLevelZero;
  keep(Key, Rank, std::move(Fault));
}

void SharedFinder::considerAffinity(const Access &A) {
  for (ValueId Resource : resources(A.Handle)) {
    const HandleFacts &Facts = *handle(Resource);
    if (Facts.Ref.Sharing != Word::Pinned || Facts.IsForgotten ||
        Seen.runner(Facts.Maker) == Seen.runner(A.Thread) ||
        isLeftToCallers(Facts))
      continue;
    // The thread that is not the running one: it uses the handle or made it.
    const ThreadInstance *Thread =
        Seen.thread(A.Thread ? A.Thread : Facts.Maker);
    if (!Thread)
      continue;
    const Key Key{
        .Driver = {}, .Resource = Resource, .SpawnedAt = Thread->SpawnedAt};
    Rank Rank;
    Rank.Closes = A.Closes;
    Rank.At = A.At;
    auto Kept = Best.find(Key);
    if (Kept == Best.end() || Rank < Kept->second.first)
      keep(Key, Rank, tellAffinity(Resource, A, *Thread));
  }
}

void SharedFinder::keep(const Key &Key, const Rank &Rank, Shared Fault) {
  Best.insert_or_assign(Key, std::pair(Rank, std::move(Fault)));
}

std::vector<Shared> SharedFinder::run() {
  const AccessList &All = Seen.accesses();
  for (size_t I = 0; I < All.size(); ++I) {
    considerAffinity(*All[I]);
    for (size_t J = I; J < All.size(); ++J)
      considerPair(*All[I], *All[J]);
  }
  std::vector<Shared> Result;
  for (auto &Entry : Best)
    Result.push_back(std::move(Entry.second.second));
  std::sort(Result.begin(), Result.end(), [](const Shared &L, const Shared &R) {
    return std::tie(L.At, L.Other, L.Resource.Opened, L.Handle.Opened) <
           std::tie(R.At, R.Other, R.Resource.Opened, R.Handle.Opened);
  });
  return Result;
}

//--- The path that tells a fault --------------------------------------------//

void SharedFinder::tellOpened(std::vector<PathStep> &Path, ValueId Handle) {
  const HandleFacts &Facts = *SharedFinder::handle(Handle);
  if (Facts.Ref.Opened.isValid())
    Path.push_back({.Kind = StepKind::Opened,
                    .Text = Facts.OpenedBy,
                    .At = Facts.Ref.Opened});
}

void SharedFinder::tellThread(std::vector<PathStep> &Path, ThreadId Id) const {
  const ThreadInstance *Thread = Seen.thread(Id);
  if (!Thread)
    return;
  tellThread(Path, Thread->Parent);
  Path.insert(Path.end(), Thread->Path.begin(), Thread->Path.end());
  Path.push_back({.Kind = StepKind::Spawned,
                  .Text = Thread->Entry,
                  .At = Thread->SpawnedAt});
}

void SharedFinder::tellLock(std::vector<PathStep> &Path,
                            const Access &A) const {
  for (const auto &[Mutex, Lock] : A.Locks.Held)
    if (Lock.At.isValid())
      Path.push_back(
          {.Kind = StepKind::Locked, .Text = Lock.Text, .At = Lock.At});
}

void SharedFinder::tellAccess(std::vector<PathStep> &Path,
                              const Access &A) const {
  Path.insert(Path.end(), A.Path.begin(), A.Path.end());
  Path.push_back({.Kind = A.Closes ? StepKind::Closed : StepKind::Accessed,
                  .Text = A.Callee,
                  .At = A.At});
}

Shared SharedFinder::tellPair(ValueId Resource, const Access &There,
                              const Access &Here, SharedKind How,
                              bool SelfParallel) {
  Shared Fault{.Resource = handle(Resource)->Ref,
               .Handle = handle(There.Handle)->Ref,
               .How = How,
               .SelfParallel = SelfParallel,
               .Function = There.Function,
               .At = There.At,
               .Other = Here.At,
               .Path = {}};
  std::vector<PathStep> &Path = Fault.Path;
  tellOpened(Path, Resource);
  if (There.Handle != Resource)
    tellOpened(Path, There.Handle);
  if (!SelfParallel)
    tellThread(Path, Here.Thread);
  tellThread(Path, There.Thread);
  if (How != SharedKind::NoLock)
    tellLock(Path, Here);
  if (Here.At != There.At)
    tellAccess(Path, Here);
  if (How != SharedKind::NoLock)
    tellLock(Path, There);
  tellAccess(Path, There);
  return Fault;
}

Shared SharedFinder::tellAffinity(ValueId Resource, const Access &There,
                                  const ThreadInstance &Thread) {
  const HandleFacts &Facts = *handle(Resource);
  Shared Fault{.Resource = Facts.Ref,
               .Handle = handle(There.Handle)->Ref,
               .How = SharedKind::Affinity,
               .SelfParallel = false,
               .Function = There.Function,
               .At = There.At,
               .Other = Facts.Ref.Opened.isValid() ? Facts.Ref.Opened
                                                   : Thread.SpawnedAt,
               .Path = {}};
  tellThread(Fault.Path, Facts.Maker);
  tellOpened(Fault.Path, Resource);
  if (There.Handle != Resource)
    tellOpened(Fault.Path, There.Handle);
  tellThread(Fault.Path, There.Thread);
  tellAccess(Fault.Path, There);
  return Fault;
}

} // namespace

Word wordAtLevel(int Level, Role Role, Word Default) {
  if (Level < 0 || Default == Word::Pinned)
    return Default;
  if (Level >= 3)
    return Word::Shared;
  switch (Role) {
  case Role::Environment:
    return Default;
  case Role::Connection:
    return Level >= 2 ? Word::Shared : Word::Serial;
  case Role::Cursor:
    return Word::Serial;
  }
  return Default;
}

std::vector<Shared> findShared(const View &View, const HandleLookup &Lookup,
                               Formals Formals) {
  if (!View.hasThreads())
    return {};
  return SharedFinder(View, Lookup, Formals).run();
}

} // namespace cursor_tidy::solve
