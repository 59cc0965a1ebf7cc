//===- ApplyThreads.cpp - a callee's threads in a caller's state
//-----------===//
//
// Takes over what a callee did on threads, or what the entry of a thread does,
// and what queues its threads serve.
//
//===----------------------------------------------------------------------===//
#include "solve/Apply.h"
#include "solve/Constraints.h"

#include <algorithm>

namespace cursor_tidy::solve {

using namespace facts;
using Kind = Definition::Kind;

void Application::takeThreads(const State &Post) {
  ValueRename Rename = [&](ValueId Id) { return resolveNoted(Post, Id); };
  ThreadLookup ThreadsOf = [&](ValueId Id) {
    std::vector<ThreadId> Found;
    for (const auto &[Held, Object] : *Before.Objects) {
      if (!Object.Thread)
        continue;
      bool Holds = Held == Id;
      for (const auto &[Cell, Value] : *Before.Contents)
        Holds |= Value == Held && Ids.object(Cell) == Ids.object(Id);
      if (Holds)
        Found.push_back(*Object.Thread);
    }
    // Nobody knows which thread it is: it may be any.
    if (Found.empty() && !Ids.isConstant(Id) && !Ids.isOutside(Id))
      for (ThreadId Any : Before.Threads.running())
        Found.push_back(Any);
    return Found;
  };
  const facts::Function &Callee = *Call.Callee;
  View Theirs = Post.Threads;
  bool IsHere = Callee.Body == BodyKind::Modelled || Callee.IsImplicit;
  if (IsHere)
    Theirs.locate(Caller.Here, Caller.Function.Text);
  if (Post.Forks > 0)
    After.Threads.enterChild();
  if (Call.OnThread) {
    Numbers =
        After.Threads.absorbThread(*Call.OnThread, Theirs, Rename, ThreadsOf);
    takeServed(Post);
    return;
  }
  PathStep Step{.Kind = StepKind::Called, .Text = Callee.Text};
  if (!IsHere)
    Step.At = Caller.Here;
  Numbers = After.Threads.absorb(Theirs, Rename, ThreadsOf, Step);
  if (IsHere && Caller.Function.Body != BodyKind::Modelled)
    After.Threads.nameLocks([&](ValueId Id) { return Caller.nameOf(Id); });
  takeServed(Post);
}

/// A thread that takes all that it finds waits for others to put something
/// there: what is there when it starts says nothing.
void Application::noteEmptied(const State &Post) {
  for (const auto &[Cell, Held] : *Post.Contents)
    if (ValueId Found = Ids.content(Cell);
        Held == Ids.constant(0) && Ids.isOutside(Found) &&
        !rangeOf(Ids, Post, Found).contains(0))
      Emptied.insert(Found);
}

bool Application::asksForEmptied(ValueId Id) const {
  const Definition &Is = Ids[Id];
  return Emptied.contains(Id) ||
         (Is.What == Kind::Pure &&
          (asksForEmptied(Is.Left) || (Is.Right && asksForEmptied(Is.Right))));
}

/// Numbers that the new thread writes, and those that threads of the callee do.
void Application::takeRacing(const State &Post) {
  for (const auto &[Theirs, Writer] : *Post.Racing)
    if (auto Mine = Numbers.find(Writer); Mine != Numbers.end())
      if (ValueId Cell = resolve(Theirs); !Ids.isConstant(Cell))
        After.Racing.write()[Cell] = Mine->second;
  if (!Call.OnThread)
    return;
  for (const auto &[Theirs, Held] : *Post.Contents) {
    if (!Ids.isConstant(Held) && !Caller.isWrittenByOthers(Held))
      continue;
    if (ValueId Cell = resolve(Theirs); Ids.isOutside(Ids.content(Theirs)))
      After.Racing.write()[Cell] = *Call.OnThread;
  }
}

void Application::takeServed(const State &Post) {
  for (const auto &[Container, Workers] : *Post.Served)
    for (ThreadId Worker : Workers)
      if (auto Mine = Numbers.find(Worker); Mine != Numbers.end())
        After.Served.write()[resolve(Container)].insert(Mine->second);
  for (const auto &[Theirs, Of] : *Post.Slots) {
    const ValueId Slot = resolve(Theirs);
    if (Ids.isConstant(Slot))
      continue;
    auto Rename = [&, From = Theirs](ValueId Id) -> std::optional<ValueId> {
      return Ids.isBehind(Id, From) ? Ids.rebase(Id, From, Slot)
                                    : resolveNoted(Post, Id);
    };
    struct Slot &Mine = After.Slots.write()[Slot];
    for (const auto &[Worker, Does] : Of.Takers)
      if (auto Number = Numbers.find(Worker); Number != Numbers.end())
        Mine.Takers[Number->second].absorb(Does, Rename, {}, {});
    for (ThreadId Task : Of.Given)
      if (auto Number = Numbers.find(Task); Number != Numbers.end())
        Mine.Given.insert(Number->second);
  }
}

} // namespace cursor_tidy::solve
