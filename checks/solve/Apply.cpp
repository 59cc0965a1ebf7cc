//===- Apply.cpp - one outcome of a callee in a caller's state
//---------------===//
#include "solve/Apply.h"

#include "solve/Constraints.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace cursor_tidy::solve {

using namespace facts;
using Kind = Definition::Kind;

namespace {
/// Steps that the path of one handle keeps at most.
constexpr size_t MaxSteps = 8;
} // namespace

ValueId Application::resolve(ValueId Id) {
  if (Id == 0)
    return 0;
  if (auto At = Resolved.find(Id); At != Resolved.end())
    return At->second;
  const Definition Is = Ids[Id];
  ValueId Out = Id;
  switch (Is.What) {
  case Kind::None:
  case Kind::Constant:
  case Kind::Function:
  case Kind::Text:
    break;
  case Kind::Variable:
    Out = resolveVariable(Id, Is);
    break;
  case Kind::Field:
    Out = Ids.field(resolve(Is.Left), Is.Symbol);
    break;
  case Kind::Element:
    Out = Ids.element(resolve(Is.Left), Is.Number);
    break;
  case Kind::AnyElement:
    Out = resolveElement(Is);
    break;
  case Kind::Content:
    Out = resolveContent(Id, Is);
    break;
  case Kind::Fresh:
    // What a cell of a remade object holds is read through the caller's cell.
    if (Is.Number & RemadeSite)
      Out = Ids.fresh(remadeHere(Is.Number), resolve(Is.Left));
    else
      Out = Caller.freshHere(After, Id);
    break;
  case Kind::Pure: {
    ValueId Left = resolve(Is.Left);
    Out = compute(Ids, Before, Is.Op, Left, resolve(Is.Right));
    break;
  }
  }
  Resolved[Id] = Out;
  return Out;
}

int64_t Application::remadeHere(int64_t Site) {
  // A call may make several objects: their sites must stay apart.
  auto Known = Remade.emplace(Site, int64_t(Remade.size())).first;
  return Caller.siteHere(After) ^ (Known->second << 52);
}

ValueId Application::resolveVariable(ValueId Id, const Definition &Is) {
  switch (Is.Root) {
  case Place::Base::Param:
    if (size_t(Is.Number) < Call.Arguments.size() &&
        Call.Arguments[Is.Number].Cell)
      return Call.Arguments[Is.Number].Cell;
    break;
  case Place::Base::Result:
    if (Call.To)
      return Call.To;
    break;
  case Place::Base::Global: {
    const Global *Is = Caller.Shared.global(Ids[Id].Symbol);
    if (!Call.OnThread || !Is || !Is->Is.IsThreadLocal)
      return Id;
    break;
  }
  default:
    break;
  }
  ValueId Cell = Caller.freshHere(After, Id);
  // A result that nobody takes is lost with what it holds.
  if (Is.Root == Place::Base::Result || Is.Root == Place::Base::Local)
    After.Objects.write()[Cell].Allocated = true;
  return Cell;
}

ValueId Application::resolveElement(const Definition &Is) {
  ValueId Object = resolve(Is.Left);
  return Ids.anyElement(Object, settle(Ids, Before, resolve(Is.Right)));
}

ValueId Application::resolveContent(ValueId Id, const Definition &Is) {
  const Definition Cell = Ids[Is.Left];
  if (Cell.What == Kind::Variable && Cell.Root == Place::Base::This)
    return Call.This ? Call.This : Caller.freshHere(After, Id);
  if (Cell.What == Kind::Variable && Cell.Root == Place::Base::Param)
    return size_t(Cell.Number) < Call.Arguments.size()
               ? Call.Arguments[Cell.Number].Value
               : Caller.freshHere(After, Id);
  ValueId Mine = resolve(Is.Left);
  return OnlyAsks && Caller.isRacing(Before, Mine)
             ? Caller.loadRacing(After, Mine)
             : Caller.load(Before, Mine, After);
}

