//===- ConcurrencySplit.cpp - a lock that is let go within a protocol
//--------===//
//
// Of a protocol of several calls every call may hold the lock and the handle
// still be shared: when the lock is let go between two of them, another thread
// may come in between. Asked for each later step of a protocol and each access
// of another thread under a lock in common.
//
//===----------------------------------------------------------------------===//
#include "solve/ConcurrencyFinder.h"

#include <algorithm>

namespace cursor_tidy::solve {

/// The other thread is kept out by a mutex that is held from the first step to
/// this one.
static bool isKeptOut(const OpenProtocol &Begun, const LockSet &Others) {
  return std::any_of(
      Others.Held.begin(), Others.Held.end(),
      [&](const auto &Held) { return Begun.Kept.contains(Held.first); });
}

void SharedFinder::considerSplit(const Access &Step, const Access &Between) {
  // Without a lock in common the two accesses are a fault by themselves.
  if (!Step.Begun || guard(Step.Locks, Between.Locks) != Guard::CommonLock ||
      isKeptOut(*Step.Begun, Between.Locks))
    return;
  const Coincidence When = coincidence(Seen, Step, Between, By);
  if (When == Coincidence::Never)
    return;
  std::optional<ValueId> Resource = fault(Step, Between, When);
  if (!Resource)
    return;
  const ThreadInstance *Mine = Seen.thread(Step.Thread);
  const ThreadInstance *Theirs = Seen.thread(Between.Thread);
  const bool SelfParallel = Mine && Theirs && isSameSite(*Mine, *Theirs);
  const ThreadInstance &Thread =
      *Seen.thread(std::max(Step.Thread, Between.Thread));
  const Key Key{
      .Driver = {}, .Resource = *Resource, .SpawnedAt = Thread.SpawnedAt};
  const Rank Rank{.Closes = Between.Closes,
                  .Guarded = static_cast<int>(SharedKind::SplitRegion),
                  .SelfParallel = SelfParallel,
                  .OtherFile = Step.At.File != Between.At.File,
                  .At = Step.At,
                  .Other = Between.At};
  auto Kept = Best.find(Key);
  if (Kept == Best.end() || Rank < Kept->second.first)
    keep(Key, Rank, tellSplit(*Resource, Step, Between, SelfParallel));
}

} // namespace cursor_tidy::solve
