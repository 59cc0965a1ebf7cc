//===- Calls.cpp - calls and callables ------------------------------------===//
//
// Finds out what is called, and has its summary applied. A callable that a
// caller supplies is wanted in the summary; once a caller knows it, the callee
// is solved again for it. What is called without being seen may keep or close
// all that it is given.
//
//===----------------------------------------------------------------------===//
#include "solve/Apply.h"
#include "solve/Constraints.h"
#include "solve/Dispatch.h"

#include <algorithm>

namespace cursor_tidy::solve {

using namespace facts;

namespace {
/// How often one call may teach its callee a further callable.
constexpr unsigned MaxTeaching = 3;
/// How deep a callable may be wrapped in others.
constexpr unsigned MaxWrapping = 4;
} // namespace

void Simulation::want(ValueId Callable) {
  bool IsParameter =
      Ids[Ids.object(Callable)].What == Definition::Kind::Variable &&
      Ids[Ids.object(Callable)].Root == Place::Base::Param;
  if (!IsParameter && !Ids.isOutside(Callable))
    return;
  if (!std::count(Result.Wanted.begin(), Result.Wanted.end(), Callable))
    Result.Wanted.push_back(Callable);
}

std::optional<Invocation> Simulation::resolveObject(State &S, ValueId Object,
                                                    Invocation Call,
                                                    unsigned Depth) {
  if (Depth == 0)
    return std::nullopt;
  auto OperatorOf = [&](ValueId Id) -> const facts::Function * {
    auto At = S.Objects->find(Id);
    const Class *Is =
        At == S.Objects->end() ? nullptr : Shared.classOf(At->second.Class);
    return Is ? Shared.function(Is->CallOperator) : nullptr;
  };
  ValueId Held = read(Ids, S, Object);
  if (Ids[Held].What == Definition::Kind::Function) {
    Call.Callee = Shared.function(Ids[Held].Symbol);
    return Call;
  }
  for (ValueId Id : {Object, Held})
    if (const facts::Function *Operator = OperatorOf(Id)) {
      Call.Callee = Operator;
      Call.This = Id;
      return Call;
    }
  // A std::function and its like keep what they call in a field.
  ValueId Target = Ids.field(Object, Name("target"));
  want(Held);
  want(Object);
  if (auto At = S.Objects->find(Object); At != S.Objects->end())
    want(At->second.CopiedFrom);
  want(Ids.content(Target));
  if (S.Contents->contains(Target) || S.Objects->contains(Target))
    return resolveObject(S, Target, std::move(Call), Depth - 1);
  if (Ids[Held].What == Definition::Kind::Variable)
    return resolveObject(S, Held, std::move(Call), Depth - 1);
  return std::nullopt;
}

std::optional<Invocation> Simulation::resolve(State &S, const Value &Callee,
                                              bool IsVirtual, Invocation Call) {
  if (Callee.What == Value::Kind::Load || Callee.What == Value::Kind::Address) {
    std::optional<Invocation> Found = resolveObject(
        S, addressOf(S, Callee.Where), std::move(Call), MaxWrapping);
    // A pointer to a virtual method finds the overrider.
    if (Found && Found->Callee && Found->Callee->IsVirtual && Found->This)
      return resolve(S, Value::function(Found->Callee->Symbol), true, *Found);
    return Found;
  }
  if (Callee.What != Value::Kind::Function)
    return std::nullopt;
  Call.Callee = Shared.function(Callee.Symbol);
  if (!Call.Callee || !IsVirtual || !Call.This)
    return Call;
  const facts::Function &Method = *Call.Callee;
  if (auto Whole = wholeObject(Ids, S, Call.This)) {
    Call.Callee = Shared.dispatch(Method, Whole->Class);
    if (Call.Callee->Body != facts::BodyKind::Modelled)
      Call.This = inward(Ids, Whole->Address,
                         wayToBase(Shared, Whole->Class, Call.Callee->Class));
    return Call;
  }
  std::vector<const facts::Function *> Bodies = Shared.overriders(Method);
  if (Bodies.size() == 1) {
    // A caller may know better where the object is.
    want(Call.This);
    Call.Callee = Bodies.front();
    Call.This = outward(Ids, Call.This,
                        wayToBase(Shared, Call.Callee->Class, Method.Class));
    return Call;
  }
  // A library's overriders do what its model says of the method.
  auto IsModelled = [](const facts::Function *F) {
    return F->Body == facts::BodyKind::Modelled;
  };
  if (IsModelled(Call.Callee) &&
      std::all_of(Bodies.begin(), Bodies.end(), IsModelled))
    return Call;
  want(Call.This);
  return std::nullopt;
}

Bindings Simulation::bind(State &S, const Invocation &Call, const Summary &Of) {
  Bindings With;
  Application Reader(*this, S, Call);
  for (ValueId Wanted : Of.Wanted) {
    ValueId Here = Reader.resolve(Wanted);
    if (Ids[Here].What == Definition::Kind::Function)
      With.push_back({Binding::Kind::Function, Wanted, Ids[Here].Symbol});
    else if (Ids.isConstant(Here) && Ids[Here].Number != 0)
      With.push_back({.What = Binding::Kind::Number,
                      .Value = Wanted,
                      .Number = Ids[Here].Number});
    else if (auto Whole = wholeObject(Ids, S, Here)) {
      With.push_back({Binding::Kind::Class, outward(Ids, Wanted, Whole->Parts),
                      Whole->Class});
      // A caller may know better what the original of a copy is.
      if (auto At = S.Objects->find(Whole->Address); At != S.Objects->end())
        want(At->second.CopiedFrom);
    } else
      for (ValueId Supplied : {Here, originOf(S, Here)})
        want(Supplied);
  }
  std::sort(With.begin(), With.end());
  return With;
}

/// A method that is called through its address gets the object as its first
/// argument; that of a lambda has become a plain function.
Invocation Simulation::withObject(Invocation Call) const {
  const facts::Function *Callee = Call.Callee;
  if (!Callee || Call.This || Callee->IsStatic || Callee->Class.empty() ||
      Call.Arguments.empty())
    return Call;
  if (const Class *Of = Shared.classOf(Callee->Class); Of && Of->IsClosure)
    return Call;
  Call.This = Call.Arguments.front().Value;
  Call.Arguments.erase(Call.Arguments.begin());
  return Call;
}

State Simulation::applyUnknown(State S, const Invocation &Call,
                               const facts::Call *Event) {
  const facts::Function *Callee = Call.Callee;
  auto Lose = [&](const Operand &Given) {
    escape(S, Given.Value);
    if (Given.Cell && Given.IsTemporary)
      escape(S, Given.Cell);
    // What it points to may be anything now.
    ValueId Object = Ids.object(Given.Value);
    std::vector<ValueId> Cells;
    for (const auto &[Cell, Held] : *S.Contents)
      if (Ids.object(Cell) == Object)
        Cells.push_back(Cell);
    if (Ids.isAddress(Given.Value) && Cells.empty())
      Cells.push_back(Given.Value);
    for (ValueId Cell : Cells)
      write(S, Cell, freshHere(S, Cell));
  };
  for (size_t I = 0; I < Call.Arguments.size(); ++I)
    if (!Callee || I >= Callee->Params.size() || !Callee->Params[I].IsBorrow)
      Lose(Call.Arguments[I]);
  if (Call.This)
    Lose({.Value = Call.This});
  if (!Event || !Call.To)
    return S;
  ValueId Given = freshHere(S);
  clearObject(S, Call.To);
  S.Objects.write()[Call.To].Remade = siteHere(S);
  if (Callee && !Callee->ResultHandle.empty() && !S.Handles->contains(Given))
    S.Handles.write()[Given] = {.Kind = Callee->ResultHandle,
                                .Process = S.Forks};
  write(S, Call.To, Given);
  return S;
}

/// True for a function that becomes a daemon by hand: it forks, and only the
/// child comes back, while the parent waits for nothing.
static bool parentLeaves(const Summary &Of) {
  bool Leaves = false;
  for (const Outcome &Each : Of.Outcomes) {
    if (!Each.Post.HasForked || Each.Post.Forks > 0 || isCancellation(Each))
      continue;
    if (Each.How != Way::Leave || !Each.Post.InProcess.IsIdle)
      return false;
    Leaves = true;
  }
  return Leaves;
}

/// How deep a recursion goes is not followed: what it does to a subtree is not
/// known.
void Simulation::letGoBelow(State &S, const Invocation &Call) {
  for (const Operand &Given : Call.Arguments) {
    const Definition &Is = Ids[Given.Value];
    bool IsRead = Is.What == Definition::Kind::Content &&
                  Ids[Is.Left].What != Definition::Kind::Variable;
    if (IsRead && !S.Handles->contains(Given.Value))
      escape(S, Given.Value);
  }
}

/// True for a function of a library that starts a thread or fails to. Who does
/// not ask which of the two it was takes it to work, as we do then.
static bool startsThread(const Summary &Of) {
  return std::any_of(
      Of.Outcomes.begin(), Of.Outcomes.end(),
      [](const Outcome &Each) { return Each.Post.Threads.hasThreads(); });
}

/// True where nothing has started and nothing was used.
static bool isIdle(const State &Post) {
  return !Post.Threads.hasThreads() && !Post.Forks && !Post.HasForked &&
         Post.Threads.accesses().empty() && Post.Uses->empty();
}

/// Tells what nothing reaches any more after a call.
void Simulation::loseBy(State &S, const Invocation &Call) {
  const facts::Function &Callee = *Call.Callee;
  // The scope of what it destroys ends here, and maybe that of others too.
  if (Callee.IsDestructor && !Callee.Class.empty()) {
    if (!S.PendingEnd)
      S.PendingEnd = {.Kind = StepKind::ScopeEnds,
                      .Text = Call.This ? nameOf(Call.This) : Name(),
                      .At = Here};
    return;
  }
  // A method of a library that gets nothing drops what its object held.
  if (Callee.Body == BodyKind::Modelled && !Callee.Class.empty() &&
      Callee.Params.empty())
    return findLost(
        S, WayOut::Dropped,
        {.Kind = StepKind::Dropped, .Text = Callee.Text, .At = Here},
        Moment::Inside);
  findLost(S, WayOut::Overwritten,
           {.Kind = StepKind::Overwritten,
            .Text = Call.To ? nameOf(Call.To) : Name(),
            .At = Here},
           Moment::Inside);
}

/// What comes after a call that has ended in one of its ways.
States Simulation::goOn(State Next, const Invocation &Call, const Outcome &Of,
                        Application &Reader, const facts::Call *Event) {
  const facts::Function &Callee = *Call.Callee;
  Name By = Callee.Body == BodyKind::Modelled ? Callee.Text : Of.Cause.Text;
  switch (Of.How) {
  case Way::Return:
    loseBy(Next, Call);
    handOver(Next, Of, Reader);
    return runServed(std::move(Next), Of, Reader);
  case Way::Throw:
    Next.Throwing =
        PathStep{.Kind = StepKind::Thrown, .Text = Callee.Text, .At = Here};
    throwHere(std::move(Next), {}, Event ? Event->Unwind : NoBlock);
    break;
  case Way::Leave:
    // Cancellation runs the destructors of C++, which are not followed.
    if (isCancellation(Of) && Event && Event->Unwind != NoBlock)
      break;
    // A child that the callee made has run what it knew of: what is left are
    // handlers that were registered before the call.
    if (Of.Post.Forks > 0 && Of.End == EndKind::Exit) {
      std::vector<ValueId> &Handlers = Next.AtExit.write();
      Handlers.resize(Handlers.size() - Of.Post.AtExit->size());
      leaveHere(std::move(Next), Of.End, By.empty() ? Callee.Text : By,
                Of.Leaves, AtExit::Handlers);
      break;
    }
    leaveHere(std::move(Next), Of.End, By.empty() ? Callee.Text : By,
              Of.Leaves);
    break;
  case Way::Endless:
    if (Of.Cause.Kind == StepKind::Looped)
      findLost(Next, WayOut::Forever, Of.Cause, Moment::AtReturn);
    leaveFunction(std::move(Next), Way::Endless, Of.End, Of.Cause, Of.Leaves);
    break;
  }
  return {};
}

/// Takes the ways in which a call may end; none when what is known here
/// excludes all of them.
std::optional<States>
Simulation::takeWays(const State &S, const Invocation &Call, const Summary &Of,
                     const facts::Call *Event, Knowledge Now) {
  std::optional<States> After;
  bool IsDaemon = parentLeaves(Of);
  const bool IsTakenToStart = Event && Event->To.isNone() &&
                              Call.Callee->Body == BodyKind::Modelled &&
                              startsThread(Of);
  for (const Outcome &Each : Of.Outcomes) {
    if (IsTakenToStart && isIdle(Each.Post))
      continue;
    if (!StepsLeft)
      return States();
    spend(Each.Post);
    spend(S);
    Application Reader(*this, S, Call);
    State Next = Reader.apply(Each, Now);
    if (Next.IsDead)
      continue;
    if (!After)
      After.emplace();
    if (Each.Post.Forks > 0)
      Next.InProcess.IsDaemon |= IsDaemon;
    if (Shared.isRecursion(Function.Symbol, Call.Callee->Symbol))
      letGoBelow(Next, Call);
    States Begun;
    if (Each.Post.Forks > 0 && !S.AtFork->empty())
      Begun = runAtFork(std::move(Next), *S.AtFork);
    else
      Begun.push_back(std::move(Next));
    for (State &First : Begun)
      for (State &Then : goOn(std::move(First), Call, Each, Reader, Event))
        After->push_back(std::move(Then));
  }
  return After;
}

States Simulation::applyKnown(State S, const Invocation &Call,
                              const Summary &Of, const facts::Call *Event) {
  if (Call.OnThread)
    return applyOnThread(S, Call, Of);
  std::optional<States> After =
      takeWays(S, Call, Of, Event, Knowledge::Excludes);
  // It ends in a way that was given up.
  if (!After && Of.IsPartial) {
    States Unknown;
    Unknown.push_back(applyUnknown(std::move(S), Call, Event));
    return Unknown;
  }
  // What its threads find may be written by others first. And a loop that runs
  // on for longer than it was followed ends somehow.
  if (!After)
    After = takeWays(S, Call, Of, Event, Knowledge::MayChange);
  if (!After)
    return {};
  limit(*After, Block);
  return std::move(*After);
}

const Summary &Simulation::summaryOf(const facts::Function &Callee,
                                     const Bindings &With) {
  auto [Read, IsNew] = Callees.try_emplace({Callee.Symbol, With});
  if (IsNew)
    Read->second = bringIn(Shared.summary(Callee, With, Ids), Ids);
  return Read->second;
}

States Simulation::invoke(State S, const Invocation &Given,
                          const facts::Call *Event) {
  ++CallIndex;
  const Invocation Call = withObject(Given);
  const facts::Function *Callee = Call.Callee;
  if (!Callee || Callee->Body == BodyKind::Unseen) {
    if (Callee && Callee->IsNoReturn) {
      leaveHere(std::move(S), EndKind::Exit, Callee->Text);
      return {};
    }
    States After;
    After.push_back(applyUnknown(std::move(S), Call, Event));
    // An exception in a destructor ends the process.
    if (Shared.Settings.ThrowingCalls && Callee && Callee->MayThrow && Event &&
        !Function.IsDestructor)
      throwHere(After.back(), Callee->Text, Event->Unwind);
    return After;
  }
  const Summary *Of = &summaryOf(*Callee, {});
  Bindings With;
  for (unsigned I = 0; I < MaxTeaching && !Of->Wanted.empty(); ++I) {
    Bindings More = bind(S, Call, *Of);
    More.insert(More.end(), With.begin(), With.end());
    std::sort(More.begin(), More.end());
    More.erase(std::unique(More.begin(), More.end()), More.end());
    if (More == With)
      break;
    With = std::move(More);
    Of = &summaryOf(*Callee, With);
  }
  if (!Of->IsCut)
    return applyKnown(std::move(S), Call, *Of, Event);
  States After;
  After.push_back(applyUnknown(std::move(S), Call, Event));
  return After;
}

bool Simulation::isPointerVariable(ValueId Cell) const {
  const Definition &Is = Ids[Cell];
  if (Is.What != Definition::Kind::Variable)
    return false;
  bool IsParam = Is.Root == Place::Base::Param;
  if (!IsParam && Is.Root != Place::Base::Local)
    return false;
  const std::vector<Variable> &All =
      IsParam ? Function.Params : Function.Locals;
  return size_t(Is.Number) < All.size() && All[Is.Number].IsPointer;
}

States Simulation::fork(State S, const facts::Call &E) {
  Invocation Call;
  const facts::Function *Declared = E.Callee.What == Value::Kind::Function
                                        ? Shared.function(E.Callee.Symbol)
                                        : nullptr;
  auto TakesPointer = [&](size_t I) {
    const Value &Given = E.Arguments[I];
    if (Given.What == Value::Kind::Address && !Given.Where.Path.empty() &&
        Given.Where.Path.back().What == Step::Kind::Deref)
      return true;
    return Declared && I < Declared->Params.size() &&
           Declared->Params[I].IsPointer;
  };
  for (const Value &Argument : E.Arguments) {
    Operand Given = evaluate(S, Argument);
    if (isPointerVariable(Given.Cell) || TakesPointer(Call.Arguments.size()))
      useBehindBorrowed(S, Given.Value);
    else
      useBorrowed(S, Given.Value);
    Call.Arguments.push_back(Given);
  }
  if (E.This)
    Call.This = evaluate(S, *E.This).Value;
  if (!E.To.isNone())
    Call.To = addressOf(S, E.To);
  std::optional<Invocation> Known = resolve(S, E.Callee, E.Virtual, Call);
  return invoke(std::move(S), Known ? *Known : Call, &E);
}

} // namespace cursor_tidy::solve