std::optional<ValueId> Application::resolveNoted(const State &Post,
                                                 ValueId Id) {
  Kind What = Ids[Ids.object(Id)].What;
  if (Ids.isOutside(Id) || What == Kind::Variable || What == Kind::None ||
      Post.Handles->contains(Id) || Post.Objects->contains(Ids.object(Id)))
    return resolve(Id);
  return std::nullopt;
}

bool Application::isPlainParameter(ValueId Cell) const {
  const Definition &Is = Ids[Ids.object(Cell)];
  if (Is.What != Kind::Variable || Is.Root != Place::Base::Param)
    return false;
  return size_t(Is.Number) >= Call.Arguments.size() ||
         !Call.Arguments[Is.Number].IsTemporary;
}

/// True for what a caller of the caller passes as a pointer, null or not.
bool Application::isUntestedPointer(ValueId Id) const {
  const Definition &Is = Ids[Id];
  if (Is.What != Kind::Content || truth(Ids, Before, Id).has_value())
    return false;
  const Definition &Cell = Ids[Is.Left];
  const std::vector<Variable> &Params = Caller.Function.Params;
  return Cell.What == Kind::Variable && Cell.Root == Place::Base::Param &&
         size_t(Cell.Number) < Params.size() && Params[Cell.Number].IsPointer;
}

Steps Application::place(const Steps &Inner) const {
  if (!Inner)
    return Inner;
  std::vector<PathStep> Path = *Inner;
  bool IsHere =
      Call.Callee->Body == BodyKind::Modelled || Call.Callee->IsImplicit;
  for (PathStep &Step : Path)
    if (!Step.At.isValid())
      Step.At = Caller.Here;
  if (!IsHere && Path.size() < MaxSteps)
    Path.insert(Path.begin(),
                {.Kind = Call.OnThread ? StepKind::Spawned : StepKind::Called,
                 .Text = Call.Callee->Text,
                 .At = Caller.Here});
  return std::make_shared<const std::vector<PathStep>>(std::move(Path));
}

HandleState Application::renamed(HandleState Handle) {
  for (ValueId &Parent : Handle.Parents)
    Parent = resolve(Parent);
  std::erase_if(Handle.Parents,
                [&](ValueId Parent) { return Ids.isConstant(Parent); });
  Handle.ClosedParent = resolve(Handle.ClosedParent);
  Handle.Opened = place(Handle.Opened);
  Handle.Closed = place(Handle.Closed);
  Handle.Process += Before.Forks;
  Handle.Variable = {};
  // Nobody may ever pass null here; what is opened then is nobody's leak.
  if (AsksForNull)
    Handle.Owned = false;
  if (auto Id = Numbers.find(Handle.Maker); Id != Numbers.end())
    Handle.Maker = Id->second;
  if (Call.OnThread)
    Handle.ClosedOn = Call.OnThread;
  else if (Handle.ClosedOn)
    Handle.ClosedOn = Numbers.contains(*Handle.ClosedOn)
                          ? Numbers[*Handle.ClosedOn]
                          : *Handle.ClosedOn;
  return Handle;
}

void Application::takeRanges(const State &Post) {
  for (const auto &[Id, Is] : *Post.Ranges) {
    if (asksForEmptied(Id))
      continue;
    ValueId Mine = resolve(Id);
    if (Call.Callee->Body == BodyKind::Modelled && Is == only(0) &&
        isUntestedPointer(Mine))
      AsksForNull = true;
    if (!isOneOfThreads(Ids, Mine))
      narrow(Ids, After, Mine, Is);
    // Asked of one thread of many, and taken for all: it can be joined.
    else if (Is.Low == 0 && Is.High == 0)
      After.IsDead = true;
  }
  if (After.IsDead)
    return;
  // An outcome that asks for open children is a close that refuses.
  for (const auto &[Id, Range] : *Post.Ranges) {
    const Definition Is = Ids[Id];
    if (Is.What != Kind::Pure || Is.Op != Operator::HasOpenChildren ||
        Range.contains(0) || Call.Callee->Body != BodyKind::Modelled)
      continue;
    ValueId Handle = resolve(Is.Left);
    if (Ids.isConstant(Handle))
      continue;
    HandleState &Mine = After.Handles.write()[Handle];
    if (auto At = Post.Handles->find(Is.Left);
        At != Post.Handles->end() && Mine.Kind.empty())
      Mine.Kind = At->second.Kind;
    Mine.Refused = PathStep{.Kind = StepKind::CallFailed,
                            .Text = Call.Callee->Text,
                            .At = Caller.Here};
  }
}

