//===- Faults.cpp - from a state to a fault and its path
//---------------------===//
//
// Decides whether a use is a fault, and writes down the path that leads there.
// Nothing is told from within a modelled function: what it does happens at its
// call.
//
//===----------------------------------------------------------------------===//
#include "solve/Simulate.h"

#include <algorithm>

namespace cursor_tidy::solve {

using namespace facts;

namespace {

/// Branches that a path tells at most: the last ones before the fault.
constexpr size_t MaxBranches = 4;

void append(std::vector<PathStep> &To, const Steps &More) {
  if (More)
    To.insert(To.end(), More->begin(), More->end());
}

/// How the use of a handle in this condition is a fault, if it is one.
std::optional<StaleKind> fault(const HandleState &Handle, bool Closes) {
  switch (Handle.Is) {
  case Condition::Known:
  case Condition::Open:
    return std::nullopt;
  case Condition::Closed:
    return Closes ? StaleKind::DoubleClose : StaleKind::Access;
  case Condition::Stranded:
    if (Closes)
      return std::nullopt;
    return Handle.ClosedParent ? StaleKind::AfterParent : StaleKind::Access;
  case Condition::Ended:
  case Condition::Dangling:
    return Closes ? StaleKind::CloseAfterParent : StaleKind::AfterParent;
  }
  return std::nullopt;
}

} // namespace

/// The flags of which only a caller can tell whether this path is taken.
static std::vector<ValueId> flagsOfCallers(const Values &Ids, const State &S) {
  std::vector<ValueId> Flags;
  for (const auto &[Id, Range] : *S.Ranges)
    if (const Definition &Is = Ids[Id]; Is.What == Definition::Kind::Pure &&
                                        Is.Op == Operator::HasBits &&
                                        Ids.isOutside(Is.Left))
      Flags.push_back(Is.Left);
  return Flags;
}

HandleRef Simulation::refer(const State &S, ValueId Id, Name Kind) const {
  HandleState Handle;
  if (auto At = S.Handles->find(Id); At != S.Handles->end())
    Handle = At->second;
  if (Handle.Kind.empty())
    Handle.Kind = Kind;
  // A handle that a caller supplies at the end of a path goes by the variable
  // that this function keeps it in.
  const Definition &Is = Ids[Id];
  bool IsByPath = Is.What == Definition::Kind::Content &&
                  Ids[Is.Left].What != Definition::Kind::Variable;
  if (IsByPath && (Handle.Variable.empty() || Handle.Variable == nameOf(Id)))
    for (const auto &[Cell, Held] : *S.Contents)
      if (Name Local; Held == Id &&
                      Ids[Cell].What == Definition::Kind::Variable &&
                      !(Local = nameOf(Cell)).empty())
        Handle.Variable = Local;
  if (Handle.Variable.empty())
    Handle.Variable = nameOf(Id);
  // A flag at the opening of a connection speaks for all that derives from it.
  std::vector<ValueId> Above = Handle.Parents;
  for (size_t I = 0; I < Above.size() && I < 16 && !Handle.By; ++I)
    if (auto At = S.Handles->find(Above[I]); At != S.Handles->end()) {
      if (At->second.By && At->second.By->Level >= 0) {
        Handle.By = At->second.By;
        Handle.By->Word = {};
      }
      Above.insert(Above.end(), At->second.Parents.begin(),
                   At->second.Parents.end());
    }
  // Flags that nobody knows declare nothing that lowers a level.
  if (Handle.By && !flagsOfCallers(Ids, S).empty()) {
    HandleState Plain = Handle;
    Plain.By.reset();
    HandleRef Default = Shared.describe(Plain, *S.Configured);
    if (Handle.By->Level < Default.Level)
      return Default;
  }
  return Shared.describe(Handle, *S.Configured);
}

std::vector<PathStep> Simulation::branchesAfter(const State &S,
                                                size_t Length) const {
  std::vector<PathStep> Taken;
  for (const Trail *T = S.Branches.get();
       T && T->Length > Length && Taken.size() < MaxBranches;
       T = T->Before.get())
    Taken.push_back(T->Step);
  std::reverse(Taken.begin(), Taken.end());
  return Taken;
}

void Simulation::tellStale(State &S, const HandleState &Handle,
                           const LatentUse &Use) {
  std::optional<StaleKind> How = fault(Handle, Use.Closes);
  if (!How || Function.Body == BodyKind::Modelled ||
      !Use.Path->front().At.isValid())
    return;
  // The other thread may not have got there yet: that is a race, not an order.
  if (Handle.ClosedOn && S.Threads.running().contains(*Handle.ClosedOn))
    return;
  Stale Fault{.Handle = refer(S, Use.Handle, Use.Kind),
              .How = *How,
              .Function = Function.Text,
              .At = Use.Path->front().At,
              .ClosedAt = Handle.Closed->front().At};
  append(Fault.Path, Handle.Opened);
  append(Fault.Path, Handle.Closed);
  if (ValueId Parent = Handle.ClosedParent) {
    // The parent may itself have ended with the one that was closed.
    for (auto At = S.Handles->find(Parent);
         At != S.Handles->end() && At->second.ClosedParent;
         At = S.Handles->find(Parent))
      Parent = At->second.ClosedParent;
    Fault.ClosedParent = refer(S, Parent, {});
    if (Fault.Path.back().Kind == StepKind::Closed)
      Fault.Path.back().Kind = StepKind::ParentClosed;
  }
  append(Fault.Path, Use.Path);
  tell(std::move(Fault));
}

/// Tells an access in a child. Gives the fault where callers know more of the
/// handle than this function does.
std::shared_ptr<const Crossed> Simulation::tellCrossed(State &S, ValueId Id,
                                                       const LatentUse &Use) {
  if (S.Forks == 0 || Use.Process > S.Forks || Use.IsLocal ||
      Function.Body == BodyKind::Modelled || !Use.Path->front().At.isValid())
    return nullptr;
  auto At = S.Handles->find(Id);
  if (At == S.Handles->end() ? !Ids.isOutside(Id)
                             : At->second.Process >= S.Forks ||
                                   (!At->second.Opened && !Ids.isOutside(Id)))
    return nullptr;
  HandleRef Handle = refer(S, Id, Use.Kind);
  const HandleKind *Kind = Shared.kind(Handle.Kind);
  // A result that was fetched as a whole is memory, of which each process has a
  // copy.
  bool IsMemory = Use.ReadOnly && Kind && Kind->Sharing == Word::ReadShared;
  if (!Kind || (Kind->CloseIsLocal && (Use.Closes || IsMemory)) ||
      (S.InProcess.IsDaemon && !Kind->BoundToProcess))
    return nullptr;
  Crossed Fault{.Handle = std::move(Handle),
                .Closes = Use.Closes,
                .AtExit = Use.AtExit,
                .Daemon = S.InProcess.IsDaemon,
                .Function = Function.Text,
                .At = Use.Path->front().At,
                .ForkAt = S.InProcess.ForkedAt};
  if (At != S.Handles->end())
    append(Fault.Path, At->second.Opened);
  Fault.Path.push_back({.Kind = StepKind::Forked,
                        .Text = S.InProcess.ForkedBy,
                        .At = S.InProcess.ForkedAt});
  if (S.Throwing)
    Fault.Path.push_back(*S.Throwing);
  append(Fault.Path, Use.Path);
  bool IsOpenedHere = At != S.Handles->end() && At->second.Opened;
  const bool IsForCallers = !IsOpenedHere && Shared.hasCaller(Function.Symbol);
  InChild Found{S.InProcess.Forks, std::make_shared<Crossed>(std::move(Fault))};
  // An exception that nobody catches ends the child without unwinding.
  if (Use.Closes && S.Throwing) {
    if (!IsForCallers)
      S.Unwound.push_back(std::move(Found));
    return nullptr;
  }
  InChildren.push_back(std::move(Found));
  return IsForCallers ? InChildren.back().Fault : nullptr;
}

/// The exception was caught, so that what it closed on its way is closed.
void Simulation::tellUnwound(State &S) {
  for (InChild &Each : std::exchange(S.Unwound, {}))
    InChildren.push_back(std::move(Each));
}

/// Judges for a callee's child whether the handle is open before the fork.
/// Gives the fault where only callers know.
std::shared_ptr<const Crossed>
Simulation::confirmCrossed(const State &S, ValueId Id, const LatentUse &Use) {
  auto At = S.Handles->find(Id);
  bool IsOpenedHere = At != S.Handles->end() && At->second.Opened;
  bool IsOutside = Ids.isOutside(Id);
  if (!IsOpenedHere && IsOutside && Shared.hasCaller(Function.Symbol))
    return Use.Fault;
  if (IsOpenedHere || IsOutside)
    Shared.report(OpenBefore{Use.Fault->At, Use.Fault->ForkAt,
                             IsOpenedHere ? *At->second.Opened
                                          : std::vector<PathStep>()});
  return nullptr;
}

void Simulation::tellLost(State &S, ValueId Id, WayOut How, PathStep Exit) {
  HandleState &Handle = S.Handles.write()[Id];
  if (Handle.Reported || !Handle.Owned || S.Forks > Handle.Process)
    return;
  Handle.Reported = true;
  if (Function.Body == BodyKind::Modelled ||
      !Handle.Opened->front().At.isValid())
    return;
  if (How == WayOut::Overwritten && Exit.At == Handle.Opened->front().At)
    How = Handle.OpenedAt == std::pair(Block, S.Visits[Block])
              ? WayOut::Discarded
              : WayOut::LoopTurn;
  if (Handle.Refused && (How == WayOut::Return || How == WayOut::ScopeEnd))
    How = WayOut::Refused;
  if (!Exit.At.isValid())
    Exit.At = Here;
  Lost Fault{.Handle = refer(S, Id, {}),
             .How = How,
             .Function = Function.Text,
             .At = Handle.Opened->front().At,
             .LeftAt = Exit.At,
             .InLoop = Handle.InLoop};
  if (How == WayOut::WrongCloser)
    Fault.Closer = Exit.Text;
  append(Fault.Path, Handle.Opened);
  for (const PathStep &Step : branchesAfter(S, Handle.BranchesBefore))
    Fault.Path.push_back(Step);
  if (How == WayOut::Refused)
    Fault.Path.push_back(*Handle.Refused);
  Fault.Path.push_back(Exit);
  if (How == WayOut::Forever || How == WayOut::Cancelled) {
    (How == WayOut::Forever ? LeavesNow.Looping : LeavesNow.Cancelled)
        .push_back(std::make_shared<const Lost>(std::move(Fault)));
    return;
  }
  LostAt.push_back({Fault.At, S.LeavesAt});
  tellUnlessExcluded(S, std::make_shared<const Lost>(std::move(Fault)));
}

/// The cells in the memory of callers that a value was read from. What they
/// pass as arguments is none: whoever calls may pass anything.
static void cellsBehind(ValueId Id, const Values &Ids,
                        std::set<ValueId> &Cells) {
  const Definition &Is = Ids[Id];
  if (Is.What == Definition::Kind::Pure) {
    cellsBehind(Is.Left, Ids, Cells);
    if (Is.Right)
      cellsBehind(Is.Right, Ids, Cells);
  } else if (Is.What == Definition::Kind::Content && Ids.isOutside(Id) &&
             (Ids[Is.Left].What != Definition::Kind::Variable ||
              Ids[Is.Left].Root == Place::Base::Global)) {
    Cells.insert(Is.Left);
  }
}

void Simulation::tellUnlessExcluded(State &S,
                                    std::shared_ptr<const Lost> Fault) {
  std::set<ValueId> Cells;
  if (Shared.hasCaller(Function.Symbol))
    for (const auto &[Id, Is] : *S.Ranges)
      cellsBehind(Id, Ids, Cells);
  if (Cells.empty()) {
    tell(*Fault);
    return;
  }
  tell(Undecided{*Fault});
  S.Doubtful.write().push_back({std::move(Fault), std::move(Cells)});
}

void Simulation::tellLeftOpen(const State &S) {
  if (Function.Body == BodyKind::Modelled)
    return;
  for (const ThreadInstance &Thread : S.Threads.threads()) {
    auto TellAll = [&](const LeftOpen::Faults &All) {
      for (const std::shared_ptr<const Lost> &Each : All) {
        Lost Fault = *Each;
        Fault.Path.insert(Fault.Path.begin(), {.Kind = StepKind::Spawned,
                                               .Text = Thread.Entry,
                                               .At = Thread.SpawnedAt});
        tell(std::move(Fault));
      }
    };
    if (Thread.IsDetached)
      TellAll(Thread.Leaves.Looping);
    if (Thread.IsCancelled)
      TellAll(Thread.Leaves.Cancelled);
  }
}

void Simulation::tellShared(const State &S) {
  if (Function.Body == BodyKind::Modelled || !S.Threads.hasThreads())
    return;
  auto Lookup = [&](ValueId Id) -> std::optional<HandleFacts> {
    if (const Definition &Is = Ids[Id]; Is.What == Definition::Kind::None) {
      const HandleKind *Kind = Shared.kind(Is.Symbol);
      if (!Kind)
        return std::nullopt;
      return HandleFacts{.Ref = refer(S, Id, Is.Symbol),
                         .Is = Kind->Is,
                         .Driver = Kind->Driver,
                         .IsForgotten = true};
    }
    auto At = S.Handles->find(Id);
    if (At == S.Handles->end())
      return std::nullopt;
    const HandleKind *Kind = Shared.kind(At->second.Kind);
    if (!Kind)
      return std::nullopt;
    HandleFacts Facts{.Ref = refer(S, Id, {}),
                      .Is = Kind->Is,
                      .Driver = Kind->Driver,
                      .Parents = At->second.Parents,
                      .IsFormal = !At->second.Opened,
                      .Maker = At->second.Maker};
    if (At->second.Opened)
      Facts.OpenedBy = At->second.Opened->back().Text;
    return Facts;
  };
  for (ValueId Flags : flagsOfCallers(Ids, S))
    want(Flags);
  Formals Of = Shared.hasCaller(Function.Symbol) ? Formals::LeaveToCallers
                                                 : Formals::Include;
  for (struct Shared &Fault :
       findShared(S.Threads, Lookup, Of, Shared.Settings.Parts))
    tell(std::move(Fault));
}

} // namespace cursor_tidy::solve
