//===- Served.cpp - callables that wait in a queue for a thread -----------===//
//
// A pool of the program's own: threads take callables out of a container and
// call them. When the threads start, the container is empty, so what they call
// is not known; it is noted that they serve the container. A callable that is
// put there later runs on a thread of its own from then on: one that ends with
// the threads that serve, and is one of them when there is but one.
//
//===----------------------------------------------------------------------===//
#include "solve/Apply.h"

namespace cursor_tidy::solve {

using facts::BodyKind;
using facts::Name;
using Kind = Definition::Kind;

namespace {

/// Callables that one call may put into queues and that are followed.
constexpr size_t MaxTasks = 4;
/// How deep a callable may be wrapped in others.
constexpr unsigned MaxWrapping = 4;

} // namespace

void Simulation::serve(State &S, ThreadId Worker, const Summary &Of,
                       Application &Reader) {
  for (ValueId Wanted : Of.Wanted)
    if (ValueId Element = Ids.elementAround(Reader.resolve(Wanted)))
      S.Served.write()[Ids[Element].Left].insert(Worker);
}

States Simulation::runServed(State S, const Outcome &Of, Application &Reader) {
  States Now;
  if (S.Served->empty()) {
    Now.push_back(std::move(S));
    return Now;
  }
  // Where the callee has started threads that serve, what was put there meets
  // them in the callee, and what they put there themselves they call.
  std::set<ValueId> IsDone;
  for (const auto &[Container, Workers] : *Of.Post.Served)
    IsDone.insert(Reader.resolve(Container));
  std::set<ValueId> Tasks;
  auto Note = [&](ValueId Theirs) {
    ValueId Element = Ids.elementAround(Reader.resolve(Theirs));
    if (Element && S.Served->contains(Ids[Element].Left) &&
        !IsDone.contains(Ids[Element].Left) && Tasks.size() < MaxTasks)
      Tasks.insert(Element);
  };
  for (const auto &[Cell, Held] : *Of.Post.Contents)
    if (Ids.elementAround(Cell))
      Note(Cell);
  for (const auto &[Object, Is] : *Of.Post.Objects)
    if (Ids.elementAround(Object))
      Note(Object);
  Now.push_back(std::move(S));
  for (ValueId Task : Tasks) {
    States Next;
    for (State &Each : Now)
      for (State &After : runTask(std::move(Each), Task))
        Next.push_back(std::move(After));
    limit(Next, Block);
    Now = std::move(Next);
  }
  return Now;
}

States Simulation::runTask(State S, ValueId Task) {
  States After;
  ThreadSet Workers;
  const ThreadSet Running = S.Threads.running();
  for (ThreadId Worker : S.Served->at(Ids[Task].Left))
    if (Running.contains(Worker))
      Workers.insert(Worker);
  std::optional<Invocation> Known;
  if (!Workers.empty())
    Known = resolveObject(S, Task, {}, MaxWrapping);
  if (!Known || !Known->Callee || Known->Callee->Body == BodyKind::Unseen) {
    After.push_back(std::move(S));
    return After;
  }
  const facts::Function &Entry = *Known->Callee;
  ThreadId Thread = S.Threads.spawn(
      {.Entry = Entry.Body == BodyKind::Modelled ? Name() : Entry.Text,
       .At = Here,
       .Carried = carried(S, *Known)});
  S.Threads.runsFor(Thread, Workers);
  Known->OnThread = Thread;
  After = invoke(S, *Known, nullptr);
  if (After.empty())
    After.push_back(std::move(S));
  return After;
}

} // namespace cursor_tidy::solve