/// True for a handle that was closed, not only its parent.
static bool isClosedItself(const HandleState &Handle) {
  return Handle.Is == Condition::Closed ||
         (Handle.Is == Condition::Stranded && !Handle.ClosedParent);
}

void Application::takeClose(ValueId There, const HandleState &Handle) {
  There = settle(Ids, After, There);
  if (Ids.isConstant(There))
    return;
  Caller.close(After, There, Handle.Kind, Handle.Is, Handle.Rule,
               place(Handle.Closed), renamed(Handle).ClosedOn);
  if (HandleState &Mine = After.Handles.write()[There]; Mine.Kind.empty())
    Mine.Kind = Handle.Kind;
}

void Application::takeUses(const State &Post) {
  for (const LatentUse &Given : *Post.Uses) {
    LatentUse Use = Given;
    Use.Handle = resolve(Use.Handle);
    Use.Path = place(Use.Path);
    if (Use.Ends) {
      Caller.endChildrenAlone(After, Use.Handle, *Use.Ends, Use.Kind, Use.Path);
      continue;
    }
    Use.AtExit |= Call.AtExit;
    // What happens in a child that the callee made was judged there, if the
    // callee is the program's own.
    if (Use.Process && Call.Callee->Body == BodyKind::Modelled) {
      takeProcess(Post);
      Use.Process = After.Forks;
    } else if (Use.Process) {
      Use.Process += Before.Forks;
    }
    if (Call.Callee->Body == BodyKind::Modelled)
      Use.Function = Caller.Function.Text;
    Caller.use(After, Use);
    // What the callee does after a close meets what the close has ended.
    auto Left = Post.Handles->find(Given.Handle);
    if (Use.Closes && Left != Post.Handles->end() &&
        isClosedItself(Left->second))
      takeClose(Use.Handle, Left->second);
  }
}

/// Leaks on a path that this caller has been found to permit.
void Application::takeLeaks(const State &Post) {
  for (const DoubtfulLeak &Each : *Post.Doubtful)
    Caller.tellUnlessExcluded(After, Each.Fault);
}

void Application::takeObjects(const State &Post) {
  // What is inside of an object comes after it, or it would be overwritten.
  std::vector<std::tuple<unsigned, ValueId, const ObjectState *>> OuterFirst;
  for (const auto &[Id, Object] : *Post.Objects)
    OuterFirst.push_back({Ids.depth(Id), Id, &Object});
  std::sort(OuterFirst.begin(), OuterFirst.end());
  for (const auto &[Depth, Id, About] : OuterFirst) {
    const ObjectState &Object = *About;
    ValueId There = resolve(Id);
    if (Ids.isConstant(There))
      continue;
    if (Object.CopiedFrom && !isPlainParameter(Id)) {
      if (!Object.Class.empty())
        After.Objects.write()[There].Class = Object.Class;
      Caller.copyObject(After, There, Before, resolve(Object.CopiedFrom),
                        /*IsWhole=*/true);
    }
    bool IsNew = (Object.Zeroed || Object.Remade) && !isPlainParameter(Id);
    if (IsNew)
      Caller.clearObject(After, There);
    ObjectState &Mine = After.Objects.write()[There];
    // A copy is of the class that the caller knows its original to be.
    if (!Object.Class.empty() && (!Object.CopiedFrom || Mine.Class.empty()))
      Mine.Class = Object.Class;
    Mine.Allocated |= Object.Allocated;
    Mine.Escaped |= Object.Escaped;
    Mine.Zeroed |= Object.Zeroed;
    if (IsNew && Object.Remade)
      Mine.Remade = remadeHere(Object.Remade);
    if (Object.Thread && Numbers.contains(*Object.Thread))
      Mine.Thread = Numbers[*Object.Thread];
    if (Object.Borrow) {
      Mine.Borrow = Object.Borrow;
      Mine.Borrow->Owner = resolve(Object.Borrow->Owner);
      Mine.Borrow->Taken = place(Object.Borrow->Taken);
      Mine.Borrow->Ended = place(Object.Borrow->Ended);
      if (auto At = After.Handles->find(Mine.Borrow->Owner);
          At != After.Handles->end() && !At->second.Variable.empty())
        Mine.Borrow->Variable = At->second.Variable;
    }
    if (Object.Allocated && Mine.Made.empty())
      Mine.Made = Object.Made;
  }
}

