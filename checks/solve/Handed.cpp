//===- Handed.cpp - handles that wait in a queue for a thread -------------===//
//
// A thread takes handles, or objects with handles, out of a container or a
// list. When it starts, the queue is empty, so what it takes is not known; it
// is noted what it does to each. A handle that is put there later is used by a
// task of the thread's from then on: one that ends with the threads that take,
// and when the giver takes out of the queue himself. What was done to the
// handle before is over.
//
// Taking is seen by what a thread writes, on all of its ways: the container,
// the index that it reads at, or the cell that leads to the first of a list.
//
//===----------------------------------------------------------------------===//
#include "solve/Apply.h"

#include <algorithm>

namespace cursor_tidy::solve {

using Kind = Definition::Kind;

/// Where a function found a handle: the containers and the cells that lead to
/// it, nearest first.
static std::vector<ValueId> slotsOf(const Values &Ids, ValueId Handle) {
  std::vector<ValueId> Result;
  for (ValueId Id = Handle; Id; Id = Ids.outerOf(Id)) {
    const Definition &Is = Ids[Id];
    if (Is.What == Kind::Element || Is.What == Kind::AnyElement)
      Result.push_back(Is.Left);
    else if (Id != Handle && (Is.What == Kind::Field ||
                              (Is.What == Kind::Variable &&
                               Is.Root == facts::Place::Base::Global)))
      Result.push_back(Id);
  }
  return Result;
}

/// True when a function leaves a slot with less than it found: a container with
/// fewer elements, an index or the first of a list further on.
static bool takesFrom(const Values &Ids, const State &Post, ValueId Handle,
                      ValueId Slot) {
  auto HasMoved = [&](ValueId Cell) {
    auto Held = Post.Contents->find(Cell);
    if (Held == Post.Contents->end())
      return false;
    const Definition &Is = Ids[Held->second];
    return !(Is.What == Kind::Content && Is.Left == Cell);
  };
  for (ValueId Part : Ids.partsOf(Slot)) {
    auto Held = Post.Contents->find(Part);
    if (Ids[Part].What != Kind::Field || Held == Post.Contents->end())
      continue;
    // After many turns of a loop nobody knows how many are left.
    const Definition &Size = Ids[Held->second];
    if (Size.What == Kind::Pure || Size.What == Kind::Fresh)
      return Size.What == Kind::Fresh || Size.Op == facts::Operator::Subtract;
  }
  for (ValueId Id = Handle; Id; Id = Ids.outerOf(Id)) {
    const Definition &Is = Ids[Id];
    if (Is.What == Kind::AnyElement && Is.Left == Slot &&
        Ids[Is.Right].What == Kind::Content && HasMoved(Ids[Is.Right].Left))
      return true;
  }
  return Ids[Slot].What != Kind::Element && HasMoved(Slot);
}

void Simulation::noteTaker(State &S, ThreadId Worker, const Summary &Of,
                           Application &Reader) {
  // What takes and gives back, on one of its ways, is a pool of leases.
  std::set<ValueId> Kept;
  for (const Outcome &Each : Of.Outcomes)
    for (const auto &Access : Each.Post.Threads.accesses())
      for (ValueId Slot : slotsOf(Ids, Access->Handle))
        if (!takesFrom(Ids, Each.Post, Access->Handle, Slot))
          Kept.insert(Slot);
  for (const Outcome &Each : Of.Outcomes)
    for (const auto &Access : Each.Post.Threads.accesses()) {
      const std::vector<ValueId> All = slotsOf(Ids, Access->Handle);
      auto Found = std::ranges::find_if(
          All, [&](ValueId Slot) { return !Kept.contains(Slot); });
      if (Access->Thread || Found == All.end())
        continue;
      const ValueId Theirs = *Found;
      const ValueId Slot = Reader.resolve(Theirs);
      if (Ids.isConstant(Slot))
        continue;
      View Only;
      Only.adopt(*Access);
      S.Slots.write()[Slot].Takers[Worker].absorb(
          Only,
          [&](ValueId Id) -> std::optional<ValueId> {
            if (Ids.isBehind(Id, Theirs))
              return Ids.rebase(Id, Theirs, Slot);
            return Reader.resolveNoted(Each.Post, Id);
          },
          {}, {});
    }
}

/// What a path through a slot leads to now, when it begins at one element.
ValueId Simulation::readAgain(State &S, ValueId Id, ValueId Slot,
                              ValueId Target) {
  const Definition Is = Ids[Id];
  if (Id == Slot)
    return Target == Slot ? Slot : 0;
  if ((Is.What == Kind::Element || Is.What == Kind::AnyElement) &&
      Is.Left == Slot)
    return Target;
  const ValueId Outer =
      Ids.outerOf(Id) ? readAgain(S, Ids.outerOf(Id), Slot, Target) : 0;
  if (!Outer)
    return 0;
  if (Is.What == Kind::Content || Is.What == Kind::Fresh)
    return load(S, Outer);
  return Ids.rebase(Id, Is.Left, Outer);
}

/// False when what was put there is no handle: then something was taken.
bool Simulation::give(State &S, ValueId Slot, ValueId Target) {
  const struct Slot &Of = S.Slots->at(Slot);
  ThreadSet Workers;
  View All;
  const ThreadSet Running = S.Threads.running();
  for (const auto &[Worker, Does] : Of.Takers)
    if (Running.contains(Worker)) {
      Workers.insert(Worker);
      All.absorb(Does, [](ValueId Id) { return Id; }, {}, {});
    }
  std::map<ValueId, ValueId> Given; // path -> the handle there
  for (const auto &Access : All.accesses())
    if (ValueId Id = readAgain(S, Access->Handle, Slot, Target);
        S.Handles->contains(Id))
      Given[Access->Handle] = Id;
  if (Given.empty())
    return Workers.empty();
  const ThreadInstance Worker = *S.Threads.thread(*Workers.begin());
  ThreadStart Start{
      .Entry = Worker.Entry, .At = Worker.SpawnedAt, .Carried = Worker.Path};
  for (const auto &[Path, Id] : Given)
    Start.Carried.push_back({.Kind = StepKind::Passed,
                             .Text = S.Handles->at(Id).Variable,
                             .At = Here});
  const ThreadId Task = S.Threads.spawn(Start);
  S.Threads.runsFor(Task, Workers);
  S.Threads.absorbThread(Task, All,
                         [&](ValueId Id) -> std::optional<ValueId> {
                           if (auto At = Given.find(Id); At != Given.end())
                             return At->second;
                           if (Ids.isBehind(Id, Slot))
                             return std::nullopt;
                           return Id;
                         },
                         {});
  S.Slots.write()[Slot].Given.insert(Task);
  for (const auto &[Path, Id] : Given)
    escape(S, Id);
  return true;
}

void Simulation::handOver(State &S, const Outcome &Of, Application &Reader) {
  // What a callee's threads write is theirs.
  if (!Shared.Settings.Parts.Ownership || S.Slots->empty() ||
      Of.Post.Threads.hasThreads())
    return;
  std::map<ValueId, ValueId> Written; // slot -> the element or cell, or none
  std::set<ValueId> Shrunk;
  auto Note = [&](ValueId Mine) {
    if (S.Slots->contains(Mine))
      Written[Mine] = Mine;
    for (ValueId Part = Mine; Ids.object(Part) != Part; Part = Ids[Part].Left) {
      ValueId Whole = Ids[Part].Left;
      if (!S.Slots->contains(Whole))
        continue;
      if (Ids.elementAround(Part) == Part)
        Written[Whole] = Part;
      else
        Written.try_emplace(Whole, 0);
    }
  };
  for (const auto &[Cell, Held] : *Of.Post.Contents) {
    const ValueId Mine = Reader.resolve(Cell);
    Note(Mine);
    if (Ids[Held].What == Kind::Pure &&
        Ids[Held].Op == facts::Operator::Subtract)
      Shrunk.insert(Ids.outerOf(Mine));
  }
  for (const auto &[Object, Is] : *Of.Post.Objects)
    if (Ids.elementAround(Object))
      Note(Reader.resolve(Object));
  for (const auto &[Slot, Target] : Written) {
    if (Target && !Shrunk.contains(Slot) && give(S, Slot, Target))
      continue;
    // The giver takes something back, and nobody knows what.
    for (ThreadId Task : S.Slots->at(Slot).Given)
      S.Threads.join(Task);
    S.Slots.write()[Slot].Given.clear();
  }
}

} // namespace cursor_tidy::solve
