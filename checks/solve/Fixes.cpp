//===- Fixes.cpp - one statement that settles a fault ---------------------===//
//
// A close may be written in front of a way out when all paths that pass there
// hold, in one variable that the source can name, an open handle that is ours
// and that nothing else holds. So all states at a spot are asked, and the
// function's end decides. A function of which a path was given up gets none.
//
//===----------------------------------------------------------------------===//
#include "solve/Simulate.h"

#include <algorithm>

namespace cursor_tidy::solve {

using namespace facts;

bool Simulation::isOursToClose(const State &S, ValueId Id, Name Kind) const {
  auto At = S.Handles->find(Id);
  if (At == S.Handles->end())
    return false;
  const HandleState &Handle = At->second;
  if (Handle.Kind != Kind || Handle.Is != Condition::Open || !Handle.Owned ||
      Handle.Reported || Handle.Borrowed || !Handle.Opened)
    return false;
  auto Object = S.Objects->find(Ids.object(Id));
  bool HasEscaped = Object != S.Objects->end() && Object->second.Escaped;
  // What derives from it must be closed first.
  bool HasChildren =
      std::any_of(S.Handles->begin(), S.Handles->end(), [&](const auto &Entry) {
        return Entry.second.Is == Condition::Open && Entry.second.Owned &&
               std::count(Entry.second.Parents.begin(),
                          Entry.second.Parents.end(), Id);
      });
  return !HasEscaped && !HasChildren;
}

void Simulation::on(State &S, const Spot &E) {
  if (Function.Body == BodyKind::Modelled || !Here.isValid())
    return;
  S.LeavesAt = &E;
  if (Function.Closings.empty())
    return;
  Passage &Way = Passed[&E];
  ++Way.States;
  if (S.Forks || S.HasForked || S.Threads.hasThreads())
    return;
  if (Closable.empty())
    for (const Closing &Each : Function.Closings)
      if (Each.Of.Path.empty())
        Closable[addressOf(S, Each.Of)] = &Each;
  std::map<ValueId, unsigned> Holders; ///< by object
  for (const auto &[Cell, Held] : *S.Contents)
    ++Holders[Ids.object(Held)];
  auto Note = [&](const Closing &With, ValueId Id, unsigned MayHold) {
    if (!isOursToClose(S, Id, With.Kind))
      return;
    auto Known = Holders.find(Ids.object(Id));
    if (Known != Holders.end() && Known->second > MayHold)
      return;
    Passage::Closable &Open = Way.Open[&With];
    ++Open.States;
    Open.Opened.insert(S.Handles->at(Id).Opened->front().At);
  };
  for (const auto &[Cell, Held] : *S.Contents)
    if (auto At = Closable.find(Cell); At != Closable.end())
      Note(*At->second, Held, /*MayHold=*/1);
  for (const auto &[Id, Handle] : *S.Handles)
    if (auto At = Closable.find(Id); At != Closable.end())
      Note(*At->second, Id, /*MayHold=*/0);
}

void Simulation::offerFixes() {
  std::map<const Spot *, Location> Taken; ///< one statement at one spot
  for (auto [OpenedAt, Where] : LostAt) {
    std::optional<Mending> Fix;
    if (Where && IsWhole && StepsLeft)
      for (const auto &[With, Open] : Passed[Where].Open)
        if (Open.States == Passed[Where].States &&
            Open.Opened.contains(OpenedAt))
          Fix = Mending{.Where = *Where, .Statement = With->Statement};
    if (Fix && Taken.emplace(Where, OpenedAt).first->second != OpenedAt)
      Fix.reset();
    Shared.report(Offer{OpenedAt, std::move(Fix)});
  }
}

} // namespace cursor_tidy::solve
