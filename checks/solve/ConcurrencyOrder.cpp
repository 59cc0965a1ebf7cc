//===- ConcurrencyOrder.cpp - what may coincide, and what keeps it apart
//------===//
//
// The happens-before rule of Concurrency.h and the comparison of lock sets,
// both on finished views.
//
//===----------------------------------------------------------------------===//
#include "solve/Concurrency.h"

#include <algorithm>

namespace cursor_tidy::solve {

namespace {

/// A signal given after the one access was awaited before the other. Who awaits
/// it again and again does so for each: one that was given before the first
/// access, by somebody who then waited for nothing, may be what woke it.
bool isSignalledAcross(const AccessRecord &First, const AccessRecord &Second) {
  return std::ranges::any_of(First.SignalledAfter, [&](ValueId Object) {
    return Second.Awaited.count(Object) &&
           !(Second.AwaitedAgain.count(Object) &&
             First.SignalledBefore.count(Object));
  });
}

bool areOrderedBySignal(const AccessRecord &A, const AccessRecord &B) {
  return isSignalledAcross(A, B) || isSignalledAcross(B, A);
}

/// The thread and what started it, up to but without thread 0.
ThreadSet lineage(const View &View, ThreadId Id) {
  ThreadSet Result;
  for (const ThreadInstance *Thread = View.thread(Id);
       Thread && Result.insert(Thread->Id).second;)
    Thread = View.thread(Thread->Parent);
  return Result;
}

/// Both run inside one thread that was started as Many.
bool areOnCopies(const View &View, const AccessRecord &A,
                 const AccessRecord &B) {
  const ThreadSet OfB = lineage(View, B.Thread);
  for (ThreadId Id : lineage(View, A.Thread))
    if (OfB.count(Id) && View.thread(Id)->Many)
      return true;
  return false;
}

} // namespace

Coincidence coincidence(const View &View, const AccessRecord &A,
                        const AccessRecord &B, const Reasoning &By) {
  if (By.Ownership && areOrderedBySignal(A, B))
    return Coincidence::Never;
  if (!By.Joins && A.Thread != B.Thread)
    return Coincidence::TwoThreads;
  if (A.Thread != B.Thread && View.runner(A.Thread) == View.runner(B.Thread))
    return Coincidence::Never;
  if (A.Thread != B.Thread &&
      (A.Running.count(B.Thread) || B.Running.count(A.Thread)))
    return Coincidence::TwoThreads;
  return areOnCopies(View, A, B) ? Coincidence::TwoCopies : Coincidence::Never;
}

Guard guard(const LockSet &A, const LockSet &B) {
  if (A.Held.empty() || B.Held.empty())
    return Guard::NoLock;
  Guard Result = Guard::DifferentLocks;
  for (const auto &[Mutex, Mine] : A.Held) {
    auto Theirs = B.Held.find(Mutex);
    if (Theirs == B.Held.end())
      continue;
    if (Mine.Mode == LockMode::Exclusive ||
        Theirs->second.Mode == LockMode::Exclusive)
      return Guard::CommonLock;
    Result = Guard::ReaderLocks;
  }
  return Result;
}

} // namespace cursor_tidy::solve
