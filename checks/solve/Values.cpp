//===- Values.cpp - the identities of the simulation
//------------------------===//
#include "solve/Values.h"

#include "llvm/ADT/Hashing.h"

namespace cursor_tidy::solve {

using facts::Name;
using facts::Place;
using Kind = Definition::Kind;

Values::Values() {
  All.emplace_back();
  Parts.emplace_back();
}

size_t Values::Hash::operator()(const Definition &Is) const noexcept {
  return llvm::hash_combine(static_cast<unsigned>(Is.What),
                            static_cast<unsigned>(Is.Root),
                            static_cast<unsigned>(Is.Op), Is.Left, Is.Right,
                            Is.Number, std::hash<Name>()(Is.Symbol));
}

ValueId Values::intern(const Definition &Is) {
  auto [At, Inserted] = Known.try_emplace(Is, ValueId(All.size()));
  if (!Inserted)
    return At->second;
  All.push_back(Is);
  Parts.emplace_back();
  if (Is.What == Kind::Field || Is.What == Kind::Element ||
      Is.What == Kind::AnyElement)
    Parts[Is.Left].push_back(At->second);
  return At->second;
}

ValueId Values::constant(int64_t Number) {
  return intern({.What = Kind::Constant, .Number = Number});
}

ValueId Values::function(Name Symbol) {
  return intern({.What = Kind::Function, .Symbol = Symbol});
}

ValueId Values::text(Name Characters) {
  return intern({.What = Kind::Text, .Symbol = Characters});
}

ValueId Values::variable(Place::Base Root, uint32_t Index, Name Symbol) {
  return intern({.What = Kind::Variable,
                 .Root = Root,
                 .Number = Root == Place::Base::Global ? 0 : Index,
                 .Symbol = Root == Place::Base::Global ? Symbol : Name()});
}

/// True of `<^Base>` for the base `<Base>`, and for a first member `Base`.
static bool leadsOutOf(Name Way, Name Part) {
  std::string_view Text = Part.text();
  if (!Way.text().starts_with("<^"))
    return false;
  return Text.starts_with("<")
             ? facts::outOf(Part) == Way
             : Way.text().substr(2) == std::string(Text) + ">";
}

ValueId Values::field(ValueId Object, Name Field) {
  // Into a base and out again is where one was, and the other way round.
  const Definition &Around = All[Object];
  if (Around.What == Kind::Field &&
      (leadsOutOf(Field, Around.Symbol) || leadsOutOf(Around.Symbol, Field)))
    return Around.Left;
  return intern({.What = Kind::Field, .Left = Object, .Symbol = Field});
}

ValueId Values::element(ValueId Object, int64_t Index) {
  return intern({.What = Kind::Element, .Left = Object, .Number = Index});
}

ValueId Values::anyElement(ValueId Object, ValueId Index) {
  if (All[Index].What == Kind::Constant)
    return element(Object, All[Index].Number);
  if (All[Index].What == Kind::Text) // a thing by its name
    return field(Object, All[Index].Symbol);
  return intern({.What = Kind::AnyElement, .Left = Object, .Right = Index});
}

ValueId Values::content(ValueId Address) {
  return intern({.What = Kind::Content, .Left = Address});
}

ValueId Values::fresh(int64_t Site, ValueId StandsFor) {
  return intern({.What = Kind::Fresh, .Left = StandsFor, .Number = Site});
}

ValueId Values::forgotten(Name HandleKind) {
  return intern({.What = Kind::None, .Symbol = HandleKind});
}

ValueId Values::pure(facts::Operator Op, ValueId Left, ValueId Right) {
  return intern({.What = Kind::Pure, .Op = Op, .Left = Left, .Right = Right});
}

bool Values::isConstant(ValueId Id) const {
  return All[Id].What == Kind::Constant;
}

ValueId Values::object(ValueId Address) const {
  while (All[Address].What == Kind::Field ||
         All[Address].What == Kind::Element ||
         All[Address].What == Kind::AnyElement)
    Address = All[Address].Left;
  return Address;
}

ValueId Values::partAround(ValueId Address, ValueId Object) const {
  for (;
       All[Address].What == Kind::Field || All[Address].What == Kind::Element ||
       All[Address].What == Kind::AnyElement;
       Address = All[Address].Left)
    if (All[Address].Left == Object)
      return Address;
  return 0;
}

unsigned Values::depth(ValueId Address) const {
  unsigned Result = 0;
  auto IsPart = [&](Definition::Kind What) {
    return What == Definition::Kind::Field ||
           What == Definition::Kind::Element ||
           What == Definition::Kind::AnyElement;
  };
  for (; IsPart(All[Address].What); Address = All[Address].Left)
    ++Result;
  return Result;
}

ValueId Values::elementAround(ValueId Id) const {
  for (unsigned I = 0; I < 32 && Id; ++I)
    switch (All[Id].What) {
    case Kind::Element:
    case Kind::AnyElement:
      return Id;
    case Kind::Field:
    case Kind::Content:
    case Kind::Fresh:
      Id = All[Id].Left;
      break;
    default:
      return 0;
    }
  return 0;
}

ValueId Values::outerOf(ValueId Id) const {
  switch (All[Id].What) {
  case Kind::Field:
  case Kind::Element:
  case Kind::AnyElement:
  case Kind::Content:
  case Kind::Fresh:
    return All[Id].Left;
  default:
    return 0;
  }
}

bool Values::isBehind(ValueId Id, ValueId Other) const {
  for (; Id; Id = outerOf(Id))
    if (Id == Other)
      return true;
  return false;
}

ValueId Values::rebase(ValueId Inside, ValueId From, ValueId To) {
  if (Inside == From)
    return To;
  Definition Is = All[Inside];
  Is.Left = rebase(Is.Left, From, To);
  return intern(Is);
}

bool Values::isOutside(ValueId Id) const {
  bool ThroughContent = false;
  for (;;) {
    const Definition &Is = All[Id];
    switch (Is.What) {
    case Kind::Content:
      ThroughContent = true;
      [[fallthrough]];
    case Kind::Field:
    case Kind::Element:
    case Kind::AnyElement:
      Id = Is.Left;
      continue;
    case Kind::Variable:
      return Is.Root == Place::Base::Global ||
             (ThroughContent &&
              (Is.Root == Place::Base::Param || Is.Root == Place::Base::This));
    case Kind::Pure:
      return isOutside(Is.Left) || (Is.Right && isOutside(Is.Right));
    default:
      return false;
    }
  }
}

bool Values::isMadeFrom(ValueId Id, ValueId Origin) const {
  while (Id && Id != Origin)
    Id = All[Id].Left;
  return Id == Origin;
}

bool Values::isAddress(ValueId Id) const {
  Kind What = All[Id].What;
  // A field's address is formed only from a pointer that is taken to be valid.
  return What == Kind::Variable || What == Kind::Function ||
         What == Kind::Text || What == Kind::Field || What == Kind::Element ||
         What == Kind::AnyElement;
}

const std::vector<ValueId> &Values::madeIn(ValueId Id) {
  if (auto At = MadeIn.find(Id); At != MadeIn.end())
    return At->second;
  const Definition Is = All[Id];
  std::vector<ValueId> Found;
  if (Is.What == Kind::Fresh) {
    Found.push_back(Id);
  } else {
    for (ValueId Part : {Is.Left, Is.Right})
      if (Part) {
        const std::vector<ValueId> &More = madeIn(Part);
        Found.insert(Found.end(), More.begin(), More.end());
      }
    std::sort(Found.begin(), Found.end());
    Found.erase(std::unique(Found.begin(), Found.end()), Found.end());
  }
  return MadeIn[Id] = std::move(Found);
}

ValueId Values::unknownElementOf(ValueId Id) const {
  for (;;) {
    const Definition &Is = All[Id];
    switch (Is.What) {
    case Kind::AnyElement:
      // A caller may still know the index.
      if (!isOutside(Is.Right))
        return Is.Left;
      [[fallthrough]];
    case Kind::Field:
    case Kind::Element:
    case Kind::Content:
    case Kind::Fresh:
      Id = Is.Left;
      continue;
    default:
      return 0;
    }
  }
}

} // namespace cursor_tidy::solve
