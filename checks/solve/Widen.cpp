//===- Widen.cpp - the turn of a loop that stands for all the rest --------===//
//
// A loop is followed exactly for a few turns. What is counted as a turn, and
// what is still known in the one after the last, is here.
//
//===----------------------------------------------------------------------===//
#include "solve/Constraints.h"
#include "solve/Simulate.h"

#include <algorithm>

namespace cursor_tidy::solve {

using namespace facts;

/// The turn that stands for all further ones: what the loop writes is unknown,
/// but for what the loop asks before each turn and what its head has just
/// written for this one: `rc` in `while ((rc = step(s)) == ROW)`.
void Simulation::widen(BlockId Head, BlockId Into, State &S) {
  forgetWritten(Head, S, /*InHead=*/false);
  askAgain(Head, Into, S);
}

/// Forgets the numbers that a loop writes, in its head or anywhere else.
void Simulation::forgetWritten(BlockId Head, State &S, bool InHead) {
  int64_t Site = (int64_t(Head) << 36) | (int64_t(0xfffe) << 20);
  for (const auto &[Where, OnlyGrows, IsOfHead] : Blocks.WrittenInLoop[Head]) {
    if (IsOfHead != InHead)
      continue;
    ValueId Cell = Ids.variable(Where.Root, Where.Index, Where.Symbol);
    auto Held = S.Contents->find(Cell);
    if (Held == S.Contents->end())
      continue;
    // Only plain numbers are forgotten: the handles of the last turn stay.
    if (Ids.isAddress(Held->second) || S.Handles->contains(Held->second) ||
        S.Objects->contains(Held->second))
      continue;
    // One more turn is not the one before: its elements are others, and so is
    // what follows in a list, or what the loop met when it was here before.
    ValueId Unknown = Ids.fresh(Site, Cell);
    auto IsKnown = [&](ValueId Id) {
      return Ids.isMadeFrom(Held->second, Id) ||
             std::any_of(S.Handles->begin(), S.Handles->end(),
                         [&](const auto &Entry) {
                           return Ids.isMadeFrom(Entry.first, Id);
                         });
    };
    while (IsKnown(Unknown))
      Unknown = Ids.fresh(Site, Unknown);
    Range Known;
    if (OnlyGrows)
      Known.Low = rangeOf(Ids, S, Held->second).Low;
    if (Known.isAll())
      S.Ranges.write().erase(Unknown);
    else
      S.Ranges.write()[Unknown] = Known;
    S.Contents.write()[Cell] = Unknown;
  }
}

/// The loop's condition holds of what is unknown now, too, where nothing but
/// the condition stands at its head: `running` in `while (running)`.
void Simulation::askAgain(BlockId Head, BlockId Into, State &S) {
  const auto *Asks = std::get_if<Branch>(&Function.Blocks[Head].End);
  if (!Asks || Asks->Then == Asks->Else)
    return;
  auto IsOfCondition = [](const facts::Event &E) {
    const auto *C = std::get_if<Compute>(&E.What);
    return C && C->To.Root == Place::Base::Temp && C->To.Path.empty();
  };
  const auto &Events = Function.Blocks[Head].Events;
  if (!std::all_of(Events.begin(), Events.end(), IsOfCondition))
    return;
  for (const facts::Event &E : Events)
    on(S, std::get<Compute>(E.What));
  assume(Ids, S, evaluate(S, Asks->Condition).Value, Into == Asks->Then);
}

/// A switch over a state that is known, to a case where this path has not been:
/// each state of such a machine is a step on its way, not one more turn.
void Simulation::countNoTurn(State &S) const {
  for (auto &[Head, Turns] : S.Turns)
    if (Turns && Blocks.Bodies[Head].contains(Block))
      --Turns;
}

} // namespace cursor_tidy::solve
