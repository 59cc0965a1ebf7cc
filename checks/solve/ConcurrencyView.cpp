//===- ConcurrencyView.cpp - events change a view
//----------------------------===//
//
// Locks, threads, signals and accesses of the running thread, one event at a
// time. Records are bounded and never changed in place, since copies of a view
// share them.
//
//===----------------------------------------------------------------------===//
#include "solve/Concurrency.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace cursor_tidy::solve {

namespace {

/// Bounds on one view. A function past them is reported by `dropped`.
constexpr size_t MaxAccesses = 256;
constexpr size_t MaxThreads = 24;

/// Instances of one spawn site that are told apart: as many as a loop is
/// followed exactly for, and one for all further turns.
constexpr size_t MaxInstances = 4;

bool sameSite(const ThreadInstance &L, const ThreadInstance &R) {
  return std::tie(L.Parent, L.SpawnedAt, L.Entry, L.Path) ==
         std::tie(R.Parent, R.SpawnedAt, R.Entry, R.Path);
}

/// All but the path: how control got there tells no two accesses apart.
bool sameAccess(const AccessRecord &L, const AccessRecord &R) {
  return std::tie(L.Handle, L.Thread, L.At, L.ReadOnly, L.Closes, L.Kind,
                  L.Running, L.Locks, L.Released, L.Joined, L.Awaited,
                  L.AwaitedAgain, L.SignalledAfter, L.SignalledBefore,
                  L.Protocol, L.Begun) ==
         std::tie(R.Handle, R.Thread, R.At, R.ReadOnly, R.Closes, R.Kind,
                  R.Running, R.Locks, R.Released, R.Joined, R.Awaited,
                  R.AwaitedAgain, R.SignalledAfter, R.SignalledBefore,
                  R.Protocol, R.Begun);
}

} // namespace

View::Data &View::edit() {
  if (Now.use_count() > 1)
    Now = std::make_shared<Data>(*Now);
  return *Now;
}

const ThreadInstance *View::thread(ThreadId Id) const {
  for (const ThreadInstance &Thread : Now->Threads)
    if (Thread.Id == Id)
      return &Thread;
  return nullptr;
}

ThreadInstance *View::find(ThreadId Id) {
  for (ThreadInstance &Thread : edit().Threads)
    if (Thread.Id == Id)
      return &Thread;
  return nullptr;
}

ThreadSet View::running() const {
  ThreadSet Result;
  for (const ThreadInstance &Thread : Now->Threads)
    if (Thread.Running)
      Result.insert(Thread.Id);
  return Result;
}

//--- Locks ------------------------------------------------------------------//

void View::lock(ValueId Mutex, LockMode Mode, facts::Name Text,
                facts::Location At) {
  auto [Lock, IsNew] = edit().Locks.Held.try_emplace(
      Mutex, HeldLock{.Mode = Mode, .Text = Text, .At = At});
  if (!IsNew)
    ++Lock->second.Depth;
}

void View::unlock(ValueId Mutex) {
  Data &Mine = edit();
  auto Lock = Mine.Locks.Held.find(Mutex);
  if (Lock == Mine.Locks.Held.end()) {
    Mine.Released.insert(Mutex);
    for (auto &[Key, Begun] : Mine.Begun)
      Begun.Released.insert(Mutex);
  } else if (--Lock->second.Depth == 0) {
    Mine.Locks.Held.erase(Lock);
    for (auto &[Key, Begun] : Mine.Begun)
      Begun.Kept.erase(Mutex);
  }
}

//--- Threads ----------------------------------------------------------------//

