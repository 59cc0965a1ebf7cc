//===- Hashing.cpp - equal content, equal hash ----------------------------===//
#include "solve/Hashing.h"

#include "solve/RecordFields.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

namespace cursor_tidy::solve {

using facts::bytes::Writer;

constexpr auto fields(Tag<Definition>) {
  return list(&Definition::What, &Definition::Root, &Definition::Op,
              &Definition::Left, &Definition::Right, &Definition::Number,
              &Definition::Symbol);
}
constexpr auto fields(Tag<Range>) {
  return list(&Range::Low, &Range::High, &Range::Not);
}
constexpr auto fields(Tag<HandleState>) {
  return list(&HandleState::Kind, &HandleState::Is, &HandleState::Owned,
              &HandleState::Borrowed, &HandleState::Reported, &HandleState::By,
              &HandleState::Parents, &HandleState::Variable,
              &HandleState::Opened, &HandleState::Closed, &HandleState::Rule,
              &HandleState::ClosedParent, &HandleState::ClosedOn,
              &HandleState::Maker, &HandleState::Process, &HandleState::IsReset,
              &HandleState::BranchesBefore, &HandleState::InLoop,
              &HandleState::Refused, &HandleState::OpenedAt);
}
constexpr auto fields(Tag<BorrowState>) {
  return list(&BorrowState::Owner, &BorrowState::Kind, &BorrowState::Variable,
              &BorrowState::Group, &BorrowState::Taken, &BorrowState::Ended);
}
constexpr auto fields(Tag<ObjectState>) {
  return list(&ObjectState::Class, &ObjectState::Allocated,
              &ObjectState::Escaped, &ObjectState::Zeroed,
              &ObjectState::CopiedFrom, &ObjectState::Remade,
              &ObjectState::Thread, &ObjectState::Borrow, &ObjectState::Made);
}
constexpr auto fields(Tag<LatentUse>) {
  return list(&LatentUse::Handle, &LatentUse::Kind, &LatentUse::Closes,
              &LatentUse::Retained, &LatentUse::ReadOnly, &LatentUse::IsLocal,
              &LatentUse::AtExit, &LatentUse::Process, &LatentUse::Fault,
              &LatentUse::Function, &LatentUse::Path, &LatentUse::Ends);
}
constexpr auto fields(Tag<Invalidation>) {
  return list(&Invalidation::Owner, &Invalidation::Group,
              &Invalidation::Children, &Invalidation::How);
}
constexpr auto fields(Tag<DoubtfulLeak>) {
  return list(&DoubtfulLeak::Fault, &DoubtfulLeak::Cells);
}
constexpr auto fields(Tag<Process>) {
  return list(&Process::IsChild, &Process::IsDaemon, &Process::IsVfork,
              &Process::ForkedAt, &Process::ForkedBy, &Process::Forks,
              &Process::ChildAt, &Process::IsIdle);
}
constexpr auto fields(Tag<HeldLock>) {
  return list(&HeldLock::Mode, &HeldLock::Depth, &HeldLock::Text,
              &HeldLock::At);
}
constexpr auto fields(Tag<LockSet>) { return list(&LockSet::Held); }
constexpr auto fields(Tag<OpenProtocol>) {
  return list(&OpenProtocol::BegunAt, &OpenProtocol::BegunBy,
              &OpenProtocol::Kept, &OpenProtocol::Released);
}
constexpr auto fields(Tag<AccessRecord>) {
  return list(
      &AccessRecord::Handle, &AccessRecord::Kind, &AccessRecord::ReadOnly,
      &AccessRecord::Closes, &AccessRecord::Function, &AccessRecord::Callee,
      &AccessRecord::At, &AccessRecord::Path, &AccessRecord::Protocol,
      &AccessRecord::Thread, &AccessRecord::Locks, &AccessRecord::Running,
      &AccessRecord::Released, &AccessRecord::Joined, &AccessRecord::Awaited,
      &AccessRecord::AwaitedAgain, &AccessRecord::SignalledAfter,
      &AccessRecord::SignalledBefore, &AccessRecord::Begun);
}
constexpr auto fields(Tag<LeftOpen>) {
  return list(&LeftOpen::Looping, &LeftOpen::Cancelled);
}
constexpr auto fields(Tag<ThreadInstance>) {
  return list(&ThreadInstance::Id, &ThreadInstance::Parent,
              &ThreadInstance::Many, &ThreadInstance::Running,
              &ThreadInstance::IsDetached, &ThreadInstance::IsCancelled,
              &ThreadInstance::Leaves, &ThreadInstance::RunsOn,
              &ThreadInstance::IsFilled, &ThreadInstance::RunningAtSpawn,
              &ThreadInstance::EndsWith, &ThreadInstance::JoinedBefore,
              &ThreadInstance::AwaitedBefore, &ThreadInstance::Entry,
              &ThreadInstance::SpawnedAt, &ThreadInstance::Path);
}

namespace {

void put(Writer &Out, const View &Of) {
  const auto &[Locks, Released, Joined, Detached, Cancelled, Awaited, Signalled,
               Unanswered, Begun, Completed, Threads, Accesses, Dropped] =
      Of.all();
  Out.put(Locks);
  for (const ValueSet *Each : {&Released, &Joined, &Detached, &Cancelled,
                               &Awaited, &Signalled, &Unanswered})
    Out.put(*Each);
  Out.put(Begun);
  Out.put(Completed);
  Out.put(Threads);
  Out.put(Accesses);
  Out.put(Dropped);
}

/// What is left of a state when its function is over: how its own blocks were
/// walked tells callers nothing.
void put(Writer &Out, const State &S) {
  const auto &[Contents, Ranges, Handles, Objects, Uses, Invalidated, LetGo,
               ReadThrough, Freed, Doubtful, Configured, Served, Slots, Racing,
               AtExit, AtFork, Turn, Visits, Turns, Awaited, Branches, Threads,
               InProcess, Forks, HasForked, Shields, Throwing, Unwound,
               PendingEnd, LeavesAt, Doubted, IsDead] = S;
  auto All = [&](const auto &...Each) { (Out.put(*Each), ...); };
  All(Contents, Ranges, Handles, Objects, Uses, Invalidated, LetGo, ReadThrough,
      Freed, Doubtful, Configured, Served, Racing, AtExit, AtFork, Turn);
  for (const auto &[Cell, Is] : *Slots) {
    Out.put(Cell);
    for (const auto &[Taker, Does] : Is.Takers) {
      Out.put(Taker);
      put(Out, Does);
    }
    Out.put(Is.Given);
  }
  put(Out, Threads);
  Out.put(InProcess);
  Out.put(Forks);
  Out.put(HasForked);
  Out.put(Shields);
}

} // namespace

Hash hashOf(const Writer &Written) {
  const llvm::XXH128_hash_t Of =
      llvm::xxh3_128bits(llvm::arrayRefFromStringRef(Written.rest()));
  return {.High = Of.high64, .Low = Of.low64};
}

Hash hashOf(const Portable &Summary) {
  Writer Out(Writer::Names::Hashed);
  Out.put(Summary.Definitions);
  const auto &[Outcomes, Wanted, IsCut, IsPartial] = Summary.Of;
  Out.put(Outcomes.size());
  for (const Outcome &Each : Outcomes) {
    Out.put(Each.How);
    Out.put(Each.End);
    Out.put(Each.Cause);
    put(Out, Each.Post);
    Out.put(Each.Leaves);
  }
  Out.put(Wanted);
  Out.put(IsCut);
  Out.put(IsPartial);
  return hashOf(Out);
}

Hash hashOfBody(const facts::Function &Of) { return hashOfAll(Of); }

Hash hashOfHead(const facts::Function &Of) {
  using facts::Function;
  Writer Out(Writer::Names::Hashed);
  auto Put = [&](auto Member) {
    using Type = decltype(Member);
    constexpr bool IsOfBody =
        std::is_same_v<Type, decltype(&Function::Blocks)> ||
        std::is_same_v<Type, decltype(&Function::Closings)> ||
        std::is_same_v<Type, decltype(&Function::Temps)> ||
        std::is_same_v<Type, decltype(&Function::At)>;
    if constexpr (std::is_same_v<Type, decltype(&Function::Locals)>) {
      if (Member != &Function::Locals)
        Out.put(Of.*Member);
    } else if constexpr (!IsOfBody) {
      Out.put(Of.*Member);
    }
  };
  std::apply([&](auto... Member) { (Put(Member), ...); },
             facts::bytes::fields(Tag<Function>()));
  return hashOf(Out);
}

} // namespace cursor_tidy::solve
