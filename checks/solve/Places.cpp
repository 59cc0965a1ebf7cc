//===- Places.cpp - places and values of the program in a state
//--------------===//
//
// Evaluates what an event names, and moves objects about. A reader's name for a
// handle is taken from the first named cell that holds it.
//
//===----------------------------------------------------------------------===//
#include "solve/Constraints.h"
#include "solve/Simulate.h"

#include <algorithm>

namespace cursor_tidy::solve {

using facts::Name;
using facts::Place;
using Kind = Definition::Kind;

namespace {

/// True when a cell or object is one, or is inside of it.
bool isInside(const Values &Ids, ValueId Id, ValueId Object) {
  while (Id != Object && Ids.object(Id) != Id)
    Id = Ids[Id].Left;
  return Id == Object;
}

/// The keys of a map that lie inside an object, itself included. Whichever is
/// less is looked through: the parts that the object ever had, or the map.
template <class Map>
std::vector<ValueId> keysInside(const Values &Ids, const Map &Entries,
                                ValueId Object) {
  std::vector<ValueId> Found, Work;
  if (Entries.empty())
    return Found;
  Work.push_back(Object);
  for (size_t I = 0; I < Work.size() && Work.size() <= Entries.size(); ++I) {
    if (Entries.contains(Work[I]))
      Found.push_back(Work[I]);
    const std::vector<ValueId> &Parts = Ids.partsOf(Work[I]);
    Work.insert(Work.end(), Parts.begin(), Parts.end());
  }
  if (Work.size() > Entries.size()) {
    Found.clear();
    for (const auto &[Id, Entry] : Entries)
      if (isInside(Ids, Id, Object))
        Found.push_back(Id);
    return Found;
  }
  std::sort(Found.begin(), Found.end());
  return Found;
}

/// True when a map has a key inside an object, itself left out.
template <class Map>
bool hasKeyWithin(const Values &Ids, const Map &Entries, ValueId Object) {
  std::vector<ValueId> Work = Ids.partsOf(Object);
  for (size_t I = 0; I < Work.size() && Work.size() <= Entries.size(); ++I) {
    if (Entries.contains(Work[I]))
      return true;
    const std::vector<ValueId> &Parts = Ids.partsOf(Work[I]);
    Work.insert(Work.end(), Parts.begin(), Parts.end());
  }
  return Work.size() > Entries.size() &&
         std::any_of(Entries.begin(), Entries.end(), [&](const auto &Entry) {
           return Entry.first != Object && isInside(Ids, Entry.first, Object);
         });
}

} // namespace

int64_t Simulation::site(const State &S, int64_t Index) const {
  int64_t Turn = 0;
  if (auto At = S.Visits.find(Block); At != S.Visits.end())
    Turn = std::min(At->second, 255u);
  return (int64_t(Block) << 36) | (int64_t(EventIndex) << 20) | (Turn << 12) |
         (Index & 0xfff);
}

int64_t Simulation::siteHere(const State &S) const {
  return site(S, 0x800 + CallIndex) | RemadeSite;
}

ValueId Simulation::freshHere(State &S, ValueId StandsFor) {
  return Ids.fresh(site(S, StandsFor ? 0x800 + CallIndex : FreshIndex++),
                   StandsFor);
}

ValueId Simulation::addressOf(State &S, const Place &Where) {
  ValueId At = Ids.variable(Where.Root, Where.Index, Where.Symbol);
  for (const facts::Step &Step : Where.Path) {
    switch (Step.What) {
    case facts::Step::Kind::Field:
      At = Ids.field(At, Step.Field);
      break;
    case facts::Step::Kind::Deref:
      At = load(S, At);
      useBehindBorrowed(S, At);
      break;
    case facts::Step::Kind::Element:
      At = Ids.element(At, Step.Index);
      break;
    case facts::Step::Kind::VariableElement: {
      ValueId Index = 0;
      if (Step.Index >= 0)
        Index = read(Ids, S,
                     Ids.variable(Place::Base::Temp, uint32_t(Step.Index), {}));
      else if (auto Turn = S.Turn->find(At); Turn != S.Turn->end())
        Index = settle(Ids, S, Turn->second);
      At = Ids.anyElement(At, Index ? Index : freshHere(S));
      break;
    }
    }
  }
  return At;
}

/// Reads a cell. Of an element that may be one that was written by another
/// index, what it holds is not known.
ValueId Simulation::load(State &S, ValueId Cell) {
  return isRacing(S, Cell) ? loadRacing(S, Cell) : load(S, Cell, S);
}

ValueId Simulation::load(const State &Now, ValueId Cell, State &Into) {
  for (ValueId Part = Cell; Ids.object(Part) != Part; Part = Ids[Part].Left) {
    bool IsElement = Ids[Part].What == Kind::Element;
    if (!IsElement && Ids[Part].What != Kind::AnyElement)
      continue;
    ValueId Container = Ids[Part].Left;
    if (IsElement
            ? hasElementsByValue(Now, Container)
            : !Now.Contents->contains(Cell) && holdsParts(Now, Container)) {
      ValueId Other = Ids.anyElement(Container, freshHere(Into, Part));
      return Ids.content(Ids.rebase(Cell, Part, Other));
    }
  }
  return read(Ids, Now, Cell);
}

ValueId Simulation::loadRacing(State &S, ValueId Cell) {
  ValueId Seen = freshHere(S, Ids.content(Cell));
  S.Ranges.write().erase(Seen);
  return Seen;
}

/// True for a number that may end this loop, and that a thread which runs
/// beside it writes at some time: a flag that stops either of them.
bool Simulation::isRacing(const State &S, ValueId Cell) const {
  if (S.Racing->empty() || !Blocks.LeavesLoop[Block])
    return false;
  auto At = S.Racing->find(Cell);
  return At != S.Racing->end() && S.Threads.running().contains(At->second);
}

/// True when elements of a container were written whose index is no constant.
bool Simulation::hasElementsByValue(const State &S, ValueId Container) const {
  return std::any_of(S.Contents->begin(), S.Contents->end(),
                     [&](const auto &Entry) {
                       ValueId Part = Ids.partAround(Entry.first, Container);
                       return Part && Ids[Part].What == Kind::AnyElement;
                     });
}

/// True when elements of a container are objects with parts.
bool Simulation::hasPartsInElements(const State &S, ValueId Container) const {
  return std::any_of(S.Contents->begin(), S.Contents->end(),
                     [&](const auto &Entry) {
                       ValueId Part = Ids.partAround(Entry.first, Container);
                       return Part && Part != Entry.first;
                     });
}

std::vector<ValueId> Simulation::cellsOf(const State &S, ValueId Object) const {
  return keysInside(Ids, *S.Contents, Object);
}

bool Simulation::holdsParts(const State &S, ValueId Object) const {
  return hasKeyWithin(Ids, *S.Contents, Object);
}

Operand Simulation::evaluate(State &S, const facts::Value &From) {
  auto Bounded = [&](const Range &R) {
    ValueId Id = freshHere(S);
    S.Ranges.write()[Id] = R;
    return Operand{.Value = Id};
  };
  switch (From.What) {
  case facts::Value::Kind::Unknown: {
    ValueId Id = freshHere(S);
    if (S.Ranges->contains(Id))
      S.Ranges.write().erase(Id);
    return {.Value = Id};
  }
  case facts::Value::Kind::NonZero:
    return Bounded(allBut(0));
  case facts::Value::Kind::Positive:
    return Bounded(positive());
  case facts::Value::Kind::Negative:
    return Bounded(negative());
  case facts::Value::Kind::Int:
    return {.Value = Ids.constant(From.Number)};
  case facts::Value::Kind::Load: {
    ValueId Cell = addressOf(S, From.Where);
    return {.Value = load(S, Cell),
            .Cell = Cell,
            .IsTemporary = From.Where.Root == Place::Base::Temp};
  }
  case facts::Value::Kind::Address:
    return {.Value = addressOf(S, From.Where)};
  case facts::Value::Kind::Function:
    return {.Value = Ids.function(From.Symbol)};
  case facts::Value::Kind::Text:
    return {.Value = Ids.text(From.Symbol)};
  }
  return {};
}

/// True for what is known by a list of names, of which one is right: a part of
/// `auto [rc, stmt]`.
static bool isNamedByList(const HandleState &Handle) {
  return Handle.Variable.text().starts_with("[");
}

void Simulation::write(State &S, ValueId Cell, ValueId Held) {
  S.Contents.write()[Cell] = Held;
  // A reference to such a part is its name.
  if (Ids.isAddress(Held))
    if (auto Part = S.Contents->find(Held); Part != S.Contents->end())
      if (auto Of = S.Handles->find(Part->second);
          Of != S.Handles->end() && isNamedByList(Of->second))
        if (Name Known = nameOf(Cell); !Known.empty())
          S.Handles.write()[Part->second].Variable = Known;
  auto Handle = S.Handles->find(Held);
  // An object on the heap that holds a handle lends it the pointer's name.
  if (Handle == S.Handles->end() && Ids[Held].What == Kind::Fresh)
    if (auto At = S.Contents->find(Ids.field(Held, Name("<handle>")));
        At != S.Contents->end())
      Handle = S.Handles->find(Held = At->second);
  if (Handle == S.Handles->end() || !Handle->second.Variable.empty())
    return;
  if (Name Known = nameOf(Cell); !Known.empty())
    S.Handles.write()[Held].Variable = Known;
}

void Simulation::clearObject(State &S, ValueId Object) {
  if (Object == 0)
    return;
  for (ValueId Id : keysInside(Ids, *S.Contents, Object))
    S.Contents.write().erase(Id);
  for (ValueId Id : keysInside(Ids, *S.Objects, Object)) {
    ObjectState &Is = S.Objects.write()[Id];
    if (Is.Escaped && Ids.isOutside(Id))
      S.LetGo.write().insert(Id);
    // Its memory is the same as before.
    if (Id == Object && Is.Allocated) {
      ObjectState Memory;
      Memory.Allocated = true;
      Memory.Escaped = Is.Escaped;
      Memory.Made = std::move(Is.Made);
      Is = std::move(Memory);
    } else {
      S.Objects.write().erase(Id);
    }
  }
  for (ValueId Id : keysInside(Ids, *S.Handles, Object))
    S.Handles.write().erase(Id);
}

/// True when a copy between the two is one of a whole object, as far as the
/// declarations and what was made here tell.
bool Simulation::isObjectCopy(const State &S, ValueId To, ValueId From) const {
  for (ValueId Id : {To, From})
    if (auto At = S.Objects->find(Id);
        At != S.Objects->end() && !At->second.Class.empty())
      return true;
  // What was copied as a whole is passed on as a whole.
  if (auto At = S.Objects->find(From);
      At != S.Objects->end() && At->second.CopiedFrom)
    return true;
  // The fields of a library's class have no declarations that tell.
  if (Function.Body == facts::BodyKind::Modelled && Ids.isOutside(From) &&
      Ids.object(From) != From)
    return true;
  const Definition &Is = Ids[From];
  // What a std::function keeps may be a closure, or a pointer to a function.
  if (Is.What == Kind::Field && Is.Symbol.text() == "target")
    return true;
  bool IsBehind = Is.What == Kind::Content;
  const Definition &Root = IsBehind ? Ids[Is.Left] : Is;
  if (IsBehind && Root.What == Kind::Variable && Root.Root == Place::Base::This)
    return true;
  if (Root.What != Kind::Variable || Root.Root != Place::Base::Param ||
      size_t(Root.Number) >= Function.Params.size())
    return false;
  const facts::Variable &Param = Function.Params[Root.Number];
  return IsBehind ? Param.IsReference : !Param.Class.empty();
}

/// Where the fields of an object that have no entry come from: an object as it
/// was when the function began, or none.
ValueId Simulation::originOf(const State &S, ValueId Object) const {
  for (ValueId Around = Object;; Around = Ids[Around].Left) {
    if (auto At = S.Objects->find(Around); At != S.Objects->end()) {
      if (At->second.Zeroed)
        return 0;
      if (At->second.CopiedFrom)
        return Ids.rebase(Object, Around, At->second.CopiedFrom);
      if (At->second.Remade)
        return 0;
    }
    if (Ids.object(Around) == Around)
      break;
  }
  const Definition &Root = Ids[Ids.object(Object)];
  bool IsParam = Root.What == Kind::Variable && Root.Root == Place::Base::Param;
  return IsParam || Ids.isOutside(Object) ? Object : 0;
}

void Simulation::copyObject(State &S, ValueId To, const State &Source,
                            ValueId From, bool IsWhole) {
  if (To == From)
    return;
  ValueId Held =
      isRacing(Source, From) ? loadRacing(S, From) : load(Source, From, S);
  // The parts of an element that is not known are not followed.
  if (ValueId Container = Ids.unknownElementOf(From);
      Container && Ids.object(From) == Ids.object(Container) &&
      hasPartsInElements(Source, Container))
    escape(S, Container);
  ValueId Origin = IsWhole ? originOf(Source, From) : 0;
  std::vector<std::pair<ValueId, ValueId>> Parts;
  for (ValueId Id : keysInside(Ids, *Source.Contents, From))
    if (Id != From)
      Parts.push_back({Ids.rebase(Id, From, To), Source.Contents->at(Id)});
  std::vector<std::pair<ValueId, ObjectState>> About;
  for (ValueId Id : keysInside(Ids, *Source.Objects, From))
    About.push_back({Ids.rebase(Id, From, To), Source.Objects->at(Id)});
  for (ValueId Id : keysInside(Ids, *S.Contents, To))
    S.Contents.write().erase(Id);
  // What was known of its parts, such as that one began as zero, is over.
  for (ValueId Id : keysInside(Ids, *S.Objects, To))
    if (ObjectState &Part = S.Objects.write()[Id]; Id != To) {
      Part.Zeroed = false;
      Part.CopiedFrom = 0;
      Part.Remade = 0;
    }
  write(S, To, Held);
  for (auto [Cell, Value] : Parts)
    write(S, Cell, Value);
  for (auto &[Id, Object] : About) {
    Object.Allocated = Object.Escaped = false;
    S.Objects.write()[Id] = std::move(Object);
  }
  if (Origin && Origin != To) {
    ObjectState &Mine = S.Objects.write()[To];
    Mine.CopiedFrom = Origin;
    Mine.Zeroed = false;
    Mine.Remade = 0;
  } else if (auto At = S.Objects->find(To);
             At != S.Objects->end() && At->second.CopiedFrom) {
    S.Objects.write()[To].CopiedFrom = 0;
  }
  // A handle that is an object moves on with it: what is left behind is a
  // shell.
  for (ValueId Id : keysInside(Ids, *S.Handles, From)) {
    HandleState Moved = S.Handles->at(Id);
    if (Moved.Is != Condition::Open)
      continue;
    ValueId There = Ids.rebase(Id, From, To);
    if (Name Known = nameOf(There); !Known.empty())
      Moved.Variable = Known;
    auto &Handles = S.Handles.write();
    for (auto &[Child, Handle] : Handles)
      std::replace(Handle.Parents.begin(), Handle.Parents.end(), Id, There);
    Handles[Id].Is = Condition::Known;
    Handles[Id].Owned = false;
    Handles[There] = std::move(Moved);
  }
}

/// A name that C and C++ keep for their libraries: `_M_head`, `__r_`.
static bool isReserved(std::string_view Text) {
  return Text.size() > 1 && Text[0] == '_' &&
         (Text[1] == '_' || (Text[1] >= 'A' && Text[1] <= 'Z'));
}

Name Simulation::nameOf(ValueId Address) const {
  const Definition &Is = Ids[Address];
  auto Variable = [&](const std::vector<facts::Variable> &All) {
    return size_t(Is.Number) < All.size() ? All[Is.Number].Text : Name();
  };
  switch (Is.What) {
  case Kind::Variable:
    switch (Is.Root) {
    case Place::Base::Param:
      return Variable(Function.Params);
    case Place::Base::Local:
      return Variable(Function.Locals);
    case Place::Base::Global:
      if (const facts::Global *Global = Shared.global(Is.Symbol))
        return Global->Is.Text;
      return {};
    case Place::Base::This:
      return Name("this");
    default:
      return {};
    }
  case Kind::Content: {
    // The pointee goes by the pointer's name: `conn` for `*conn`.
    return nameOf(Is.Left);
  }
  case Kind::Element:
  case Kind::AnyElement:
    return nameOf(Is.Left);
  case Kind::Field: {
    if (Is.Symbol.text().starts_with("<parent "))
      return {};
    // Parts that no reader has named: of a base class, of a library's class.
    if (Is.Symbol.text().starts_with("<") || isReserved(Is.Symbol.text()))
      return nameOf(Is.Left);
    Name Base = nameOf(Is.Left);
    if (Base.empty() || Base.text() == "this")
      return Is.Symbol;
    bool ThroughPointer = Ids[Is.Left].What == Kind::Content;
    return Name(std::string(Base.text()) + (ThroughPointer ? "->" : ".") +
                std::string(Is.Symbol.text()));
  }
  default:
    return {};
  }
}

} // namespace cursor_tidy::solve
