//===- Transfer.cpp - what each event does to a state
//------------------------===//
//
// One overload per event; those that split a path return the states after it.
// Calls are in Calls.cpp, the life of handles in Typestate.cpp.
//
//===----------------------------------------------------------------------===//
#include "solve/Constraints.h"
#include "solve/Simulate.h"

#include <algorithm>

namespace cursor_tidy::solve {

using namespace facts;

namespace {

/// Events after which a run of endings of locals goes on: ends, and the
/// destructors between them.
bool isEnding(const Engine &Shared, const Action &What) {
  if (std::holds_alternative<End>(What))
    return true;
  const auto *C = std::get_if<Call>(&What);
  if (!C || C->Callee.What != Value::Kind::Function)
    return false;
  const facts::Function *Callee = Shared.function(C->Callee.Symbol);
  return Callee && Callee->IsDestructor;
}

} // namespace

States Simulation::step(State S, const facts::Event &Now) {
  Event = &Now;
  Here = Now.At;
  FreshIndex = CallIndex = 0;
  if (!isEnding(Shared, Now.What)) {
    settlePending(S, WayOut::ScopeEnd, std::nullopt);
    S.Throwing.reset();
    tellUnwound(S);
    S.LeavesAt = nullptr;
  }
  return std::visit(
      [&](const auto &E) -> States {
        if constexpr (requires { this->fork(std::move(S), E); }) {
          return this->fork(std::move(S), E);
        } else {
          this->on(S, E);
          States After;
          if (!S.IsDead)
            After.push_back(std::move(S));
          return After;
        }
      },
      Now.What);
}

void Simulation::on(State &S, const Set &E) {
  Operand From = evaluate(S, E.From);
  if (E.To.isNone())
    return;
  ValueId To = addressOf(S, E.To);
  bool Overwrites = S.Contents->contains(To) || holdsParts(S, To);
  if (From.Cell) {
    copyObject(S, To, S, From.Cell, isObjectCopy(S, To, From.Cell));
  } else {
    clearObject(S, To);
    write(S, To, From.Value);
    // A caller may know parts of what a library has changed.
    if (E.From.What == Value::Kind::Unknown && Ids.isOutside(To) &&
        Function.Body == BodyKind::Modelled)
      S.Objects.write()[To].Remade = siteHere(S);
    if (E.From.What == Value::Kind::Int && E.From.Number == 0)
      S.Objects.write()[To].Zeroed = true;
  }
  if (Overwrites)
    findLost(S, WayOut::Overwritten,
             {.Kind = StepKind::Overwritten, .Text = nameOf(To), .At = Here},
             Moment::Inside);
}

void Simulation::on(State &S, const Compute &E) {
  ValueId Left = evaluate(S, E.Left).Value;
  bool IsUnary = E.Op == Operator::Not || E.Op == Operator::HasOpenChildren;
  ValueId Right = IsUnary ? 0 : evaluate(S, E.Right).Value;
  ValueId Out = compute(Ids, S, E.Op, Left, Right);
  if (!E.To.isNone())
    write(S, addressOf(S, E.To), Out);
}

void Simulation::on(State &S, const Make &E) {
  ValueId Object = addressOf(S, E.Object);
  clearObject(S, Object);
  ObjectState &Made = S.Objects.write()[Object];
  Made.Class = E.Class;
  Made.Remade = siteHere(S);
}

void Simulation::on(State &S, const Allocate &E) {
  ValueId Object = freshHere(S);
  clearObject(S, Object);
  S.Ranges.write()[Object] = allBut(0);
  S.Objects.write()[Object] = {
      .Class = E.Class,
      .Allocated = true,
      .Made = {{.Kind = StepKind::Opened, .Text = Function.Text, .At = Here}}};
  if (E.To.isNone())
    return;
  write(S, addressOf(S, E.To), Object);
  findLost(S, WayOut::Overwritten, {.Kind = StepKind::Overwritten, .At = Here},
           Moment::Inside);
}

void Simulation::on(State &S, const Free &E) {
  ValueId Object = evaluate(S, E.Object).Value;
  if (!Ids.isConstant(Object))
    release(S, Object, stepHere(StepKind::Closed));
}

void Simulation::on(State &S, const End &E) {
  ValueId Local = addressOf(S, E.Object);
  PathStep Exit{.Kind = StepKind::ScopeEnds, .Text = nameOf(Local), .At = Here};
  // A handle object that lives in the variable itself is lost with it.
  // What threads did with one is judged at the end of the function.
  std::vector<ValueId> Inside;
  for (const auto &[Id, Handle] : *S.Handles)
    if (Ids.object(Id) == Local &&
        ((Handle.Is == Condition::Open && Handle.Owned && !Handle.Reported) ||
         S.Threads.hasThreads()))
      Inside.push_back(Id);
  if (!Inside.empty() || S.Contents->lower_bound(0) != S.Contents->end())
    if (!S.PendingEnd)
      S.PendingEnd = Exit;
  if (!Inside.empty()) {
    // The variable is gone, the handle is not: keep it where nothing points.
    for (ValueId Id : Inside) {
      HandleState Gone = S.Handles->at(Id);
      ValueId Shell = freshHere(S);
      S.Objects.write()[Shell].Allocated = true;
      S.Handles.write().erase(Id);
      for (auto &[Child, Handle] : S.Handles.write())
        std::replace(Handle.Parents.begin(), Handle.Parents.end(), Id, Shell);
      S.Handles.write()[Shell] = std::move(Gone);
      S.Threads.rename([&](const AccessRecord &Access) {
        return Access.Handle == Id ? Shell : Access.Handle;
      });
    }
  }
  clearObject(S, Local);
}

void Simulation::on(State &S, const Escape &E) {
  Operand What = evaluate(S, E.What);
  escape(S, What.Value);
  if (What.Cell)
    escape(S, What.Cell);
}

void Simulation::on(State &S, const Configure &E) {
  S.Configured.write()[E.Driver] = E.By;
}

void Simulation::on(State &S, const facts::Join &E) {
  Operand Thread = evaluate(S, E.Thread);
  S.InProcess.IsIdle = false;
  bool IsJoined = false;
  for (const auto &[Id, Object] : *S.Objects) {
    if (!Object.Thread)
      continue;
    // The identity itself, or any that an object or a container holds.
    bool Holds = Id == Thread.Value;
    for (const auto &[Cell, Held] : *S.Contents)
      Holds |= Held == Id && (Ids.object(Cell) == Ids.object(Thread.Value) ||
                              Cell == Thread.Cell);
    if (!Holds)
      continue;
    S.Threads.join(*Object.Thread);
    IsJoined = true;
  }
  if (IsJoined)
    return;
  if (Ids.isOutside(Thread.Value))
    S.Threads.joinValue(Thread.Value);
  else if (!Ids.isConstant(Thread.Value))
    S.Threads.joinUnknown();
}

void Simulation::on(State &S, const facts::Detach &E) {
  ValueId Thread = evaluate(S, E.Thread).Value;
  auto At = S.Objects->find(Thread);
  if (At != S.Objects->end() && At->second.Thread)
    S.Threads.detach(*At->second.Thread);
  else if (Ids.isOutside(Thread))
    S.Threads.detachValue(Thread);
}

void Simulation::on(State &S, const facts::Cancel &E) {
  ValueId Thread = evaluate(S, E.Thread).Value;
  auto At = S.Objects->find(Thread);
  if (At != S.Objects->end() && At->second.Thread)
    S.Threads.cancel(*At->second.Thread);
  else if (Ids.isOutside(Thread))
    S.Threads.cancelValue(Thread);
}

void Simulation::on(State &S, const facts::Shield &E) {
  S.Shields += E.Ends ? -1 : 1;
}

void Simulation::on(State &S, const facts::Lock &E) {
  ValueId Mutex = evaluate(S, E.Mutex).Value;
  S.Threads.lock(Mutex, E.Shared ? LockMode::Shared : LockMode::Exclusive,
                 Function.Body == BodyKind::Modelled ? Name() : nameOf(Mutex),
                 Here);
}

void Simulation::on(State &S, const facts::Unlock &E) {
  S.Threads.unlock(evaluate(S, E.Mutex).Value);
}

void Simulation::on(State &S, const facts::Signal &E) {
  S.Threads.signal(evaluate(S, E.Object).Value);
}

void Simulation::on(State &S, const facts::Await &E) {
  S.InProcess.IsIdle = false;
  S.Threads.await(evaluate(S, E.Object).Value);
}

void Simulation::on(State &S, const facts::Protocol &E) {
  ValueId Handle = evaluate(S, E.Handle).Value;
  if (Ids.isConstant(Handle))
    return;
  switch (E.Is) {
  case Protocol::Phase::Begins:
    S.Threads.begin(Handle, E.Group,
                    {.BegunAt = Here, .BegunBy = Function.Text});
    break;
  case Protocol::Phase::Proceeds:
  case Protocol::Phase::Ends:
    S.Threads.proceed({.Handle = Handle,
                       .Function = Function.Text,
                       .Callee = Function.Text,
                       .At = Here,
                       .Protocol = E.Group});
    if (E.Is == Protocol::Phase::Ends)
      S.Threads.complete(Handle, E.Group);
    break;
  }
}

void Simulation::on(State &S, const facts::AtExit &E) {
  S.AtExit.write().push_back(evaluate(S, E.Function).Value);
}

void Simulation::on(State &S, const facts::AtFork &E) {
  S.AtFork.write().push_back(evaluate(S, E.Function).Value);
}

States Simulation::fork(State S, const Iterate &E) {
  ValueId Container = addressOf(S, E.Container);
  ValueId CursorCell = addressOf(S, E.Cursor);
  ValueId Cursor = read(Ids, S, CursorCell);
  ValueId Size = read(Ids, S, Ids.field(Container, Name("size")));
  S.Turn.write()[Container] = Cursor;
  write(S, CursorCell,
        Ids.isConstant(Cursor)
            ? compute(Ids, S, Operator::Add, Cursor, Ids.constant(1))
            : freshHere(S));
  ValueId More = compute(Ids, S, Operator::Less, Cursor, Size);
  if (!Ids.isConstant(Cursor))
    More = freshHere(S);
  States After;
  for (bool IsTrue : {true, false}) {
    State Next = S;
    assume(Ids, Next, More, IsTrue);
    if (Next.IsDead)
      continue;
    if (!E.To.isNone())
      write(Next, addressOf(Next, E.To), Ids.constant(IsTrue));
    // One turn stood for all that were left, so what it did to one element it
    // may have done to each.
    if (!IsTrue && !Ids.isConstant(Cursor))
      Next.Doubted.push_back(Container);
    After.push_back(std::move(Next));
  }
  return After;
}

} // namespace cursor_tidy::solve
