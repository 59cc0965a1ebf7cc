//===- Members.cpp - members that a class opens and never closes
//-------------===//
//
// A fault of the class rather than of a path: asks the summaries of all of its
// methods. Silent as soon as one of them is not seen, or anything in the
// program closes, keeps or returns what a field of that name holds.
//
//===----------------------------------------------------------------------===//
#include "solve/Members.h"

#include <algorithm>

namespace cursor_tidy::solve {

using namespace facts;
namespace {

bool holds(const Fields &All, Name Class, Name Field) {
  return All.contains({Class, Field}) || All.contains({Name(), Field});
}

/// What all functions together do.
Care fieldsCaredFor(Engine &Shared) {
  Care Found;
  for (const Function &F : Shared.program().Functions)
    if (F.Body == BodyKind::Defined) {
      const Care &Cares = Shared.about(F).Cares;
      Found.LookedAfter.insert(Cares.LookedAfter.begin(),
                               Cares.LookedAfter.end());
      Found.EndsOthers.insert(Cares.EndsOthers.begin(), Cares.EndsOthers.end());
    }
  return Found;
}

bool isSeenWhole(Engine &Shared, const Class &Is) {
  for (Name Symbol : Is.Methods) {
    const Function *F = Shared.function(Symbol);
    if (!F || F->IsImplicit)
      continue;
    if (F->Body == BodyKind::Unseen || Shared.about(*F).IsCut)
      return false;
  }
  for (Name Base : Is.Bases)
    if (const Class *Above = Shared.classOf(Base);
        !Above || !isSeenWhole(Shared, *Above))
      return false;
  return true;
}

/// True when a path that loses the handle has been told: the class's fault is
/// the same defect.
bool isTold(const Engine &Shared, const Location &OpenedAt) {
  for (const Lost &Fault : Shared.Solution.Unclosed)
    for (const PathStep &Step : Fault.Path)
      if (Step.Kind == StepKind::Opened && Step.At == OpenedAt)
        return true;
  return false;
}

/// True when a handle goes with one of its parents, which some function closes.
bool endsWithParent(const Engine &Shared, const HandleState &Handle,
                    const Fields &EndsOthers, Name Class) {
  return std::any_of(
      Handle.Parents.begin(), Handle.Parents.end(), [&](ValueId Parent) {
        ValueId Field = lastField(Shared.Ids, Parent);
        return Field && holds(EndsOthers, Class, Shared.Ids[Field].Symbol);
      });
}

/// True when every constructor leaves something in the field.
bool isAlwaysSet(Engine &Shared, const Class &Is, Name Field) {
  bool HasConstructor = false;
  for (Name Symbol : Is.Methods) {
    const Function *F = Shared.function(Symbol);
    if (!F || !F->IsConstructor)
      continue;
    HasConstructor = true;
    for (const Outcome &Each : Shared.summary(*F).Outcomes)
      if (Each.How == Way::Return &&
          std::none_of(Each.Post.Contents->begin(), Each.Post.Contents->end(),
                       [&](const auto &Entry) {
                         return memberOf(Shared.Ids, Entry.first) == Field;
                       }))
        return false;
  }
  return HasConstructor;
}

/// The roles of the members that a destructor closes.
std::set<Role> rolesClosedBy(Engine &Shared, const Function &Destructor) {
  std::set<Role> Roles;
  for (const Outcome &Each : Shared.summary(Destructor).Outcomes)
    for (const LatentUse &Use : *Each.Post.Uses)
      if (const HandleKind *Kind = Shared.kind(Use.Kind);
          Kind && Use.Closes && lastField(Shared.Ids, Use.Handle))
        Roles.insert(Kind->Is);
  return Roles;
}

/// The close of a member beside those of its siblings: before them when it may
/// derive from them, behind them when they may derive from it.
std::optional<Mending> fixInDestructor(Engine &Shared, Name Symbol, Name Field,
                                       Name Kind) {
  const Class *Is = Shared.classOf(Symbol);
  const Function *Ends = Is ? Shared.function(Is->Destructor) : nullptr;
  const HandleKind *Known = Shared.kind(Kind);
  if (!Ends || !Known || !isAlwaysSet(Shared, *Is, Field))
    return std::nullopt;
  auto With = std::find_if(
      Ends->Closings.begin(), Ends->Closings.end(), [&](const Closing &Each) {
        return Each.Of.Root == Place::Base::This && Each.Kind == Kind &&
               Each.Of.Path.back().Field == Field;
      });
  std::vector<const Spot *> Spots;
  for (const Block &B : Ends->Blocks)
    for (const Event &E : B.Events)
      if (const auto *S = std::get_if<Spot>(&E.What))
        Spots.push_back(S);
  // Others are before an early return.
  std::set<Role> Siblings = rolesClosedBy(Shared, *Ends);
  if (With == Ends->Closings.end() || Spots.size() != 2 || Siblings.empty())
    return std::nullopt;
  if (*Siblings.rbegin() <= Known->Is)
    return Mending{.Where = *Spots.front(), .Statement = With->Statement};
  if (*Siblings.begin() >= Known->Is)
    return Mending{.Where = *Spots.back(), .Statement = With->Statement};
  return std::nullopt;
}

void findInMethod(Engine &Shared, const Function &Method, const Care &Known) {
  if (!Shared.about(Method).LeavesOpen)
    return;
  for (const Outcome &Each : Shared.summary(Method).Outcomes) {
    std::map<ValueId, Name> Opened;
    for (const auto &[Cell, Held] : *Each.Post.Contents)
      if (Name Field = memberOf(Shared.Ids, Cell); !Field.empty())
        Opened[Held] = Field;
    for (const auto &[Id, Handle] : *Each.Post.Handles)
      if (Name Field = memberOf(Shared.Ids, Id); !Field.empty())
        Opened[Id] = Field;
    for (auto [Id, Field] : Opened) {
      auto At = Each.Post.Handles->find(Id);
      if (At == Each.Post.Handles->end() ||
          holds(Known.LookedAfter, Method.Class, Field) ||
          endsWithParent(Shared, At->second, Known.EndsOthers, Method.Class))
        continue;
      const HandleState &Handle = At->second;
      auto Object = Each.Post.Objects->find(Id);
      bool HasEscaped =
          Object != Each.Post.Objects->end() && Object->second.Escaped;
      if (Handle.Is != Condition::Open || !Handle.Owned || Handle.Reported ||
          HasEscaped || !Handle.Opened ||
          !Handle.Opened->front().At.isValid() ||
          isTold(Shared, Handle.Opened->back().At))
        continue;
      HandleState Named = Handle;
      Named.Variable = Field;
      Shared.report(Lost{.Handle = Shared.describe(Named, {}),
                         .How = WayOut::Member,
                         .Function = Method.Text,
                         .At = Handle.Opened->front().At,
                         .LeftAt = Handle.Opened->front().At,
                         .Path = *Handle.Opened});
      Shared.report(
          Offer{Handle.Opened->front().At,
                fixInDestructor(Shared, Method.Class, Field, Handle.Kind)});
    }
  }
}

} // namespace

void findLostMembers(Engine &Shared) {
  Care Known = fieldsCaredFor(Shared);
  for (const Class &Is : Shared.program().Classes) {
    if (Is.IsClosure || !isSeenWhole(Shared, Is))
      continue;
    for (Name Symbol : Is.Methods) {
      const Function *F = Shared.function(Symbol);
      if (F && F->Body == BodyKind::Defined && !F->IsStatic)
        findInMethod(Shared, *F, Known);
    }
  }
}

} // namespace cursor_tidy::solve
