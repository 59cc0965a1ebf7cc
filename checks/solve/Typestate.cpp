//===- Typestate.cpp - the life of handles
//-----------------------------------===//
//
// Open, use, close, and what a close does to children and to pointers borrowed
// from the handle. Of a handle that a caller supplies every use is also noted
// for the callers, who know whether it is closed or inherited.
//
//===----------------------------------------------------------------------===//
#include "solve/Constraints.h"
#include "solve/Simulate.h"

#include <algorithm>

namespace cursor_tidy::solve {

using namespace facts;

namespace {
/// Uses of callers' handles that one summary carries at most.
constexpr size_t MaxUses = 64;
/// How many pointers deep what a handle owns is told from what it points to.
constexpr unsigned MaxDepth = 3;

bool endsSomething(const LatentUse &Use) {
  return Use.Closes || Use.Ends.has_value();
}
} // namespace

Name Simulation::parentField(Name Kind) {
  return Name("<parent " + std::string(Kind.text()) + ">");
}

Steps Simulation::stepHere(StepKind Kind) const {
  return std::make_shared<const std::vector<PathStep>>(
      std::vector<PathStep>{{.Kind = Kind, .Text = Function.Text, .At = Here}});
}

LatentUse Simulation::useHere(const State &S, ValueId Handle, Name Kind) const {
  return {.Handle = Handle,
          .Kind = Kind,
          .Process = S.Forks,
          .Function = Function.Text,
          .Path = stepHere(StepKind::Accessed)};
}

void Simulation::open(State &S, ValueId Id, HandleState New) {
  // One of many that nobody can tell apart, none of which is followed.
  if (Ids.unknownElementOf(Id))
    return escape(S, Id);
  auto Before = S.Handles->find(Id);
  if (Before != S.Handles->end() && Before->second.Is == Condition::Open &&
      Before->second.Owned && New.Owned && Before->second.Kind == New.Kind)
    tellLost(S, Id, WayOut::Overwritten,
             {.Kind = StepKind::Reopened,
              .Text = New.Opened->back().Text,
              .At = New.Opened->back().At});
  if (New.Variable.empty()) {
    New.Variable = nameOf(Id);
    for (const auto &[Cell, Held] : *S.Contents)
      if (New.Variable.empty() && Held == Id)
        New.Variable = nameOf(Cell);
  }
  // Each parent can be asked for by its kind, also by a callee.
  for (ValueId Parent : New.Parents) {
    auto Of = S.Handles->find(Parent);
    if (Of == S.Handles->end())
      continue;
    write(S, Ids.field(Id, parentField(Of->second.Kind)), Parent);
    for (const auto &[Key, Kind] : Shared.Solution.Kinds) {
      ValueId Above = Ids.field(Parent, parentField(Key));
      if (auto At = S.Contents->find(Above); At != S.Contents->end())
        write(S, Ids.field(Id, parentField(Key)), ValueId(At->second));
    }
  }
  New.OpenedAt = {Block, S.Visits[Block]};
  New.InLoop = Blocks.IsInLoop[Block];
  New.BranchesBefore = S.Branches ? S.Branches->Length : 0;
  S.Handles.write()[Id] = std::move(New);
}

void Simulation::use(State &S, const LatentUse &Use) {
  ValueId Id = settle(Ids, S, Use.Handle);
  if (Ids.isConstant(Id) || Id == 0)
    return;
  if (Use.Kind.empty())
    useBorrowed(S, Id);
  S.InProcess.IsIdle = false;
  HandleState Before;
  if (auto At = S.Handles->find(Id); At != S.Handles->end()) {
    Before = At->second;
    tellStale(S, Before, Use);
  } else if (!Use.Kind.empty()) {
    S.Handles.write()[Id] = {.Kind = Use.Kind, .Variable = nameOf(Id)};
  }
  std::shared_ptr<const Crossed> Fault =
      Use.Fault ? confirmCrossed(S, Id, Use) : tellCrossed(S, Id, Use);
  if (!Ids.isOutside(Id) || S.Uses->size() >= MaxUses)
    return;
  auto IsSame = [&](const LatentUse &Other) {
    return Other.Handle == Id && Other.Closes == Use.Closes &&
           Other.Process == Use.Process && Other.Kind == Use.Kind &&
           Other.IsLocal == Use.IsLocal &&
           (!Use.Closes || *Other.Path == *Use.Path);
  };
  // What was used before something ended is used anew after that.
  auto Since = S.Uses->end();
  while (Since != S.Uses->begin() && (Use.Closes || !endsSomething(Since[-1])))
    --Since;
  if (std::any_of(Since, S.Uses->end(), IsSame))
    return;
  // What follows a close or an opening of ours is no concern of the caller.
  if (Before.Is != Condition::Known)
    return;
  LatentUse Kept = Use;
  Kept.Handle = Id;
  Kept.Process = std::max(Use.Process, S.Forks);
  if (Fault && !Use.Fault)
    InChildren.back().IsLeftToCallers = true;
  Kept.Fault = std::move(Fault);
  S.Uses.write().push_back(std::move(Kept));
}

/// True when a handle is known to be of another role than what the function
/// closes: the driver refuses it (`SQLFreeHandle(SQL_HANDLE_DBC, stmt)`).
bool Simulation::isForAnother(const State &S, ValueId Id, Name Closer) const {
  auto At = S.Handles->find(Id);
  const HandleKind *Is =
      At == S.Handles->end() ? nullptr : Shared.kind(At->second.Kind);
  const HandleKind *Closes = Shared.kind(Closer);
  return Is && Closes && Is->Driver == Closes->Driver && Is->Is != Closes->Is;
}

void Simulation::close(State &S, ValueId Id, Name Kind, Condition As,
                       ChildRule Rule, Steps How, std::optional<ThreadId> On) {
  Id = settle(Ids, S, Id);
  if (Ids.isConstant(Id) || Id == 0 || isForAnother(S, Id, Kind))
    return;
  if (ValueId Container = Ids.unknownElementOf(Id))
    return escape(S, Container);
  HandleState &Handle = S.Handles.write()[Id];
  bool WasOpen = Handle.Is == Condition::Open || Handle.Is == Condition::Known;
  if (Handle.Is == Condition::Closed || (As != Condition::Closed && !WasOpen))
    return;
  Handle.Is = As;
  Handle.ClosedParent = 0;
  Handle.Closed = How;
  Handle.Rule = Rule;
  Handle.ClosedOn = On;
  endBorrows(S, Id, {}, How);
  endChildren(S, Id, Rule, How);
}

void Simulation::endChildren(State &S, ValueId Parent, ChildRule Rule,
                             const Steps &How, Name OfKind) {
  if (Rule == ChildRule::Defers || Rule == ChildRule::KeptAlive)
    return;
  std::vector<ValueId> Children;
  for (const auto &[Id, Handle] : *S.Handles)
    if ((Handle.Is == Condition::Open || Handle.Is == Condition::Known) &&
        (OfKind.empty() || Handle.Kind == OfKind) &&
        std::count(Handle.Parents.begin(), Handle.Parents.end(), Parent))
      Children.push_back(Id);
  for (ValueId Id : Children) {
    HandleState &Child = S.Handles.write()[Id];
    Child.Is = Rule == ChildRule::Ends      ? Condition::Ended
               : Rule == ChildRule::Dangles ? Condition::Dangling
                                            : Condition::Stranded;
    Child.Closed = How;
    Child.Rule = Rule;
    Child.ClosedParent = Parent;
    endBorrows(S, Id, {}, How);
    endChildren(S, Id, Rule, How);
  }
}

void Simulation::endBorrows(State &S, ValueId Owner, Name Group,
                            const Steps &How) {
  std::vector<ValueId> Ended;
  for (const auto &[Id, Object] : *S.Objects)
    if (Object.Borrow && !Object.Borrow->Ended &&
        Object.Borrow->Owner == Owner &&
        (Group.empty() || Object.Borrow->Group == Group))
      Ended.push_back(Id);
  for (ValueId Id : Ended)
    S.Objects.write()[Id].Borrow->Ended = How;
}

void Simulation::escape(State &S, ValueId From) {
  escape(S, std::vector<ValueId>{From});
}

void Simulation::escape(State &S, std::vector<ValueId> Work) {
  std::set<ValueId> Done, Opened;
  while (!Work.empty()) {
    ValueId Id = Work.back();
    Work.pop_back();
    const Definition &Is = Ids[Id];
    if (Id == 0 || Is.What == Definition::Kind::Constant ||
        Is.What == Definition::Kind::Function ||
        Is.What == Definition::Kind::Text || !Done.insert(Id).second)
      continue;
    auto Known = S.Objects->find(Id);
    if (Known == S.Objects->end() || !Known->second.Escaped)
      S.Objects.write()[Id].Escaped = true;
    // One of many: any of them may be the one.
    if (ValueId Container = Ids.unknownElementOf(Id))
      Work.push_back(Container);
    if (ValueId Object = Ids.object(Id); Opened.insert(Object).second)
      for (ValueId Cell : cellsOf(S, Object))
        Work.push_back(S.Contents->at(Cell));
  }
}

void Simulation::release(State &S, ValueId Object, const Steps &How) {
  if (ValueId Container = Ids.unknownElementOf(Object))
    return escape(S, Container);
  auto Handle = S.Handles->find(Object);
  if (Handle != S.Handles->end() && Handle->second.Is == Condition::Open &&
      Handle->second.Owned) {
    tellLost(S, Object, WayOut::WrongCloser, How->front());
    S.Handles.write()[Object].Owned = false;
  }
  if (Ids.isOutside(Object)) {
    S.Freed.write().push_back({Object, How});
    return;
  }
  auto Known = S.Objects->find(Object);
  if (Known == S.Objects->end() || !Known->second.Allocated)
    return;
  std::vector<ValueId> Cells;
  // That it held a closed handle is not forgotten: who uses it may be told so.
  auto IsClosed = [&](ValueId Held) {
    auto At = S.Handles->find(Held);
    return At != S.Handles->end() && At->second.Is == Condition::Closed;
  };
  for (const auto &[Cell, Held] : *S.Contents)
    if (Ids.object(Cell) == Object && !IsClosed(Held))
      Cells.push_back(Cell);
  for (ValueId Cell : Cells)
    S.Contents.write().erase(Cell);
  findLost(S, WayOut::ScopeEnd,
           {.Kind = StepKind::ScopeEnds, .At = How->front().At},
           Moment::Inside);
}

/// The pointer that arithmetic started from.
static ValueId startOf(const Values &Ids, ValueId Pointer) {
  ValueId Id = Ids.object(Pointer);
  while (Ids[Id].What == Definition::Kind::Pure &&
         (Ids[Id].Op == Operator::Add || Ids[Id].Op == Operator::Subtract))
    Id = Ids.object(Ids[Id].Left);
  return Id;
}

/// True for a pointer that callers have in their memory; what they pass as an
/// argument they look at themselves.
static bool isInCallersMemory(const Values &Ids, ValueId Id) {
  if (Ids[Id].What != Definition::Kind::Content || !Ids.isOutside(Id))
    return false;
  const Definition &Cell = Ids[Ids[Id].Left];
  return Cell.What != Definition::Kind::Variable ||
         Cell.Root == Place::Base::Global;
}

/// A pointer that was read out of what a handle owns belongs to the handle too.
void Simulation::useBehindBorrowed(State &S, ValueId Pointer) {
  ValueId Id = startOf(Ids, Pointer);
  if (Function.Body != BodyKind::Modelled && isInCallersMemory(Ids, Id) &&
      !S.Handles->contains(Id) && !S.ReadThrough->contains(Id) &&
      S.ReadThrough->size() < MaxUses)
    S.ReadThrough.write().insert(Id);
  for (unsigned I = 0; I < MaxDepth && Id; ++I) {
    useBorrowed(S, Id);
    if (Ids[Id].What != Definition::Kind::Content)
      return;
    Id = startOf(Ids, Ids[Id].Left);
  }
}

void Simulation::useBorrowed(State &S, ValueId Pointer) {
  ValueId Id = startOf(Ids, Pointer);
  auto At = S.Objects->find(Id);
  if (At == S.Objects->end() || !At->second.Borrow || !At->second.Borrow->Ended)
    return;
  BorrowState Borrow = *At->second.Borrow;
  if (Function.Body == BodyKind::Modelled || !Here.isValid())
    return;
  std::vector<PathStep> Path = *Borrow.Taken;
  for (PathStep Step : *Borrow.Ended) {
    if (Step.Kind == StepKind::Accessed)
      Step.Kind = StepKind::Invalidated;
    Path.push_back(Step);
  }
  Path.push_back({.Kind = StepKind::Used, .At = Here});
  HandleRef Owner = refer(S, Borrow.Owner, Borrow.Kind);
  if (Owner.Variable.empty())
    Owner.Variable = Borrow.Variable;
  tell(Stale{.Handle = std::move(Owner),
             .How = StaleKind::Borrowed,
             .Function = Function.Text,
             .At = Here,
             .ClosedAt = Borrow.Ended->back().At,
             .Path = std::move(Path)});
  S.Objects.write()[Id].Borrow.reset();
}

void Simulation::on(State &S, const Open &E) {
  ValueId Id = evaluate(S, E.Handle).Value;
  if (Ids.isConstant(Id))
    return;
  HandleState New{.Kind = E.Kind,
                  .Is = Condition::Open,
                  .Owned = !E.Borrowed,
                  .Borrowed = E.Borrowed,
                  .By = E.By,
                  .Opened = stepHere(StepKind::Opened),
                  .Process = S.Forks};
  for (const Value &Parent : E.Parents)
    if (ValueId Of = evaluate(S, Parent).Value; !Ids.isConstant(Of))
      New.Parents.push_back(Of);
  open(S, Id, std::move(New));
}

void Simulation::on(State &S, const Close &E) {
  ValueId Id = evaluate(S, E.Handle).Value;
  LatentUse Use = useHere(S, Id, E.Kind);
  Use.Closes = true;
  Use.Retained = E.Retained;
  Use.Path = stepHere(StepKind::Closed);
  bool IsNull = truth(Ids, S, Id) == false;
  if (IsNull)
    return;
  S.Threads.access({.Handle = Id,
                    .Kind = E.Kind,
                    .Closes = true,
                    .Function = Function.Text,
                    .Callee = Function.Text,
                    .At = Here});
  use(S, Use);
  close(S, Id, E.Kind, E.Retained ? Condition::Stranded : Condition::Closed,
        E.Children, Use.Path, std::nullopt);
}

void Simulation::on(State &S, const Access &E) {
  ValueId Id = evaluate(S, E.Handle).Value;
  if (Ids.isConstant(Id))
    return;
  LatentUse Use = useHere(S, Id, E.Kind);
  Use.ReadOnly = E.ReadOnly;
  Use.IsLocal = E.IsLocal;
  S.Threads.access({.Handle = Id,
                    .Kind = E.Kind,
                    .ReadOnly = E.ReadOnly,
                    .Function = Function.Text,
                    .Callee = Function.Text,
                    .At = Here});
  use(S, Use);
}

void Simulation::on(State &S, const Borrow &E) {
  ValueId Owner = evaluate(S, E.Owner).Value;
  if (E.To.isNone())
    return;
  ValueId Pointer = freshHere(S);
  HandleState Known;
  if (auto At = S.Handles->find(Owner); At != S.Handles->end())
    Known = At->second;
  S.Objects.write()[Pointer].Borrow =
      BorrowState{.Owner = Owner,
                  .Kind = Known.Kind,
                  .Variable = Known.Variable,
                  .Group = E.Until,
                  .Taken = stepHere(StepKind::Borrowed),
                  .Ended = nullptr};
  write(S, addressOf(S, E.To), Pointer);
}

void Simulation::invalidate(State &S, ValueId Owner, Name Group, bool Children,
                            const Steps &How) {
  if (Ids.isConstant(Owner))
    return;
  if (!Children)
    endBorrows(S, Owner, Group, How);
  std::vector<ValueId> Below;
  for (const auto &[Id, Handle] : *S.Handles)
    if (Children &&
        std::count(Handle.Parents.begin(), Handle.Parents.end(), Owner))
      Below.push_back(Id);
  for (ValueId Id : Below)
    endBorrows(S, Id, Group, How);
  // A caller may hold pointers that die here.
  if (Ids.isOutside(Owner) && S.Invalidated->size() < MaxUses)
    S.Invalidated.write().push_back(
        {.Owner = Owner, .Group = Group, .Children = Children, .How = How});
}

void Simulation::on(State &S, const Invalidate &E) {
  invalidate(S, evaluate(S, E.Owner).Value, E.Group, E.Children,
             stepHere(StepKind::Invalidated));
}

void Simulation::endChildrenAlone(State &S, ValueId Parent, ChildRule Rule,
                                  Name OfKind, const Steps &How) {
  if (Ids.isConstant(Parent))
    return;
  endChildren(S, Parent, Rule, How, OfKind);
  if (Rule == ChildRule::KeptAlive)
    for (auto &[Id, Handle] : S.Handles.write())
      if (OfKind.empty() || Handle.Kind == OfKind)
        std::erase(Handle.Parents, Parent);
  // A caller may hold children that end here.
  auto IsSame = [&](const LatentUse &Other) {
    return Other.Handle == Parent && Other.Ends == Rule && *Other.Path == *How;
  };
  if (Ids.isOutside(Parent) && S.Uses->size() < MaxUses &&
      std::none_of(S.Uses->begin(), S.Uses->end(), IsSame))
    S.Uses.write().push_back(
        {.Handle = Parent, .Kind = OfKind, .Path = How, .Ends = Rule});
}

void Simulation::on(State &S, const EndChildren &E) {
  endChildrenAlone(S, evaluate(S, E.Parent).Value, E.Rule, E.Kind,
                   stepHere(StepKind::Closed));
}

void Simulation::on(State &S, const Parent &E) {
  ValueId Id = evaluate(S, E.Handle).Value;
  ValueId Found = 0;
  std::vector<ValueId> Work{Id};
  for (size_t I = 0; I < Work.size() && I < 16 && !Found; ++I) {
    auto At = S.Handles->find(Work[I]);
    if (At == S.Handles->end())
      continue;
    if (I && (E.Kind.empty() || At->second.Kind == E.Kind))
      Found = Work[I];
    Work.insert(Work.end(), At->second.Parents.begin(),
                At->second.Parents.end());
  }
  if (!E.To.isNone())
    write(S, addressOf(S, E.To),
          Found ? Found : read(Ids, S, Ids.field(Id, parentField(E.Kind))));
}

void Simulation::on(State &S, const facts::ConfigureHandle &E) {
  if (ValueId Id = evaluate(S, E.Handle).Value; !Ids.isConstant(Id))
    S.Handles.write()[Id].By = E.By;
}

void Simulation::on(State &S, const ResetAfterFork &E) {
  if (ValueId Id = evaluate(S, E.Handle).Value; !Ids.isConstant(Id))
    resetChild(S, Id);
}

/// The handle and all that derives from it are the child's from here on.
void Simulation::resetChild(State &S, ValueId Id) {
  S.Handles.write()[Id].IsReset = true;
  std::vector<ValueId> World{Id};
  for (size_t I = 0; I < World.size(); ++I) {
    S.Handles.write()[World[I]].Process = S.Forks;
    for (const auto &[Below, Handle] : *S.Handles)
      if (Handle.Process < S.Forks &&
          std::count(Handle.Parents.begin(), Handle.Parents.end(), World[I]))
        World.push_back(Below);
  }
}

} // namespace cursor_tidy::solve
