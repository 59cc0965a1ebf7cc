//===- Leaks.cpp - open handles that nothing reaches any more
//----------------===//
//
// What a state can still reach: live variables, globals, what callers own, what
// code that is not seen holds, and all that these point to. An open handle of
// ours outside of that is lost.
//
//===----------------------------------------------------------------------===//
#include "solve/Simulate.h"

#include <algorithm>
#include <functional>

namespace cursor_tidy::solve {

using namespace facts;
using Kind = Definition::Kind;

std::set<ValueId> Simulation::reachable(const State &S, Moment When,
                                        bool ByChildren) const {
  const std::set<uint32_t> *LiveTemps = nullptr;
  if (When == Moment::Inside && Event)
    LiveTemps = &Blocks.LiveAfter[Block][EventIndex];
  auto IsRoot = [&](ValueId Object) {
    const Definition &Is = Ids[Object];
    if (auto At = S.Objects->find(Object);
        At != S.Objects->end() && (At->second.Escaped || At->second.Thread))
      return true;
    switch (Is.What) {
    case Kind::Variable:
      if (Is.Root == Place::Base::Global)
        return true;
      if (When == Moment::AtLeave)
        return false;
      if (Is.Root == Place::Base::Result)
        return true;
      if (When == Moment::AtReturn || When == Moment::AtUnbuilt)
        return Is.Root == Place::Base::Param &&
               size_t(Is.Number) < Function.Params.size() &&
               !Function.Params[Is.Number].Class.empty();
      return Is.Root != Place::Base::Temp || !LiveTemps ||
             LiveTemps->contains(uint32_t(Is.Number));
    case Kind::Fresh:
      // What an unknown value points to belongs to whoever made it.
      if (auto At = S.Objects->find(Object); At != S.Objects->end())
        return !At->second.Allocated;
      return true;
    case Kind::Content:
      return When != Moment::AtUnbuilt ||
             Is.Left != Ids.variable(Place::Base::This, 0, {});
    default:
      return false;
    }
  };
  std::map<ValueId, std::vector<ValueId>> HeldBy;
  auto IsParent = [&](ValueId Cell, ValueId Held) {
    auto At = S.Handles->find(Held);
    return At != S.Handles->end() && Ids[Cell].What == Kind::Field &&
           Ids[Cell].Symbol == parentField(At->second.Kind);
  };
  for (const auto &[Cell, Held] : *S.Contents)
    if (ByChildren || !IsParent(Cell, Held))
      HeldBy[Ids.object(Cell)].push_back(Held);
  // An interior address may have escaped while its object did not.
  for (const auto &[Id, Object] : *S.Objects)
    if (Object.Escaped && Ids.object(Id) != Id)
      HeldBy[Id].push_back(Ids.object(Id));
  std::set<ValueId> Reached;
  std::vector<ValueId> Work;
  for (const auto &[Object, Held] : HeldBy)
    if (IsRoot(Object))
      Work.push_back(Object);
  for (const auto &[Id, Handle] : *S.Handles)
    if (IsRoot(Ids.object(Id)))
      Work.push_back(Ids.object(Id));
  for (const auto &[Id, Object] : *S.Objects)
    if (IsRoot(Id))
      Work.push_back(Ids.object(Id));
  while (!Work.empty()) {
    ValueId Object = Work.back();
    Work.pop_back();
    if (!Reached.insert(Object).second)
      continue;
    const Definition &Is = Ids[Object];
    if (Is.What == Kind::Pure)
      for (ValueId Part : {Is.Left, Is.Right})
        Work.push_back(Ids.object(Part));
    if (auto At = HeldBy.find(Object); At != HeldBy.end())
      for (ValueId Held : At->second)
        Work.push_back(Ids.object(Held));
  }
  return Reached;
}

void Simulation::findLost(State &S, WayOut How, PathStep Exit, Moment When) {
  auto IsOurs = [](const HandleState &Handle) {
    return Handle.Owned && !Handle.Reported &&
           (Handle.Is == Condition::Open || Handle.Is == Condition::Stranded ||
            Handle.Is == Condition::Dangling);
  };
  if (std::none_of(S.Handles->begin(), S.Handles->end(),
                   [&](const auto &Entry) { return IsOurs(Entry.second); }))
    return;
  std::set<ValueId> Reached = reachable(S, When);
  // Nobody asks a child for its parent, once the parent's close was refused.
  std::optional<std::set<ValueId>> ReachedAlone;
  auto IsGone = [&](ValueId Id, const HandleState &Handle) {
    if (!Reached.contains(Ids.object(Id)))
      return true;
    if (!Handle.Refused)
      return false;
    if (!ReachedAlone)
      ReachedAlone = reachable(S, When, /*ByChildren=*/false);
    return !ReachedAlone->contains(Ids.object(Id));
  };
  std::vector<ValueId> Gone;
  for (const auto &[Id, Handle] : *S.Handles)
    if (IsOurs(Handle) && IsGone(Id, Handle))
      Gone.push_back(Id);
  // The owner of a lost handle is what the reader must delete.
  std::set<ValueId> Owned;
  for (const auto &[Cell, Held] : *S.Contents) {
    ValueId Owner = Ids.object(Cell);
    auto At = S.Objects->find(Owner);
    if (At != S.Objects->end() && At->second.Allocated &&
        !At->second.Class.empty() && !Reached.contains(Owner) &&
        !S.Handles->contains(Owner))
      Owned.insert(Held);
  }
  for (ValueId Id : Gone)
    tellLost(S, Id, Owned.contains(Id) ? WayOut::NeverDeleted : How, Exit);
}

void Simulation::settlePending(State &S, WayOut How,
                               std::optional<PathStep> Exit) {
  if (!S.PendingEnd)
    return;
  PathStep Last = Exit ? *Exit : *S.PendingEnd;
  S.PendingEnd.reset();
  if (S.Throwing) {
    How = WayOut::Thrown;
    Last = *S.Throwing;
  }
  findLost(S, How, Last, Moment::Inside);
}

/// To use a handle that nobody reaches any more was to use what it derives
/// from: the nearest of these that a caller can know, 0 when there is none.
static ValueId knownParent(const std::map<ValueId, HandleState> &Handles,
                           ValueId Lost,
                           const std::function<bool(ValueId)> &IsKnown) {
  std::vector<ValueId> Work{Lost};
  for (size_t I = 0; I < Work.size() && I < 16; ++I)
    if (auto At = Handles.find(Work[I]); At != Handles.end()) {
      if (I && IsKnown(Work[I]))
        return Work[I];
      Work.insert(Work.end(), At->second.Parents.begin(),
                  At->second.Parents.end());
    }
  return 0;
}

void Simulation::dropUnreachable(State &S) const {
  std::set<ValueId> Reached = reachable(S, Moment::AtReturn);
  auto IsKept = [&](ValueId Id) {
    return Reached.contains(Ids.object(Id)) || Ids.isOutside(Id);
  };
  std::erase_if(S.Contents.write(), [&](const auto &Entry) {
    ValueId Object = Ids.object(Entry.first);
    const Definition &Is = Ids[Object];
    // Plain parameters are copies: what happens to them stays here.
    if (Is.What == Kind::Variable &&
        (Is.Root == Place::Base::Local || Is.Root == Place::Base::Temp ||
         Is.Root == Place::Base::This ||
         (Is.Root == Place::Base::Param && Entry.first == Object)))
      return !Reached.contains(Object) || Is.Root == Place::Base::This ||
             Entry.first == Object;
    return !IsKept(Entry.first);
  });
  const auto Before = S.Handles;
  std::erase_if(S.Handles.write(),
                [&](const auto &Entry) { return !IsKept(Entry.first); });
  std::erase_if(S.Objects.write(),
                [&](const auto &Entry) { return !IsKept(Entry.first); });
  std::erase_if(S.Ranges.write(),
                [&](const auto &Entry) { return !IsKept(Entry.first); });
  S.Threads.rename([&](const AccessRecord &Access) {
    if (S.Handles->contains(Access.Handle) || Ids.isOutside(Access.Handle))
      return Access.Handle;
    ValueId Parent = knownParent(*Before, Access.Handle, [&](ValueId Id) {
      auto At = S.Handles->find(Id);
      const HandleKind *Kind =
          At == S.Handles->end() ? nullptr : Shared.kind(At->second.Kind);
      return Kind && Kind->Is != Role::Environment;
    });
    if (Parent)
      return Parent;
    return Shared.mayBeLevelZero(Access.Kind) ? Ids.forgotten(Access.Kind)
                                              : Access.Handle;
  });
  S.Branches.reset();
  S.Visits.clear();
  if (!S.Served->empty())
    std::erase_if(S.Served.write(),
                  [&](const auto &Entry) { return !IsKept(Entry.first); });
  if (!S.Racing->empty())
    std::erase_if(S.Racing.write(),
                  [&](const auto &Entry) { return !IsKept(Entry.first); });
  if (!S.Slots->empty())
    std::erase_if(S.Slots.write(),
                  [&](const auto &Entry) { return !IsKept(Entry.first); });
  S.Turn.write().clear();
}

} // namespace cursor_tidy::solve
