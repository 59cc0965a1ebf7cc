//===- ConcurrencyRenumber.cpp - a view in the values of another table ----===//
#include "solve/Concurrency.h"

namespace cursor_tidy::solve {

namespace {

void renumber(ValueSet &Ids, const ValueChange &To) {
  ValueSet Old = std::move(Ids);
  Ids.clear();
  for (ValueId Id : Old)
    Ids.insert(To(Id));
}

void renumber(LockSet &Locks, const ValueChange &To) {
  std::map<ValueId, HeldLock> Old = std::move(Locks.Held);
  Locks.Held.clear();
  for (auto &[Mutex, Lock] : Old)
    Locks.Held.emplace(To(Mutex), std::move(Lock));
}

void renumber(OpenProtocol &Begun, const ValueChange &To) {
  renumber(Begun.Kept, To);
  renumber(Begun.Released, To);
}

AccessRecord renumbered(AccessRecord Access, const ValueChange &To) {
  Access.Handle = To(Access.Handle);
  renumber(Access.Locks, To);
  for (ValueSet *Each :
       {&Access.Released, &Access.Joined, &Access.Awaited, &Access.AwaitedAgain,
        &Access.SignalledAfter, &Access.SignalledBefore})
    renumber(*Each, To);
  if (Access.Begun)
    renumber(*Access.Begun, To);
  return Access;
}

} // namespace

void View::renumber(const ValueChange &To) {
  // A view of which nothing was asked yet is shared by many states.
  if (Now->Accesses.empty() && Now->Threads.empty() &&
      Now->Locks.Held.empty() && Now->Released.empty() && Now->Joined.empty() &&
      Now->Detached.empty() && Now->Cancelled.empty() && Now->Awaited.empty() &&
      Now->Signalled.empty() && Now->Begun.empty() && Now->Completed.empty())
    return;
  auto &[Locks, Released, Joined, Detached, Cancelled, Awaited, Signalled,
         Unanswered, Begun, Completed, Threads, Accesses, Dropped] = edit();
  solve::renumber(Locks, To);
  for (ValueSet *Each : {&Released, &Joined, &Detached, &Cancelled, &Awaited,
                         &Signalled, &Unanswered})
    solve::renumber(*Each, To);
  std::map<ProtocolKey, OpenProtocol> OldBegun = std::move(Begun);
  Begun.clear();
  for (auto &[Key, Is] : OldBegun) {
    solve::renumber(Is, To);
    Begun.emplace(ProtocolKey(To(Key.first), Key.second), std::move(Is));
  }
  std::set<ProtocolKey> OldCompleted = std::move(Completed);
  Completed.clear();
  for (const auto &[Handle, Protocol] : OldCompleted)
    Completed.insert({To(Handle), Protocol});
  for (ThreadInstance &Each : Threads) {
    solve::renumber(Each.JoinedBefore, To);
    solve::renumber(Each.AwaitedBefore, To);
  }
  for (std::shared_ptr<const AccessRecord> &Each : Accesses)
    Each = std::make_shared<const AccessRecord>(renumbered(*Each, To));
}

} // namespace cursor_tidy::solve
