//===- ConcurrencyFinder.h - finds, ranks and tells the faults of one view
//---===//
//
// The work behind findShared. ConcurrencyShare.cpp decides which pairs are
// faults, ConcurrencySplit.cpp does so for protocols of several steps, and
// ConcurrencyTell.cpp writes down the path of each.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_CONCURRENCYFINDER_H
#define CURSOR_TIDY_SOLVE_CONCURRENCYFINDER_H

#include "solve/Concurrency.h"

namespace cursor_tidy::solve {

/// How good a pair is for telling the fault: the smaller, the better.
struct Rank {
  int Closes = 0; ///< an access that is no close says more
  int Guarded = 0;
  int SelfParallel = 0;
  int OtherFile = 0;
  uint32_t Distance = 0; ///< in lines
  facts::Location At, Other;
  friend auto operator<=>(const Rank &, const Rank &) = default;
};

/// What a finding is about: one resource (or, at level 0, one driver) and the
/// place where the other thread starts.
struct Key {
  facts::Name Driver; ///< at level 0
  ValueId Resource = 0;
  facts::Location SpawnedAt;
  friend auto operator<=>(const Key &, const Key &) = default;
};

/// Finds, ranks and tells the faults of one view.
class SharedFinder {
public:
  SharedFinder(const View &Seen, const HandleLookup &Lookup, Formals Formals,
               const Reasoning &By)
      : Seen(Seen), Lookup(Lookup), Callers(Formals), By(By) {}

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
  /// Step is a later step of a protocol, Between an access of another thread.
  void considerSplit(const Access &Step, const Access &Between);
  void keep(const Key &Key, const Rank &Rank, Shared Fault);

  Shared tellPair(ValueId Resource, const Access &There, const Access &Here,
                  SharedKind How, bool SelfParallel);
  Shared tellAffinity(ValueId Resource, const Access &There,
                      const ThreadInstance &Thread);
  Shared tellSplit(ValueId Resource, const Access &Step, const Access &Between,
                   bool SelfParallel);
  void tellOpened(std::vector<PathStep> &Path, ValueId Handle);
  void tellThread(std::vector<PathStep> &Path, ThreadId Id, uint8_t Number,
                  ThreadId Told) const;
  void tellAccess(std::vector<PathStep> &Path, const Access &A,
                  uint8_t Number) const;
  void tellLock(std::vector<PathStep> &Path, const Access &A,
                uint8_t Number) const;
  bool isStartedBy(ThreadId Id, ThreadId Starter) const;

  const View &Seen;
  const HandleLookup &Lookup;
  const Formals Callers;
  const Reasoning &By;
  std::map<ValueId, std::optional<HandleFacts>> Handles;
  std::map<ValueId, std::vector<ValueId>> Chains;
  std::map<Key, std::pair<Rank, Shared>> Best;
};

/// Two threads of one entry and one place of spawning.
bool isSameSite(const ThreadInstance &L, const ThreadInstance &R);

} // namespace cursor_tidy::solve

#endif
