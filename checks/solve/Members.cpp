//===- Members.cpp - members that a class opens and never closes
//-------------===//
//
// A fault of the class rather than of a path: asks the summaries of all of its
// methods. Silent as soon as one of them is not seen, or anything in the
// program closes, keeps or returns what a field of that name holds.
//
//===----------------------------------------------------------------------===//
#include "solve/Members.h"

namespace cursor_tidy::solve {

using namespace facts;
using Kind = Definition::Kind;

namespace {

/// The address of the field through which a value or a cell was reached last,
/// or none.
ValueId lastField(const Values &Ids, ValueId Id) {
  for (;;) {
    const Definition &Is = Ids[Id];
    if (Is.What == Kind::Field)
      return Id;
    if (Is.What != Kind::Content && Is.What != Kind::Element &&
        Is.What != Kind::AnyElement)
      return {};
    Id = Is.Left;
  }
}

/// The field of `this` that a cell is, or empty.
Name memberOf(const Values &Ids, ValueId Cell) {
  const Definition &Is = Ids[Cell];
  if (Is.What != Kind::Field)
    return {};
  const Definition &Object = Ids[Is.Left];
  if (Object.What != Kind::Content)
    return {};
  const Definition &Base = Ids[Object.Left];
  return Base.What == Kind::Variable && Base.Root == Place::Base::This
             ? Is.Symbol
             : Name();
}

/// Fields by the class whose method reaches them through `this`; the class is
/// empty for what is reached in any other way, so that only the name is known.
using Fields = std::set<std::pair<Name, Name>>;

/// Fields whose handles some function closes, hands out or lets go of.
Fields fieldsLookedAfter(Engine &Shared) {
  const Values &Ids = Shared.Values;
  Fields Found;
  for (const Function &F : Shared.program().Functions) {
    if (F.Body != BodyKind::Defined)
      continue;
    auto Note = [&](ValueId Id) {
      ValueId Field = lastField(Ids, Id);
      if (!Field)
        return;
      bool IsOwn = !F.Class.empty() && !memberOf(Ids, Field).empty();
      Found.insert({IsOwn ? F.Class : Name(), Ids[Field].Symbol});
    };
    for (const Outcome &Each : Shared.summary(F, {}).Outcomes) {
      for (const LatentUse &Use : *Each.Post.Uses)
        if (Use.Closes && !Use.Retained)
          Note(Use.Handle);
      for (const auto &[Object, How] : *Each.Post.Freed)
        Note(Object);
      for (const auto &[Id, Handle] : *Each.Post.Handles)
        if (Handle.Is == Condition::Closed || Handle.Is == Condition::Ended)
          Note(Id);
      for (const auto &[Id, Object] : *Each.Post.Objects)
        if (Object.Escaped)
          Note(Id);
      for (ValueId Id : *Each.Post.LetGo)
        Note(Id);
      for (const auto &[Cell, Held] : *Each.Post.Contents)
        if (lastField(Ids, Held) != lastField(Ids, Cell))
          Note(Held);
    }
  }
  return Found;
}

bool isSeenWhole(const Engine &Shared, const Class &Is) {
  for (Name Symbol : Is.Methods) {
    const Function *F = Shared.function(Symbol);
    if (F && F->Body == BodyKind::Unseen && !F->IsImplicit)
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

void findInMethod(Engine &Shared, const Function &Method,
                  const Fields &LookedAfter) {
  for (const Outcome &Each : Shared.summary(Method, {}).Outcomes) {
    std::map<ValueId, Name> Opened;
    for (const auto &[Cell, Held] : *Each.Post.Contents)
      if (Name Field = memberOf(Shared.Values, Cell); !Field.empty())
        Opened[Held] = Field;
    for (const auto &[Id, Handle] : *Each.Post.Handles)
      if (Name Field = memberOf(Shared.Values, Id); !Field.empty())
        Opened[Id] = Field;
    for (auto [Id, Field] : Opened) {
      auto At = Each.Post.Handles->find(Id);
      if (At == Each.Post.Handles->end() ||
          LookedAfter.contains({Method.Class, Field}) ||
          LookedAfter.contains({Name(), Field}))
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
    }
  }
}

} // namespace

void findLostMembers(Engine &Shared) {
  Fields LookedAfter = fieldsLookedAfter(Shared);
  for (const Class &Is : Shared.program().Classes) {
    if (Is.IsClosure || !isSeenWhole(Shared, Is))
      continue;
    for (Name Symbol : Is.Methods) {
      const Function *F = Shared.function(Symbol);
      if (F && F->Body == BodyKind::Defined && !F->IsStatic)
        findInMethod(Shared, *F, LookedAfter);
    }
  }
}

} // namespace cursor_tidy::solve
