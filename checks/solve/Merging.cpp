//===- Merging.cpp - which states become one where there are too many -----===//
//
// States of one property (State.h) may be merged, and what they do not agree on
// is lost. So those go first that differ in nothing but numbers which are zero
// in both or in neither, as two failures do that have a code each: a status
// still tells what became of the handle beside it. Any two follow only when
// that was not enough.
//
//===----------------------------------------------------------------------===//
#include "solve/Constraints.h"
#include "solve/Simulate.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace cursor_tidy::solve {

namespace {

enum class Zeroness : uint8_t { Either, Zero, NonZero };

Zeroness zeroness(const Range &Of) {
  if (!Of.contains(0))
    return Zeroness::NonZero;
  return Of.Low == 0 && Of.High == 0 ? Zeroness::Zero : Zeroness::Either;
}

/// What a state holds and has asked for, as far as zero from anything else.
using Outline = std::vector<std::tuple<ValueId, ValueId, Zeroness>>;

Outline outlineOf(const State &S, const Values &Ids) {
  Outline Of;
  for (const auto &[Cell, Held] : *S.Contents) {
    const bool IsObject = Ids.isAddress(Held) || S.Handles->contains(Held) ||
                          S.Objects->contains(Held);
    const Zeroness Is = zeroness(rangeOf(Ids, S, Held));
    Of.emplace_back(Cell, IsObject ? Held : 0, Is);
  }
  for (const auto &[Id, Is] : *S.Ranges)
    if (Ids[Id].What == Definition::Kind::Content)
      if (Zeroness Known = zeroness(Is); Known != Zeroness::Either)
        Of.emplace_back(Id, Id, Known);
  return Of;
}

/// The positions of states, by what a function says of each.
template <class T, class Say> auto grouped(const std::vector<T> &Of, Say Says) {
  std::map<decltype(Says(Of.front())), std::vector<size_t>> Groups;
  for (size_t I = 0; I < Of.size(); ++I)
    Groups[Says(Of[I])].push_back(I);
  return Groups;
}

/// Makes room where there are more than Max, later ones going into earlier
/// ones: all that are alike become one; then, until there is room, any that
/// may.
template <class T, class Stated, class Joined>
void reduce(std::vector<T> &Of, size_t Max, const Values &Ids, Stated StateOf,
            Joined Join) {
  if (Of.size() <= Max)
    return;
  std::vector<bool> IsGone(Of.size());
  size_t Left = Of.size();
  auto JoinAll = [&](const auto &Groups, size_t Enough) {
    for (const auto &[Says, Group] : Groups)
      for (auto I = Group.begin(); I != Group.end(); ++I)
        for (auto J = Group.rbegin(); *J != *I && Left > Enough; ++J)
          if (!IsGone[*I] && !IsGone[*J] && Join(Of[*I], Of[*J])) {
            IsGone[*J] = true;
            --Left;
          }
  };
  JoinAll(
      grouped(Of, [&](const T &Each) { return outlineOf(StateOf(Each), Ids); }),
      1);
  JoinAll(grouped(Of, [](const T &) { return true; }), Max);
  std::vector<T> Kept;
  for (size_t I = 0; I < Of.size(); ++I)
    if (!IsGone[I])
      Kept.push_back(std::move(Of[I]));
  Of = std::move(Kept);
}

} // namespace

/// Fewer states are kept apart the more of the budget is spent, so that a large
/// function is seen to its end, if less sharply.
size_t Simulation::statesAllowed() const {
  size_t Max = Shared.Settings.MaxStatesPerBlock;
  if (Function.Body == facts::BodyKind::Modelled)
    return Max * 2;
  if (StepsLeft > Budget / 2)
    return Max;
  return StepsLeft > Budget / 4 ? std::max<size_t>(Max / 2, 2)
                                : std::max<size_t>(Max / 6, 2);
}

void Simulation::limit(States &Pending, facts::BlockId At) {
  const size_t Max = statesAllowed();
  const int64_t Site = (int64_t(At) << 36) | (int64_t(0xffff) << 20);
  reduce(
      Pending, Max, Ids, [](const State &S) -> const State & { return S; },
      [&](State &Into, const State &From) {
        if (!sameProperty(Into, From))
          return false;
        mergeInto(Into, From, Ids, Site);
        ++Shared.statesMerged();
        return true;
      });
  if (Pending.size() <= Max)
    return;
  Shared.statesDropped() += Pending.size() - Max;
  IsWhole = false;
  Pending.resize(Max);
}

void Simulation::limitOutcomes() {
  const size_t Max = Shared.Settings.MaxStatesPerBlock;
  reduce(
      Result.Outcomes, Max, Ids,
      [](const Outcome &Of) -> const State & { return Of.Post; },
      [&](Outcome &Into, const Outcome &From) {
        if (Into.How != From.How || Into.End != From.End ||
            !sameProperty(Into.Post, From.Post))
          return false;
        mergeInto(Into.Post, From.Post, Ids, int64_t(1) << 62);
        Into.Leaves.add(From.Leaves);
        ++Shared.statesMerged();
        return true;
      });
  if (Result.Outcomes.size() <= Max)
    return;
  ++Shared.statesDropped();
  IsWhole = false;
  Result.Outcomes.pop_back();
}

} // namespace cursor_tidy::solve
