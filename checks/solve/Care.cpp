//===- Care.cpp - who looks after a field
//------------------------------------===//
#include "solve/Care.h"

namespace cursor_tidy::solve {

using namespace facts;
using Kind = Definition::Kind;

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

Care careOf(const Function &F, const Summary &Of, const Values &Ids) {
  Care Found;
  auto NoteIn = [&](Fields &To, ValueId Id) {
    ValueId Field = lastField(Ids, Id);
    if (!Field)
      return;
    bool IsOwn = !F.Class.empty() && !memberOf(Ids, Field).empty();
    To.insert({IsOwn ? F.Class : Name(), Ids[Field].Symbol});
  };
  auto Note = [&](ValueId Id) { NoteIn(Found.LookedAfter, Id); };
  for (const Outcome &Each : Of.Outcomes) {
    for (const LatentUse &Use : *Each.Post.Uses) {
      if (Use.Closes && !Use.Retained)
        Note(Use.Handle);
      if (Use.Ends)
        NoteIn(Found.EndsOthers, Use.Handle);
    }
    for (const auto &[Object, How] : *Each.Post.Freed)
      Note(Object);
    for (const auto &[Id, Handle] : *Each.Post.Handles)
      if (Handle.Is == Condition::Closed || Handle.Is == Condition::Ended) {
        Note(Id);
        if (Handle.Rule == ChildRule::Ends)
          NoteIn(Found.EndsOthers, Id);
      }
    for (const auto &[Id, Object] : *Each.Post.Objects)
      if (Object.Escaped)
        Note(Id);
    for (ValueId Id : *Each.Post.LetGo)
      Note(Id);
    for (const auto &[Cell, Held] : *Each.Post.Contents)
      if (lastField(Ids, Held) != lastField(Ids, Cell))
        Note(Held);
  }
  return Found;
}

} // namespace cursor_tidy::solve