/// What the callee lets go of, while the cells still hold what it found there.
void Application::letGo(const State &Post) {
  std::vector<ValueId> Gone;
  for (const auto &[Id, Object] : *Post.Objects)
    if (Object.Escaped)
      Gone.push_back(resolve(Id));
  for (ValueId Id : *Post.LetGo)
    Gone.push_back(resolve(Id));
  for (const auto &[Id, Handle] : *Post.Handles)
    if (Handle.Is == Condition::Closed)
      if (ValueId Container = Ids.unknownElementOf(resolve(Id)))
        Gone.push_back(Container);
  Caller.escape(After, std::move(Gone));
}

/// What a thread waits for and does not write itself is not there yet when the
/// next thread starts.
bool Application::isLeftToOthers(ValueId Held) const {
  return Call.OnThread && Caller.isWrittenByOthers(Held);
}

void Application::takeContents(const State &Post) {
  std::vector<std::pair<ValueId, ValueId>> Writes;
  for (const auto &[Cell, Held] : *Post.Contents)
    if (!isPlainParameter(Cell) && !isLeftToOthers(Held))
      Writes.push_back({resolve(Cell), resolve(Held)});
  for (auto [Cell, Held] : Writes)
    if (!Ids.isConstant(Cell))
      Caller.write(After, Cell, settle(Ids, After, Held));
  // A result that the callee says nothing of is not what its place held before.
  ValueId Result = Ids.variable(Place::Base::Result, 0, {});
  if (!Call.To || Post.Contents->contains(Result))
    return;
  ValueId Given = Caller.freshHere(After, Result);
  After.Ranges.write().erase(Given);
  Caller.write(After, Call.To, Given);
}

/// True for a handle that was closed before it was opened in the same place.
static bool closesFirst(const State &Post, ValueId Handle) {
  return std::any_of(Post.Uses->begin(), Post.Uses->end(),
                     [&](const LatentUse &Use) {
                       return Use.Handle == Handle && Use.Closes && !Use.Ends;
                     });
}

void Application::takeHandles(const State &Post) {
  for (const auto &[Id, Handle] : *Post.Handles) {
    ValueId There = settle(Ids, After, resolve(Id));
    bool IsNew = Ids[Ids.object(Id)].What == Kind::Fresh;
    if (Ids.isConstant(There) || IsNew || !isClosedItself(Handle))
      continue;
    takeClose(There, Handle);
  }
  for (const auto &[Id, Handle] : *Post.Handles) {
    ValueId There = settle(Ids, After, resolve(Id));
    bool IsNew = Ids[Ids.object(Id)].What == Kind::Fresh;
    if (Ids.isConstant(There) || (!IsNew && isClosedItself(Handle)))
      continue;
    HandleState Mine = renamed(Handle);
    auto Known = After.Handles->find(There);
    if (Handle.Is == Condition::Open && Handle.Opened) {
      if (Known != After.Handles->end() && closesFirst(Post, Id))
        After.Handles.write().erase(There);
      Caller.open(After, There, std::move(Mine));
    } else if (IsNew || Known == After.Handles->end()) {
      Mine.Variable = Caller.nameOf(There);
      After.Handles.write()[There] = std::move(Mine);
    } else {
      HandleState &Old = After.Handles.write()[There];
      if (Old.Kind.empty())
        Old.Kind = Mine.Kind;
      if (Mine.By)
        Old.By = Mine.By;
      if (Mine.Refused)
        Old.Refused = Mine.Refused;
      if (Mine.IsReset)
        Caller.resetChild(After, There);
      if (Handle.Is != Condition::Known &&
          (Old.Is == Condition::Known || Old.Is == Condition::Open)) {
        Old.Is = Mine.Is;
        Old.Closed = Mine.Closed;
        Old.ClosedParent = Mine.ClosedParent;
      }
    }
  }
  // Opened handles get the reader's name from the cells that hold them.
  for (const auto &[Cell, Held] : *After.Contents) {
    auto At = After.Handles->find(Held);
    if (At == After.Handles->end() || !At->second.Variable.empty())
      continue;
    if (Name Known = Caller.nameOf(Cell); !Known.empty())
      After.Handles.write()[Held].Variable = Known;
  }
}

