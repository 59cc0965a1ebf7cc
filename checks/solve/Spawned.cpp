//===- Spawned.cpp - threads that start
//------------------------------------===//
//
// A spawn applies the summary of the thread's entry, on a thread of its own.
// The one that starts it goes on at once, so that what the entry finds in
// memory that others write is not what is there now.
//
//===----------------------------------------------------------------------===//
#include "solve/Apply.h"
#include "solve/Constraints.h"

namespace cursor_tidy::solve {

using namespace facts;

/// After it there is no thread, also none that goes on.
static bool endsProcess(const Outcome &Of) {
  return Of.How == Way::Leave && Of.End != EndKind::Thread &&
         Of.End != EndKind::LongJump;
}

/// Whoever starts a thread goes on in the same way however the thread will end:
/// ends that differ in nothing are one.
static void dropEqual(States &After) {
  for (size_t I = 0; I < After.size(); ++I)
    for (size_t J = After.size(); J-- > I + 1;)
      if (sameState(After[I], After[J]))
        After.erase(After.begin() + J);
}

States Simulation::applyOnThread(const State &S, const Invocation &Call,
                                 const Summary &Of) {
  States After, Ended;
  LeftOpen Leaves;
  // Ways that what is known now excludes are taken when there is no other: by
  // then somebody may have written to what they ask for.
  for (Knowledge Asked : {Knowledge::Excludes, Knowledge::MayChange}) {
    for (const Outcome &Each : Of.Outcomes) {
      if (!StepsLeft)
        return {};
      spend(Each.Post);
      spend(S);
      Application Reader(*this, S, Call);
      State Next = Reader.apply(Each, Asked);
      if (Next.IsDead)
        continue;
      Leaves.add(Each.Leaves);
      if (isCancellation(Each))
        continue;
      serve(Next, *Call.OnThread, Of, Reader);
      noteTaker(Next, *Call.OnThread, Of, Reader);
      (endsProcess(Each) ? Ended : After).push_back(std::move(Next));
    }
    // All that a thread does before it ends the process still happens.
    if (After.empty())
      After = std::move(Ended);
    if (!After.empty())
      break;
  }
  for (State &Each : After)
    Each.Threads.leavesOpen(*Call.OnThread, Leaves);
  dropEqual(After);
  limit(After, Block);
  return After;
}

States Simulation::fork(State S, const facts::Spawn &E) {
  Invocation Call;
  for (const Value &Argument : E.Arguments)
    Call.Arguments.push_back(evaluate(S, Argument));
  if (E.This)
    Call.This = evaluate(S, *E.This).Value;
  const facts::Function *Method = E.Entry.What == Value::Kind::Function
                                      ? Shared.function(E.Entry.Symbol)
                                      : nullptr;
  std::optional<Invocation> Known =
      resolve(S, E.Entry, E.This && Method && Method->IsVirtual, Call);
  bool IsSeen =
      Known && Known->Callee && Known->Callee->Body != BodyKind::Unseen;
  ThreadStart Start{.Entry = IsSeen ? Known->Callee->Text : Name(),
                    .At = Here,
                    .Many = E.Many,
                    .Carried = carried(S, Known ? *Known : Call)};
  ThreadId Thread = S.Threads.spawn(Start);
  ValueId Identity = freshHere(S);
  S.Ranges.write()[Identity] = allBut(0);
  S.Objects.write()[Identity] = {.Thread = Thread};
  if (!E.To.isNone())
    write(S, addressOf(S, E.To), Identity);
  States After;
  if (IsSeen) {
    Known->OnThread = Thread;
    After = invoke(S, *Known, nullptr);
    // Whatever keeps it from what it does, the giver goes on.
    if (After.empty())
      After.push_back(std::move(S));
  } else {
    // Whatever runs there may keep and close what it was given.
    if (E.Entry.What == Value::Kind::Load ||
        E.Entry.What == Value::Kind::Address)
      escape(S, evaluate(S, E.Entry).Value);
    After.push_back(applyUnknown(std::move(S), Call, nullptr));
  }
  if (E.Blocking)
    for (State &Each : After)
      Each.Threads.join(Thread);
  return After;
}

std::vector<PathStep> Simulation::carried(const State &S,
                                          const Invocation &Call) const {
  std::vector<PathStep> Path;
  auto Add = [&](StepKind Kind, ValueId Id) {
    auto At = S.Handles->find(Id);
    if (At != S.Handles->end())
      Path.push_back({.Kind = Kind, .Text = At->second.Variable, .At = Here});
  };
  for (const Operand &Given : Call.Arguments)
    Add(StepKind::Passed, Given.Value);
  for (const auto &[Cell, Held] : *S.Contents)
    if (Call.This && Cell != Call.This && Ids.object(Cell) == Call.This)
      Add(StepKind::Captured, Held);
  return Path;
}

} // namespace cursor_tidy::solve
