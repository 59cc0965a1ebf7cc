//===- Dispatch.cpp - objects behind their bases --------------------------===//
//
// Where one is in an object is seen from the address: the field of a base is
// one step in, and the step out of it that a caller's knowledge permits one
// out. Smart pointers to a base hold the address of the whole object.
//
//===----------------------------------------------------------------------===//
#include "solve/Dispatch.h"

#include "solve/ClientWriter.h"

namespace cursor_tidy::solve {

using namespace facts;

/// How deep a class may be derived.
static constexpr unsigned MaxDerivation = 8;

/// True for the step from an object into a base, or out of one.
static bool isStep(const Definition &Is, bool Out) {
  std::string_view Field = Is.Symbol.text();
  return Is.What == Definition::Kind::Field && Field.starts_with("<") &&
         Field.starts_with("<^") == Out;
}

/// The parts that a path of steps out of bases has left, when it starts from
/// this object.
static std::optional<std::vector<Name>>
stepsOut(const Values &Ids, ValueId Whole, ValueId Object) {
  std::vector<Name> Parts;
  for (; Whole != Object; Whole = Ids[Whole].Left) {
    if (!isStep(Ids[Whole], /*Out=*/true) || Parts.size() == MaxDerivation)
      return std::nullopt;
    std::string_view Field = Ids[Whole].Symbol.text();
    Parts.insert(Parts.begin(), Name("<" + std::string(Field.substr(2))));
  }
  return Parts;
}

std::optional<WholeObject> wholeObject(const Values &Ids, const State &S,
                                       ValueId Object) {
  WholeObject Found;
  for (Found.Address = Object;; Found.Address = Ids[Found.Address].Left) {
    auto At = S.Objects->find(Found.Address);
    if (At != S.Objects->end() && !At->second.Class.empty()) {
      Found.Class = At->second.Class;
      return Found;
    }
    if (!isStep(Ids[Found.Address], /*Out=*/false))
      break;
    Found.Parts.push_back(Ids[Found.Address].Symbol);
  }
  for (const auto &[Whole, Is] : *S.Objects)
    if (!Is.Class.empty() && isStep(Ids[Whole], /*Out=*/true))
      if (auto Parts = stepsOut(Ids, Whole, Object))
        return WholeObject{Whole, Is.Class, std::move(*Parts)};
  return std::nullopt;
}

static std::vector<Name> wayToBase(const Engine &Shared, Name Derived,
                                   Name Base, unsigned Depth) {
  const Class *Is = Depth > 0 ? Shared.classOf(Derived) : nullptr;
  if (!Is)
    return {};
  for (Name Symbol : Is->Bases) {
    const Class *Next = Shared.classOf(Symbol);
    if (!Next)
      continue;
    std::vector<Name> Way = wayToBase(Shared, Symbol, Base, Depth - 1);
    if (Symbol != Base && Way.empty())
      continue;
    Way.push_back(toBase(*Next).Field);
    return Way;
  }
  return {};
}

std::vector<Name> wayToBase(const Engine &Shared, Name Derived, Name Base) {
  return wayToBase(Shared, Derived, Base, MaxDerivation);
}

ValueId outward(Values &Ids, ValueId Object, const std::vector<Name> &Parts) {
  for (Name Part : Parts)
    Object = Ids.field(Object, outOf(Part));
  return Object;
}

ValueId inward(Values &Ids, ValueId Object, const std::vector<Name> &Parts) {
  for (auto Part = Parts.rbegin(); Part != Parts.rend(); ++Part)
    Object = Ids.field(Object, *Part);
  return Object;
}

} // namespace cursor_tidy::solve