std::pair<ThreadId, bool> View::add(ThreadInstance New) {
  std::vector<ThreadInstance> &Threads = edit().Threads;
  std::vector<ThreadInstance *> Alike;
  for (ThreadInstance &Old : Threads)
    if (sameSite(Old, New))
      Alike.push_back(&Old);
  if (Alike.size() < MaxInstances && Threads.size() < MaxThreads) {
    New.Id = Threads.empty() ? 1 : Threads.back().Id + 1;
    Threads.push_back(std::move(New));
    return {Threads.back().Id, true};
  }
  if (Alike.empty())
    ++Now->Dropped;
  return {Alike.empty() ? Threads.back().Id : Alike.back()->Id, false};
}

ThreadId View::spawn(const ThreadStart &Start) {
  ThreadInstance New;
  New.Many = Start.Many;
  New.RunningAtSpawn = running();
  New.JoinedBefore = Now->Joined;
  New.AwaitedBefore = Now->Awaited;
  New.Entry = Start.Entry;
  New.SpawnedAt = Start.At;
  New.Path = Start.Carried;
  return add(std::move(New)).first;
}

void View::runsFor(ThreadId Task, const ThreadSet &Workers) {
  for (ThreadId Id : Workers)
    if (ThreadInstance *Worker = find(Id); Worker && Id != Task)
      Worker->EndsWith.insert(Task);
  const ThreadInstance *Only =
      Workers.size() == 1 ? thread(*Workers.begin()) : nullptr;
  if (ThreadInstance *Mine = find(Task); Mine && Only && !Only->Many)
    Mine->RunsOn = Only->Id;
}

ThreadId View::runner(ThreadId Id) const {
  const ThreadInstance *Thread = thread(Id);
  return Thread && Thread->RunsOn ? Thread->RunsOn : Id;
}

void View::end(ThreadId Id) {
  ThreadInstance *Thread = find(Id);
  if (!Thread || !Thread->Running)
    return;
  Thread->Running = false;
  const ThreadSet Others = Thread->EndsWith;
  for (ThreadId Other : Others)
    end(Other);
}

void View::join(ThreadId Thread) { end(Thread); }

void View::joinValue(ValueId Identity) { edit().Joined.insert(Identity); }

void View::joinUnknown() {
  for (ThreadInstance &Thread : edit().Threads)
    Thread.Running = false;
}

void View::detach(ThreadId Id) {
  if (ThreadInstance *Thread = find(Id))
    Thread->IsDetached = true;
}

void View::detachValue(ValueId Identity) { edit().Detached.insert(Identity); }

void View::cancel(ThreadId Id) {
  if (ThreadInstance *Thread = find(Id))
    Thread->IsCancelled = true;
}

void View::cancelValue(ValueId Identity) { edit().Cancelled.insert(Identity); }

void View::leavesOpen(ThreadId Id, const LeftOpen &Handles) {
  if (ThreadInstance *Thread = find(Id))
    Thread->Leaves.add(Handles);
}

static void include(LeftOpen::Faults &Into, const LeftOpen::Faults &From) {
  for (const auto &Each : From)
    if (std::none_of(Into.begin(), Into.end(),
                     [&](const auto &Known) { return Known->At == Each->At; }))
      Into.push_back(Each);
}

static bool sameFaults(const LeftOpen::Faults &L, const LeftOpen::Faults &R) {
  return std::equal(L.begin(), L.end(), R.begin(), R.end(),
                    [](const auto &Mine, const auto &Theirs) {
                      return Mine->At == Theirs->At;
                    });
}

bool operator==(const LeftOpen &L, const LeftOpen &R) {
  return sameFaults(L.Looping, R.Looping) &&
         sameFaults(L.Cancelled, R.Cancelled);
}

void LeftOpen::add(const LeftOpen &More) {
  include(Looping, More.Looping);
  include(Cancelled, More.Cancelled);
}

void View::enterChild() {
  if (hasThreads())
    joinUnknown();
}

//--- Signals ----------------------------------------------------------------//

