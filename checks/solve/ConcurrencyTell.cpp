//===- ConcurrencyTell.cpp - the path that tells two threads' fault
//----------===//
#include "solve/ConcurrencyFinder.h"

#include <string>

namespace cursor_tidy::solve {

namespace {

/// Numbers by which the notes tell the two threads apart.
constexpr uint8_t Any = 0, First = 1, Second = 2;

/// `'a', 'b'`, or empty when none is held.
facts::Name textOf(const LockSet &Locks) {
  std::string Text;
  for (const auto &[Mutex, Lock] : Locks.Held)
    Text += (Text.empty() ? "" : ", ") +
            (Lock.Text.empty() ? "a lock"
                               : "'" + std::string(Lock.Text.text()) + "'");
  return facts::Name(Text);
}

} // namespace

/// The thread, or the one that started it, was started by this one.
bool SharedFinder::isStartedBy(ThreadId Id, ThreadId Starter) const {
  while (const ThreadInstance *Thread = Seen.thread(Id)) {
    Id = Thread->Parent;
    if (Id == Starter)
      return true;
  }
  return false;
}

void SharedFinder::tellOpened(std::vector<PathStep> &Path, ValueId Handle) {
  const HandleFacts &Facts = *SharedFinder::handle(Handle);
  if (Facts.Ref.Opened.isValid())
    Path.push_back({.Kind = StepKind::Opened,
                    .Text = Facts.OpenedBy,
                    .At = Facts.Ref.Opened});
}

/// How a thread came to be, from the first of its starters on that has not been
/// told.
void SharedFinder::tellThread(std::vector<PathStep> &Path, ThreadId Id,
                              uint8_t Number, ThreadId Told) const {
  const ThreadInstance *Thread = Seen.thread(Id);
  if (!Thread || Id == Told)
    return;
  tellThread(Path, Thread->Parent, Any, Told);
  Path.insert(Path.end(), Thread->Path.begin(), Thread->Path.end());
  Path.push_back({.Kind = StepKind::Spawned,
                  .Text = Thread->Entry,
                  .At = Thread->SpawnedAt,
                  .Thread = Number});
}

void SharedFinder::tellLock(std::vector<PathStep> &Path, const Access &A,
                            uint8_t Number) const {
  for (const auto &[Mutex, Lock] : A.Locks.Held)
    if (Lock.At.isValid())
      Path.push_back({.Kind = StepKind::Locked,
                      .Text = Lock.Text,
                      .At = Lock.At,
                      .Thread = Number});
}

void SharedFinder::tellAccess(std::vector<PathStep> &Path, const Access &A,
                              uint8_t Number) const {
  for (PathStep Step : A.Path) {
    Step.Thread = Number;
    Path.push_back(std::move(Step));
  }
  Path.push_back({.Kind = A.Closes ? StepKind::Closed : StepKind::Accessed,
                  .Text = A.Callee,
                  .At = A.At,
                  .Thread = Number});
  if (Number != Any)
    Path.back().Under = textOf(A.Locks);
}

Shared SharedFinder::tellPair(ValueId Resource, const Access &There,
                              const Access &Here, SharedKind How,
                              bool SelfParallel) {
  Shared Fault{.Resource = handle(Resource)->Ref,
               .Handle = handle(There.Handle)->Ref,
               .How = How,
               .SelfParallel = SelfParallel,
               .Function = There.Function,
               .At = There.At,
               .Other = Here.At,
               .Path = {}};
  std::vector<PathStep> &Path = Fault.Path;
  tellOpened(Path, Resource);
  if (There.Handle != Resource)
    tellOpened(Path, There.Handle);
  if (!SelfParallel)
    tellThread(Path, Here.Thread, First, 0);
  tellThread(Path, There.Thread, SelfParallel ? Any : Second, Here.Thread);
  if (How != SharedKind::NoLock)
    tellLock(Path, Here, First);
  if (Here.At != There.At || (!SelfParallel && Here.Path != There.Path)) {
    tellAccess(Path, Here, First);
    Path.back().Flag = isStartedBy(There.Thread, Here.Thread);
  }
  if (How != SharedKind::NoLock)
    tellLock(Path, There, Second);
  tellAccess(Path, There, Second);
  return Fault;
}

Shared SharedFinder::tellAffinity(ValueId Resource, const Access &There,
                                  const ThreadInstance &Thread) {
  const HandleFacts &Facts = *handle(Resource);
  Shared Fault{.Resource = Facts.Ref,
               .Handle = handle(There.Handle)->Ref,
               .How = SharedKind::Affinity,
               .SelfParallel = false,
               .Function = There.Function,
               .At = There.At,
               .Other = Facts.Ref.Opened.isValid() ? Facts.Ref.Opened
                                                   : Thread.SpawnedAt,
               .Path = {}};
  tellThread(Fault.Path, Facts.Maker, Any, 0);
  tellOpened(Fault.Path, Resource);
  if (There.Handle != Resource)
    tellOpened(Fault.Path, There.Handle);
  tellThread(Fault.Path, There.Thread, Any, Facts.Maker);
  tellAccess(Fault.Path, There, Any);
  return Fault;
}

Shared SharedFinder::tellSplit(ValueId Resource, const Access &Step,
                               const Access &Between, bool SelfParallel) {
  Shared Fault{.Resource = handle(Resource)->Ref,
               .Handle = handle(Step.Handle)->Ref,
               .How = SharedKind::SplitRegion,
               .SelfParallel = SelfParallel,
               .Function = Step.Function,
               .At = Step.At,
               .Other = Between.At,
               .Begins = Step.Begun->BegunBy,
               .GoesOn = Step.Callee,
               .Path = {}};
  std::vector<PathStep> &Path = Fault.Path;
  tellOpened(Path, Resource);
  if (!SelfParallel)
    tellThread(Path, Between.Thread, Second, 0);
  tellThread(Path, Step.Thread, SelfParallel ? Any : First, Between.Thread);
  Path.push_back({.Kind = StepKind::Accessed,
                  .Text = Step.Begun->BegunBy,
                  .At = Step.Begun->BegunAt,
                  .Thread = First});
  if (Between.At != Step.At)
    tellAccess(Path, Between, Second);
  tellLock(Path, Step, First);
  tellAccess(Path, Step, First);
  return Fault;
}

} // namespace cursor_tidy::solve
