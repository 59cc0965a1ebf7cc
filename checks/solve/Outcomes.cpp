//===- Outcomes.cpp - the ways a function ends, as a caller tells them apart
//---===//
#include "solve/Constraints.h"
#include "solve/Forget.h"
#include "solve/Simulate.h"

#include <algorithm>
#include <utility>

namespace cursor_tidy::solve {

using namespace facts;

namespace {

/// Outcomes of one function that are always kept apart.
constexpr size_t MaxDistinct = 4;
/// Points of cancellation that are told apart.
constexpr long MaxCancellations = 4;
/// Outcomes that do nothing to the life of a handle, of one function, at most.
constexpr size_t MaxPlain = 8;

/// True for an outcome that does nothing to the life of a handle.
bool isPlain(const State &S) {
  return std::all_of(S.Handles->begin(), S.Handles->end(),
                     [](const auto &Entry) {
                       return Entry.second.Is == Condition::Known &&
                              !Entry.second.Owned;
                     }) &&
         std::none_of(
             S.Objects->begin(), S.Objects->end(),
             [](const auto &Entry) { return Entry.second.Allocated; }) &&
         S.Freed->empty() && S.Doubtful->empty() && !S.Forks && !S.HasForked &&
         !S.Threads.hasThreads();
}

/// True when both let go of the same.
bool sameEscapes(const State &L, const State &R) {
  auto IsWithin = [](const State &Of, const State &Other) {
    return std::all_of(
        Of.Objects->begin(), Of.Objects->end(), [&](const auto &Entry) {
          auto At = Other.Objects->find(Entry.first);
          return !Entry.second.Escaped ||
                 (At != Other.Objects->end() && At->second.Escaped);
        });
  };
  return L.LetGo == R.LetGo && IsWithin(L, R) && IsWithin(R, L);
}

/// True when both use the same handles: `q ? q : fallback` uses one of two.
bool touchTheSame(const State &L, const State &R) {
  auto Touched = [](const State &Of) {
    ValueSet Handles;
    for (const LatentUse &Use : *Of.Uses)
      Handles.insert(Use.Handle);
    for (const std::shared_ptr<const AccessRecord> &Access :
         Of.Threads.accesses())
      Handles.insert(Access->Handle);
    return Handles;
  };
  return Touched(L) == Touched(R);
}

} // namespace

/// True for an object of which no more is known than its class.
static bool isOnlyOfClass(const ObjectState &Object, Name Class) {
  return Object.Class == Class && !Object.Allocated && !Object.Escaped &&
         !Object.Zeroed && !Object.CopiedFrom && !Object.Remade &&
         !Object.Thread && !Object.Borrow;
}

/// A function that only uses handles tells its callers no more than what it
/// returns: for each result that they can tell apart one outcome will do. Also
/// when they let go of different things, if there are many, and use different
/// handles, if there are very many.
void Simulation::joinAlike() {
  std::vector<Outcome> &All = Result.Outcomes;
  if (!std::all_of(All.begin(), All.end(),
                   [](const Outcome &Each) { return isPlain(Each.Post); }))
    return;
  auto Join = [&](auto IsAlike) {
    for (size_t I = 0; I < All.size(); ++I)
      for (size_t J = All.size(); J-- > I + 1;)
        if (All[I].How == All[J].How && All[I].End == All[J].End &&
            saysTheSame(All[I].Post, All[J].Post) &&
            sameProperty(All[I].Post, All[J].Post) &&
            IsAlike(All[I].Post, All[J].Post)) {
          mergeInto(All[I].Post, All[J].Post, Ids, int64_t(1) << 62);
          All[I].Leaves.add(All[J].Leaves);
          All.erase(All.begin() + J);
          ++Shared.statesMerged();
        }
  };
  if (All.size() > MaxDistinct)
    Join([&](const State &L, const State &R) {
      return sameEscapes(L, R) && touchTheSame(L, R) && writeTheSame(L, R);
    });
  if (All.size() > MaxPlain)
    Join([&](const State &L, const State &R) {
      return touchTheSame(L, R) && writeTheSame(L, R);
    });
  if (All.size() > MaxPlain)
    Join(touchTheSame);
  if (All.size() > MaxPlain)
    Join([](const State &, const State &) { return true; });
}

/// True when what both leave in the memory of callers is zero, or is not, in
/// the same cells: a status that is handed back by address.
bool Simulation::writeTheSame(const State &L, const State &R) {
  enum class Zeroness : uint8_t { Zero, NonZero, Either };
  auto In = [&](const State &S, ValueId Cell) {
    auto At = S.Contents->find(Cell);
    const Range Is = rangeOf(
        Ids, S, At == S.Contents->end() ? Ids.content(Cell) : At->second);
    if (!Is.contains(0))
      return Zeroness::NonZero;
    return Is.Low == 0 && Is.High == 0 ? Zeroness::Zero : Zeroness::Either;
  };
  auto IsAlike = [&](const State &Of) {
    return std::all_of(Of.Contents->begin(), Of.Contents->end(),
                       [&](const auto &Entry) {
                         return !Ids.isOutside(Entry.first) ||
                                In(L, Entry.first) == In(R, Entry.first);
                       });
  };
  return IsAlike(L) && IsAlike(R);
}

/// A status that the function sets on one path and that was set when another
/// began (`if (ctx->failed) return;`): only callers know whether that can be.
/// Any other condition on their memory is one that some caller may fulfil.
void Simulation::settleDoubtful() {
  std::set<ValueId> Written;
  for (const Outcome &Each : Result.Outcomes)
    for (const auto &[Cell, Held] : *Each.Post.Contents)
      Written.insert(Cell);
  for (Outcome &Each : Result.Outcomes) {
    if (Each.Post.Doubtful->empty())
      continue;
    std::vector<DoubtfulLeak> Left;
    for (DoubtfulLeak Leak : *Each.Post.Doubtful)
      if (std::any_of(Leak.Cells.begin(), Leak.Cells.end(),
                      [&](ValueId Cell) { return Written.contains(Cell); })) {
        Leak.Cells.clear();
        Left.push_back(std::move(Leak));
      } else {
        Shared.report(*Leak.Fault);
      }
    Each.Post.Doubtful.write() = std::move(Left);
  }
}

/// True when a caller that tests the result cannot tell two outcomes apart.
bool Simulation::saysTheSame(const State &L, const State &R) const {
  ValueId Cell = Ids.variable(Place::Base::Result, 0, {});
  auto Of = [&](const State &S) {
    auto At = S.Contents->find(Cell);
    return At == S.Contents->end() ? Range() : rangeOf(Ids, S, At->second);
  };
  Range A = Of(L), B = Of(R);
  return A == B;
}

/// What a caller supplied is no news to it: only what the function puts into a
/// queue is there anew.
void Simulation::forgetSupplied(State &S) {
  for (const Binding &Is : Known)
    if (Is.What == Binding::Kind::Class) {
      auto At = S.Objects->find(Is.Value);
      if (At != S.Objects->end() && isOnlyOfClass(At->second, Is.Symbol))
        S.Objects.write().erase(Is.Value);
    } else if (Ids[Is.Value].What == Definition::Kind::Content) {
      auto At = S.Contents->find(Ids[Is.Value].Left);
      if (At != S.Contents->end() && At->second == supplied(Is))
        S.Contents.write().erase(Ids[Is.Value].Left);
    }
}

void Simulation::leaveFunction(State S, Way How, EndKind End, PathStep Cause,
                               const LeftOpen &Inner) {
  LeftOpen Leaves = std::exchange(LeavesNow, {});
  if (S.IsDead)
    return;
  Leaves.add(Inner);
  // Whoever is cancelled was about to go on.
  const bool IsCancelled = How == Way::Leave && End == EndKind::Cancelled;
  if (!IsCancelled)
    noteParent(S, How == Way::Leave || (How == Way::Return && isMain()));
  if (How != Way::Return && How != Way::Endless && !IsCancelled)
    LeftIn.insert(Block);
  if (How == Way::Return) {
    tellUnwound(S);
    findLost(S, WayOut::Return, Cause, Moment::AtReturn);
  } else if (How == Way::Throw) {
    findLost(S, WayOut::Thrown, Cause,
             Function.IsConstructor ? Moment::AtUnbuilt : Moment::AtReturn);
  }
  tellShared(S);
  tellLeftOpen(S);
  dropUnreachable(S);
  forgetSupplied(S);
  boundOutcome(S, Ids);
  S.Throwing.reset();
  S.Unwound.clear();
  S.PendingEnd.reset();
  for (Outcome &Other : Result.Outcomes)
    if (Other.How == How && Other.End == End && sameState(Other.Post, S)) {
      Other.Leaves.add(Leaves);
      addReadThrough(Other.Post, S);
      return;
    }
  auto &All = Result.Outcomes;
  if (IsCancelled && std::count_if(All.begin(), All.end(), isCancellation) >=
                         MaxCancellations) {
    std::find_if(All.begin(), All.end(), isCancellation)->Leaves.add(Leaves);
    return;
  }
  Result.Outcomes.push_back(
      {How, End, std::move(Cause), std::move(S), std::move(Leaves)});
  limitOutcomes();
}

} // namespace cursor_tidy::solve
