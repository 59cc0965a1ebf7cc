//===- Handed.cpp - handles that wait in a queue for a thread -------------===//
//
// A thread takes handles, or objects with handles, out of a container or a
// list. When it starts, the queue is empty, so what it takes is not known; it
// is noted what it does to each. A handle that is put there later is used by a
// task of the thread's from then on: one that ends with the threads that take,
// and when the giver takes out of the queue himself. What was done to the
// handle before is over.
//
// Taking is seen by what a thread writes: the container, the index that it
// reads at, or the cell that leads to the first of a list.
//
//===----------------------------------------------------------------------===//
#include "solve/Apply.h"

#include <algorithm>

namespace cursor_tidy::solve {

using Kind = Definition::Kind;

/// Where a function takes a handle out of, as it leaves the queue behind.
static ValueId slotOf(const Values &Ids, const State &Post, ValueId Handle) {
  auto IsWritten = [&](ValueId Cell) { return Post.Contents->contains(Cell); };
  for (ValueId Id = Handle; Id; Id = Ids.outerOf(Id)) {
    const Definition &Is = Ids[Id];
    const bool IsElement =
        Is.What == Kind::Element || Is.What == Kind::AnyElement;
    if (IsElement && (std::ranges::any_of(Ids.partsOf(Is.Left), IsWritten) ||
                      (Is.Right && Ids[Is.Right].What == Kind::Content &&
                       IsWritten(Ids[Is.Right].Left))))
      return Is.Left;
    if ((Is.What == Kind::Field || Is.What == Kind::Variable) && Id != Handle &&
        IsWritten(Id))
      return Id;
  }
  return 0;
}

void Simulation::noteTaker(State &S, ThreadId Worker, const Summary &Of,
                           Application &Reader) {
  for (const Outcome &Each : Of.Outcomes)
    for (const auto &Access : Each.Post.Threads.accesses()) {
      const ValueId Theirs =
          Access->Thread ? 0 : slotOf(Ids, Each.Post, Access->Handle);
      const ValueId Slot = Reader.resolve(Theirs);
      if (!Slot || Ids.isConstant(Slot))
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
  if (S.Slots->empty())
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
