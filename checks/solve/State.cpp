//===- State.cpp - comparing and merging states
//-----------------------------===//
#include "solve/State.h"

#include "solve/Constraints.h"

#include <algorithm>

namespace cursor_tidy::solve {
namespace {

bool sameFate(const HandleState &L, const HandleState &R) {
  return L.Kind == R.Kind && L.Is == R.Is && L.Owned == R.Owned &&
         L.Rule == R.Rule && L.Process == R.Process &&
         L.ClosedOn == R.ClosedOn && L.Parents == R.Parents &&
         L.Refused.has_value() == R.Refused.has_value();
}

bool sameObject(const ObjectState &L, const ObjectState &R) {
  return L.Class == R.Class && L.Allocated == R.Allocated &&
         L.Escaped == R.Escaped && L.Zeroed == R.Zeroed &&
         L.CopiedFrom == R.CopiedFrom && L.Thread == R.Thread &&
         L.Borrow.has_value() == R.Borrow.has_value() &&
         (!L.Borrow || (L.Borrow->Owner == R.Borrow->Owner &&
                        !L.Borrow->Ended == !R.Borrow->Ended));
}

/// True for a handle of which no more is known than that it exists.
bool isMerelyKnown(const HandleState &Handle) {
  return Handle.Is == Condition::Known && !Handle.Owned && !Handle.By &&
         Handle.Process == 0 && Handle.Parents.empty() && !Handle.Refused;
}

/// Handles that matter are the same; those that are merely known do not.
bool sameHandles(const std::map<ValueId, HandleState> &L,
                 const std::map<ValueId, HandleState> &R) {
  auto A = L.begin(), B = R.begin();
  for (;;) {
    while (A != L.end() && isMerelyKnown(A->second))
      ++A;
    while (B != R.end() && isMerelyKnown(B->second))
      ++B;
    if (A == L.end() || B == R.end())
      return A == L.end() && B == R.end();
    if (A->first != B->first || !sameFate(A->second, B->second))
      return false;
    ++A, ++B;
  }
}

template <class Map, class Same>
bool sameEntries(const Map &L, const Map &R, Same IsSame) {
  return L.size() == R.size() && std::equal(L.begin(), L.end(), R.begin(),
                                            [&](const auto &A, const auto &B) {
                                              return A.first == B.first &&
                                                     IsSame(A.second, B.second);
                                            });
}

bool isSameUse(const LatentUse &L, const LatentUse &R) {
  return L.Handle == R.Handle && L.Closes == R.Closes && L.Ends == R.Ends &&
         L.Process == R.Process && *L.Path == *R.Path;
}

bool sameUses(const std::vector<LatentUse> &L,
              const std::vector<LatentUse> &R) {
  return std::equal(L.begin(), L.end(), R.begin(), R.end(), isSameUse);
}

/// Keeps of a map the entries that both have and that are the same.
template <class Map> void keepCommon(Map &Into, const Map &From) {
  std::erase_if(Into, [&](const auto &Entry) {
    auto At = From.find(Entry.first);
    return At == From.end() || !(At->second == Entry.second);
  });
}

Range hull(const Range &L, const Range &R) {
  Range Both{.Low = std::min(L.Low, R.Low), .High = std::max(L.High, R.High)};
  for (const Range *Side : {&L, &R}) {
    const Range &Other = Side == &L ? R : L;
    for (int64_t N : Side->Not)
      if (!Other.contains(N))
        Both.Not.insert(N);
  }
  // Both sides leave zero out: the one fact about pointers worth keeping.
  if (!L.contains(0) && !R.contains(0) && Both.contains(0))
    Both.Not.insert(0);
  return Both;
}

/// True when a range says whether a pointer is null.
bool isNullness(const Range &R) {
  return !R.contains(0) || (R.Low == 0 && R.High == 0);
}

/// Gives what the new values of the merged cells have in common.
std::map<ValueId, Range> mergeContents(State &Into, const State &From,
                                       Values &Values, int64_t Site) {
  std::map<ValueId, Range> Known;
  if (Into.Contents == From.Contents)
    return Known;
  auto Either = [&](ValueId Cell, ValueId Mine, ValueId Theirs) {
    ValueId New = Values.fresh(Site, Cell);
    Known[New] =
        hull(rangeOf(Values, Into, Mine), rangeOf(Values, From, Theirs));
    return New;
  };
  std::map<ValueId, ValueId> &Mine = Into.Contents.write();
  const std::map<ValueId, ValueId> &Theirs = *From.Contents;
  // A cell without an entry holds what it held at the entry.
  auto L = Mine.begin();
  auto R = Theirs.begin();
  while (L != Mine.end() || R != Theirs.end()) {
    if (R == Theirs.end() || (L != Mine.end() && L->first < R->first)) {
      if (ValueId Old = Values.content(L->first); L->second != Old)
        L->second = Either(L->first, L->second, Old);
      ++L;
    } else if (L == Mine.end() || R->first < L->first) {
      if (ValueId Old = Values.content(R->first); R->second != Old)
        Mine.emplace_hint(L, R->first, Either(R->first, Old, R->second));
      ++R;
    } else {
      if (L->second != R->second)
        L->second = Either(L->first, L->second, R->second);
      ++L, ++R;
    }
  }
  return Known;
}

bool isSameLeak(const DoubtfulLeak &L, const DoubtfulLeak &R) {
  return L.Fault->At == R.Fault->At && L.Fault->LeftAt == R.Fault->LeftAt;
}

bool sameLeaks(const std::vector<DoubtfulLeak> &L,
               const std::vector<DoubtfulLeak> &R) {
  return std::equal(L.begin(), L.end(), R.begin(), R.end(), isSameLeak);
}

void mergeLeaks(State &Into, const State &From) {
  for (const DoubtfulLeak &Each : *From.Doubtful)
    if (std::none_of(Into.Doubtful->begin(), Into.Doubtful->end(),
                     [&](const auto &Mine) { return isSameLeak(Mine, Each); }))
      Into.Doubtful.write().push_back(Each);
}

/// Both paths' uses, in an order that is the order of each. What only one path
/// does comes so that the other's close does not precede its access. Each path
/// has one close of its own where both close, not one after the other.
void mergeUses(State &Into, const State &From) {
  if (sameUses(*Into.Uses, *From.Uses))
    return;
  std::vector<LatentUse> &Mine = Into.Uses.write();
  const std::vector<LatentUse> &Theirs = *From.Uses;
  auto Find = [&](const LatentUse &Use) {
    return std::find_if(Mine.begin(), Mine.end(), [&](const LatentUse &Other) {
      return isSameUse(Other, Use);
    });
  };
  auto FindInstead = [&](const LatentUse &Use) {
    if (!Use.Closes && !Use.Ends)
      return Mine.end();
    return std::find_if(Mine.begin(), Mine.end(), [&](const LatentUse &Other) {
      return Other.Handle == Use.Handle && Other.Kind == Use.Kind &&
             Other.Closes == Use.Closes && Other.Ends == Use.Ends &&
             Other.Retained == Use.Retained && Other.Process == Use.Process &&
             std::none_of(Theirs.begin(), Theirs.end(),
                          [&](const LatentUse &Shared) {
                            return isSameUse(Shared, Other);
                          });
    });
  };
  auto After = Mine.begin();
  for (auto Use = Theirs.begin(); Use != Theirs.end(); ++Use) {
    auto At = Find(*Use);
    if (At == Mine.end())
      At = FindInstead(*Use);
    if (At != Mine.end()) {
      After = std::max(After, std::next(At));
      continue;
    }
    if (Use->Closes || Use->Ends)
      for (auto Next = std::next(Use);; ++Next) {
        At = Next == Theirs.end() ? Mine.end() : Find(*Next);
        if (Next == Theirs.end() || At != Mine.end()) {
          After = std::max(After, At);
          break;
        }
      }
    After = std::next(Mine.insert(After, *Use));
  }
}

} // namespace

bool sameProperty(const State &L, const State &R) {
  return L.Forks == R.Forks && L.HasForked == R.HasForked &&
         L.InProcess.IsChild == R.InProcess.IsChild &&
         L.InProcess.Forks == R.InProcess.Forks &&
         L.InProcess.ChildAt == R.InProcess.ChildAt &&
         L.InProcess.IsIdle == R.InProcess.IsIdle &&
         L.Throwing.has_value() == R.Throwing.has_value() &&
         sameHandles(*L.Handles, *R.Handles) &&
         L.Threads.samePosition(R.Threads);
}

bool sameState(const State &L, const State &R) {
  return sameProperty(L, R) && L.Contents == R.Contents &&
         L.Ranges == R.Ranges && L.Turn == R.Turn && L.Served == R.Served &&
         L.Racing == R.Racing && L.Configured == R.Configured &&
         L.AtExit == R.AtExit && L.AtFork == R.AtFork &&
         sameEntries(*L.Objects, *R.Objects, sameObject) &&
         L.Throwing == R.Throwing && L.Unwound.size() == R.Unwound.size() &&
         L.PendingEnd.has_value() == R.PendingEnd.has_value() &&
         L.LetGo == R.LetGo && L.Shields == R.Shields &&
         sameUses(*L.Uses, *R.Uses) && sameLeaks(*L.Doubtful, *R.Doubtful) &&
         L.Threads.sameAs(R.Threads);
}

void addReadThrough(State &To, const State &From) {
  if (!(To.ReadThrough == From.ReadThrough))
    To.ReadThrough.write().insert(From.ReadThrough->begin(),
                                  From.ReadThrough->end());
}

void mergeInto(State &Into, const State &From, Values &Values, int64_t Site) {
  // A handle whose holder differs between the two must not look lost.
  std::set<ValueId> Moved, Outside;
  auto Note = [&](const State &A, const State &B) {
    for (const auto &[Cell, Held] : *A.Contents) {
      auto At = B.Contents->find(Cell);
      if (At != B.Contents->end() && At->second == Held)
        continue;
      Moved.insert(Values.object(Held));
      // The other one still has what was there at the entry.
      if (ValueId Old = Values.content(Cell);
          At == B.Contents->end() && Values.isOutside(Old) &&
          (A.Handles->contains(Old) || B.Handles->contains(Old) ||
           A.Handles->contains(Held) || Held == Values.constant(0)))
        Outside.insert(Old);
    }
  };
  Note(Into, From);
  Note(From, Into);
  const std::map<ValueId, Range> Known =
      mergeContents(Into, From, Values, Site);
  auto &Ranges = Into.Ranges.write();
  for (const auto &[Id, Range] : *From.Ranges)
    if (!Ranges.contains(Id) && isNullness(Range) &&
        Values[Id].What == Definition::Kind::Content)
      Outside.insert(Id);
  for (auto At = Ranges.begin(); At != Ranges.end();) {
    auto Other = From.Ranges->find(At->first);
    Range Both;
    if (Other != From.Ranges->end())
      Both = hull(At->second, Other->second);
    // Whether a caller's handle was null explains what became of it.
    if (isNullness(At->second) && !isNullness(Both) &&
        Values[At->first].What == Definition::Kind::Content)
      Outside.insert(At->first);
    At->second = Both;
    At = Both.isAll() ? Ranges.erase(At) : std::next(At);
  }
  for (const auto &[Id, Range] : Known)
    if (!Range.isAll())
      Ranges[Id] = Range;
    else
      Ranges.erase(Id);
  std::map<ThreadId, ThreadId> Threads = Into.Threads.merge(From.Threads);
  auto Numbered = [&](ThreadId Id) {
    auto Mine = Threads.find(Id);
    return Mine == Threads.end() ? Id : Mine->second;
  };
  auto &Objects = Into.Objects.write();
  for (auto [Id, Other] : *From.Objects) {
    if (Other.Thread)
      Other.Thread = Numbered(*Other.Thread);
    auto [At, Inserted] = Objects.try_emplace(Id, Other);
    ObjectState &Mine = At->second;
    if (Inserted) {
      Mine.CopiedFrom = 0;
      continue;
    }
    if (Mine.CopiedFrom != Other.CopiedFrom)
      Mine.CopiedFrom = 0;
    Mine.Escaped |= Other.Escaped;
    Mine.Zeroed &= Other.Zeroed;
    if (Mine.Class != Other.Class)
      Mine.Class = {};
    if (Mine.Remade != Other.Remade)
      Mine.Remade = Site | RemadeSite;
    if (Mine.Borrow && (!Other.Borrow || !Other.Borrow->Ended))
      Mine.Borrow = Other.Borrow;
  }
  for (const auto &[Id, Handle] : *From.Handles)
    if (!Into.Handles->contains(Id))
      Into.Handles.write().emplace(Id, Handle);
  for (ValueId Id : Outside)
    Objects[Id].Escaped = true;
  for (ValueId Id : Moved)
    if (Into.Handles->contains(Id) || Objects.contains(Id))
      Objects[Id].Escaped = true;
  Into.Shields = std::max(Into.Shields, From.Shields);
  Into.LetGo.write().insert(From.LetGo->begin(), From.LetGo->end());
  for (const InChild &Theirs : From.Unwound)
    if (std::ranges::none_of(Into.Unwound, [&](const InChild &Mine) {
          return Mine.Fault->At == Theirs.Fault->At &&
                 Mine.Forks == Theirs.Forks;
        }))
      Into.Unwound.push_back(Theirs);
  // Whether a path reads may depend on what the two no longer agree on.
  if (!(Into.ReadThrough == From.ReadThrough))
    std::erase_if(Into.ReadThrough.write(),
                  [&](ValueId Id) { return !From.ReadThrough->contains(Id); });
  keepCommon(Into.Configured.write(), *From.Configured);
  keepCommon(Into.Turn.write(), *From.Turn);
  for (const auto &[Cell, Writer] : *From.Racing)
    Into.Racing.write().try_emplace(Cell, Numbered(Writer));
  for (const auto &[Container, Workers] : *From.Served)
    for (ThreadId Worker : Workers)
      if (auto Mine = Threads.find(Worker); Mine != Threads.end())
        Into.Served.write()[Container].insert(Mine->second);
  for (const auto &[Id, Of] : *From.Slots) {
    auto Rename = [](ValueId Id) { return Id; };
    Slot &Mine = Into.Slots.write()[Id];
    for (const auto &[Worker, Does] : Of.Takers)
      if (auto Number = Threads.find(Worker); Number != Threads.end())
        Mine.Takers[Number->second].absorb(Does, Rename, {}, {});
    for (ThreadId Task : Of.Given)
      if (auto Number = Threads.find(Task); Number != Threads.end())
        Mine.Given.insert(Number->second);
  }
  mergeUses(Into, From);
  mergeLeaks(Into, From);
}

} // namespace cursor_tidy::solve