void Application::takeProcess(const State &Post) {
  if (Call.OnThread || std::exchange(HasProcess, true))
    return;
  if (Post.Forks > 0) {
    std::vector<facts::Location> Forks = Before.InProcess.Forks;
    Forks.insert(Forks.end(), Post.InProcess.Forks.begin(),
                 Post.InProcess.Forks.end());
    After.InProcess = Post.InProcess;
    After.InProcess.Forks = std::move(Forks);
    if (!After.InProcess.ForkedAt.isValid())
      After.InProcess.ForkedAt = Caller.Here;
  } else if (Post.HasForked) {
    Caller.noteParent(After, false);
    After.InProcess.ChildAt = Post.InProcess.ChildAt;
    After.InProcess.IsIdle = Post.InProcess.IsIdle;
  } else {
    After.InProcess.IsIdle &= !Post.Threads.hasAwaited();
  }
  After.Forks += Post.Forks;
  After.Shields += Post.Shields;
  After.HasForked =
      Post.Forks > 0 ? Post.HasForked : After.HasForked || Post.HasForked;
}

/// True for what a function leaves that returns something and does no more.
static bool doesNothing(const Values &Ids, const State &Post) {
  return Post.Handles->empty() && Post.Uses->empty() &&
         Post.Threads.accesses().empty() && !Post.Threads.hasThreads() &&
         std::all_of(Post.Contents->begin(), Post.Contents->end(),
                     [&](const auto &Entry) {
                       return Ids[Ids.object(Entry.first)].Root ==
                              Place::Base::Result;
                     });
}

State Application::apply(const Outcome &Of, Knowledge Now) {
  const State &Post = Of.Post;
  OnlyAsks = !Call.OnThread && doesNothing(Ids, Post);
  for (const DoubtfulLeak &Each : *Post.Doubtful)
    Caller.Shared.report(AskedAbout{Each.Fault->At, Each.Fault->LeftAt});
  if (Call.OnThread)
    noteEmptied(Post);
  takeRanges(Post);
  if (After.IsDead && Now == Knowledge::Excludes)
    return std::move(After);
  if (After.IsDead) {
    After.IsDead = false;
    After.Ranges = Before.Ranges;
  }
  takeLeaks(Post);
  Caller.letGoDoubted(After);
  takeThreads(Post);
  // Judged by what had ended before the call: what the callee itself ends may
  // have been read before that.
  for (ValueId Id : *Post.ReadThrough)
    Caller.useBehindBorrowed(After, resolve(Id));
  takeUses(Post);
  // Ends what the caller had borrowed before; what the callee borrowed since is
  // as the callee left it.
  for (const Invalidation &Each : *Post.Invalidated) {
    Steps How = place(Each.How);
    ValueId Owner = resolve(Each.Owner);
    Caller.invalidate(After, Owner, Each.Group, Each.Children, How);
  }
  letGo(Post);
  takeObjects(Post);
  takeContents(Post);
  takeRacing(Post);
  takeProcess(Post);
  takeHandles(Post);
  for (const auto &[Object, How] : *Post.Freed)
    if (ValueId There = resolve(Object); !Ids.isConstant(There))
      Caller.release(After, There, place(How));
  for (const auto &[Driver, By] : *Post.Configured)
    After.Configured.write()[Driver] = By;
  for (ValueId Handler : *Post.AtExit)
    After.AtExit.write().push_back(resolve(Handler));
  for (ValueId Handler : *Post.AtFork)
    After.AtFork.write().push_back(resolve(Handler));
  return std::move(After);
}

} // namespace cursor_tidy::solve
