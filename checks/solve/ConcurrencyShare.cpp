//===- ConcurrencyShare.cpp - which pairs of accesses are faults
//-------------===//
//
// Levels, words and derivation over the pairs that may coincide: an access to a
// handle is an access to all that it derives from, up to but without the
// environment, and at level 0 to the whole driver. Of the pairs on one resource
// and one spawn site the most telling one is kept.
//
//===----------------------------------------------------------------------===//
#include "solve/ConcurrencyFinder.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

namespace cursor_tidy::solve {

using facts::Role;
using facts::Word;

bool isSameSite(const ThreadInstance &L, const ThreadInstance &R) {
  return L.SpawnedAt == R.SpawnedAt && L.Entry == R.Entry;
}

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
        !(By.Ownership && How == Coincidence::TwoCopies &&
          isPrivateToCopies(Facts)))
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

namespace {

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

uint32_t linesBetween(const facts::Location &L, const facts::Location &R) {
  return L.Line < R.Line ? R.Line - L.Line : L.Line - R.Line;
}

} // namespace

void SharedFinder::considerPair(const Access &A, const Access &B) {
  const Coincidence When = coincidence(Seen, A, B, By);
  if (When == Coincidence::Never)
    return;
  const Guard Guard = By.Locks ? guard(A.Locks, B.Locks) : Guard::NoLock;
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
  AccessList Plain, Steps;
  for (const std::shared_ptr<const AccessRecord> &Each : Seen.accesses())
    (Each->Protocol.empty() ? Plain : Steps).push_back(Each);
  for (size_t I = 0; I < Plain.size(); ++I) {
    considerAffinity(*Plain[I]);
    for (size_t J = I; J < Plain.size(); ++J)
      considerPair(*Plain[I], *Plain[J]);
  }
  for (const std::shared_ptr<const AccessRecord> &Step : Steps)
    for (const std::shared_ptr<const AccessRecord> &Between : Plain)
      considerSplit(*Step, *Between);
  std::vector<Shared> Result;
  for (auto &Entry : Best)
    Result.push_back(std::move(Entry.second.second));
  std::sort(Result.begin(), Result.end(), [](const Shared &L, const Shared &R) {
    return std::tie(L.At, L.Other, L.Resource.Opened, L.Handle.Opened) <
           std::tie(R.At, R.Other, R.Resource.Opened, R.Handle.Opened);
  });
  return Result;
}

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
                               Formals Formals, const Reasoning &By) {
  if (!View.hasThreads())
    return {};
  return SharedFinder(View, Lookup, Formals, By).run();
}

} // namespace cursor_tidy::solve
