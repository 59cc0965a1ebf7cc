//===- Forks.cpp - second processes and the end of a process
//-----------------===//
#include "solve/Constraints.h"
#include "solve/Simulate.h"

#include <algorithm>

namespace cursor_tidy::solve {

using namespace facts;

States Simulation::fork(State S, const facts::Fork &E) {
  State Child = S, Failed = S;
  auto Give = [&](State &To, ValueId Id, const Range &Is) {
    if (!Ids.isConstant(Id))
      To.Ranges.write()[Id] = Is;
    if (!E.To.isNone())
      write(To, addressOf(To, E.To), Id);
  };
  ++Child.Forks;
  std::vector<Location> Forks = S.InProcess.Forks;
  Forks.push_back(Here);
  Child.InProcess = {.IsChild = true,
                     .IsDaemon = E.Kind == ForkKind::Daemon,
                     .IsVfork = E.Kind == ForkKind::Vfork,
                     .ForkedAt = Here,
                     .ForkedBy = Function.Text,
                     .Forks = std::move(Forks)};
  Child.HasForked = false;
  Child.Threads.enterChild();
  Give(Child, Ids.constant(0), only(0));
  Give(Failed, Ids.constant(-1), only(-1));
  States After;
  After.push_back(std::move(Child));
  if (E.Kind != ForkKind::Daemon) {
    noteParent(S, false);
    S.HasForked = true;
    S.InProcess.ChildAt = Here;
    S.InProcess.IsIdle = true;
    Give(S, freshHere(S), positive());
    After.push_back(std::move(S));
  }
  After.push_back(std::move(Failed));
  return After;
}

/// Notes what a parent does after its fork: to end at once leaves the child to
/// go on alone.
void Simulation::noteParent(const State &S, bool Leaves) {
  if (!S.HasForked)
    return;
  auto At = IsLeftAlone.try_emplace(S.InProcess.ChildAt, true).first;
  At->second &= Leaves && S.InProcess.IsIdle;
}

/// True when each fork on the way to a child was the last thing that its parent
/// did, as a program does that turns itself into a daemon.
bool Simulation::isAlone(const std::vector<Location> &Forks) const {
  return !Forks.empty() &&
         std::all_of(Forks.begin(), Forks.end(), [&](const Location &At) {
           auto Known = IsLeftAlone.find(At);
           return Known != IsLeftAlone.end() && Known->second;
         });
}

/// What children were seen to do is judged when it is known what became of
/// their parents.
void Simulation::settleChildren() {
  for (const InChild &Each : InChildren) {
    Each.Fault->Daemon |= isAlone(Each.Forks);
    if (Each.IsLeftToCallers)
      Shared.report(Childs{*Each.Fault});
    else
      Shared.report(*Each.Fault);
  }
}

States Simulation::fork(State S, const Leave &E) {
  if (E.Kind != EndKind::Cancelled || Shared.mayCancel())
    leaveHere(std::move(S), E.Kind, Function.Text);
  return {};
}

/// What `exit` and the return from main run: handlers, then destructors of
/// statics. Only told apart from a plain end in a child, where it closes what
/// the parent goes on using.
States Simulation::runAtExit(State S, AtExit Runs) {
  std::vector<Invocation> Last;
  for (ValueId Handler : *S.AtExit)
    if (Ids[Handler].What == Definition::Kind::Function)
      if (const facts::Function *F = Shared.function(Ids[Handler].Symbol))
        Last.push_back({.Callee = F, .AtExit = true});
  if (Runs == AtExit::All)
    for (const auto &[Each, F] : Shared.statics())
      Last.push_back(
          {.Callee = F,
           .This = Ids.variable(Place::Base::Global, 0, Each->Symbol),
           .AtExit = true});
  return runAll(std::move(S), Last);
}

/// A child begins with the handlers that were registered before the fork.
States Simulation::runAtFork(State S, const std::vector<ValueId> &Handlers) {
  std::vector<Invocation> First;
  for (ValueId Handler : Handlers)
    if (Ids[Handler].What == Definition::Kind::Function)
      if (const facts::Function *F = Shared.function(Ids[Handler].Symbol))
        First.push_back({.Callee = F});
  return runAll(std::move(S), First);
}

/// Calls one function after the other, those that are seen.
States Simulation::runAll(State S, const std::vector<Invocation> &Calls) {
  States Now;
  Now.push_back(std::move(S));
  for (const Invocation &Call : Calls) {
    if (Call.Callee->Body == BodyKind::Unseen)
      continue;
    States Next;
    for (State &Each : Now)
      for (State &After : invoke(std::move(Each), Call, nullptr))
        Next.push_back(std::move(After));
    limit(Next, Block);
    Now = std::move(Next);
  }
  return Now;
}

} // namespace cursor_tidy::solve