void View::signal(ValueId Object) {
  Data &Mine = edit();
  Mine.Signalled.insert(Object);
  Mine.Unanswered.insert(Object);
  const ThreadSet StillRunning = running();
  for (std::shared_ptr<const AccessRecord> &Access : Mine.Accesses) {
    if (StillRunning.count(Access->Thread) ||
        Access->SignalledAfter.count(Object))
      continue;
    auto Over = std::make_shared<AccessRecord>(*Access);
    Over->SignalledAfter.insert(Object);
    Access = std::move(Over);
  }
}

void View::await(ValueId Object) {
  awaitAgain(Object);
  edit().Awaited.insert(Object);
  edit().Unanswered.clear();
}

/// What the thread did before it awaits an object once more.
void View::awaitAgain(ValueId Object) {
  for (std::shared_ptr<const AccessRecord> &Access : edit().Accesses) {
    if (Access->Thread != 0 || !Access->Awaited.count(Object) ||
        Access->AwaitedAgain.count(Object))
      continue;
    auto Over = std::make_shared<AccessRecord>(*Access);
    Over->AwaitedAgain.insert(Object);
    Access = std::move(Over);
  }
}

//--- Accesses ---------------------------------------------------------------//

void View::access(AccessRecord Record) {
  Record.Thread = 0;
  Record.Locks = Now->Locks;
  Record.Running = running();
  Record.Released = Now->Released;
  Record.Joined = Now->Joined;
  Record.Awaited = Now->Awaited;
  Record.AwaitedAgain.clear();
  Record.SignalledAfter.clear();
  Record.SignalledBefore = Now->Unanswered;
  add(std::make_shared<const AccessRecord>(std::move(Record)));
}

void View::adopt(AccessRecord Record) {
  Record.Thread = 0;
  Record.Running.clear();
  Record.Released.clear();
  Record.Joined.clear();
  Record.Awaited.clear();
  Record.AwaitedAgain.clear();
  Record.SignalledBefore.clear();
  Record.Begun.reset();
  if (Record.Protocol.empty())
    add(std::make_shared<const AccessRecord>(std::move(Record)));
}

//--- Protocols --------------------------------------------------------------//

void View::begin(ValueId Handle, facts::Name Protocol, OpenProtocol Begun) {
  for (const auto &[Mutex, Lock] : Now->Locks.Held)
    Begun.Kept.insert(Mutex);
  edit().Begun.insert_or_assign({Handle, Protocol}, std::move(Begun));
}

void View::proceed(AccessRecord Step) {
  auto Begun = Now->Begun.find({Step.Handle, Step.Protocol});
  if (Begun != Now->Begun.end())
    Step.Begun = Begun->second;
  // Nobody can have begun what has been completed here.
  else if (Now->Completed.contains({Step.Handle, Step.Protocol}))
    return;
  access(std::move(Step));
}

void View::complete(ValueId Handle, facts::Name Protocol) {
  Data &Mine = edit();
  Mine.Begun.erase({Handle, Protocol});
  Mine.Completed.insert({Handle, Protocol});
}

void View::rename(const std::function<ValueId(const AccessRecord &)> &NameOf) {
  if (std::all_of(Now->Accesses.begin(), Now->Accesses.end(),
                  [&](const auto &Access) {
                    return NameOf(*Access) == Access->Handle;
                  }))
    return;
  AccessList Before = std::move(edit().Accesses);
  Now->Accesses.clear();
  for (const std::shared_ptr<const AccessRecord> &Access : Before) {
    auto Renamed = std::make_shared<AccessRecord>(*Access);
    Renamed->Handle = NameOf(*Access);
    add(std::move(Renamed));
  }
}

void View::add(std::shared_ptr<const AccessRecord> Record) {
  for (const std::shared_ptr<const AccessRecord> &Known : Now->Accesses)
    if (Known == Record || sameAccess(*Known, *Record))
      return;
  Data &Mine = edit();
  if (Mine.Accesses.size() < MaxAccesses)
    Mine.Accesses.push_back(std::move(Record));
  else
    ++Mine.Dropped;
}

} // namespace cursor_tidy::solve
