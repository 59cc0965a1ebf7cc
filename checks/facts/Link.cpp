//===- Link.cpp - joins the handle programs of units ----------------------===//
//
// Everything is joined by its symbol. The units are put in order first, so that
// "the first body" means the same whichever unit was read first.
//
//===----------------------------------------------------------------------===//
#include "facts/Link.h"

#include "facts/Serialize.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace cursor_tidy::facts {
namespace {

/// By main file; units of one file (it has two compile commands) by content.
void sortUnits(std::vector<Program> &Units) {
  std::sort(Units.begin(), Units.end(), [](const Program &L, const Program &R) {
    if (L.Units != R.Units)
      return L.Units < R.Units;
    return serialize(L) < serialize(R);
  });
}

/// Whether New says more of a function than Old. A model owns its functions: a
/// body that some unit happens to see (an inline wrapper in the driver's own
/// header) does not replace it.
bool saysMore(const Function &New, const Function &Old) {
  return New.Body > Old.Body;
}

/// The class with more of its members known: a forward declaration has none.
bool saysMore(const Class &New, const Class &Old) {
  auto Weight = [](const Class &C) {
    return std::tuple(C.Fields.size() + C.Bases.size(), C.Methods.size(),
                      !C.Destructor.empty());
  };
  return Weight(New) > Weight(Old);
}

/// A definition has a type of class, a destructor and a first value, an
/// `extern` declaration in another unit may not.
bool saysMore(const Global &New, const Global &Old) {
  auto Weight = [](const Global &G) {
    return std::tuple(!G.Is.Class.empty(), !G.Destructor.empty(), G.IsZero);
  };
  return Weight(New) > Weight(Old);
}

bool saysMore(const HandleKind &, const HandleKind &) { return false; }

Name keyOf(const Function &F) { return F.Symbol; }
Name keyOf(const Class &C) { return C.Symbol; }
Name keyOf(const Global &G) { return G.Symbol; }
Name keyOf(const HandleKind &K) { return K.Key; }

/// Most of what a unit brings others have brought before it, so finding it must
/// cost the same however many there are.
template <typename T> using ByName = std::unordered_map<Name, T>;

/// Adds to Into those that it has not, and replaces those that say less.
template <typename T> void join(ByName<T> &Into, std::vector<T> &&From) {
  for (T &New : From) {
    auto [Slot, IsNew] = Into.try_emplace(keyOf(New));
    if (IsNew || saysMore(New, Slot->second))
      Slot->second = std::move(New);
  }
}

/// Sorted by name, which moves no more than pointers.
template <typename T> std::vector<T> values(ByName<T> &&Of) {
  std::vector<std::pair<const Name, T> *> Sorted;
  Sorted.reserve(Of.size());
  for (auto &Entry : Of)
    Sorted.push_back(&Entry);
  std::sort(Sorted.begin(), Sorted.end(),
            [](const auto *L, const auto *R) { return L->first < R->first; });
  std::vector<T> List;
  List.reserve(Of.size());
  for (auto *Entry : Sorted)
    List.push_back(std::move(Entry->second));
  return List;
}

/// Methods of a template's members differ by unit: each unit instantiates those
/// that it uses. The class has all of them.
void joinMethods(ByName<std::vector<Name>> &Methods,
                 const std::vector<Class> &Classes) {
  for (const Class &C : Classes) {
    std::vector<Name> &Known = Methods[C.Symbol];
    for (Name Method : C.Methods)
      if (std::find(Known.begin(), Known.end(), Method) == Known.end())
        Known.push_back(Method);
  }
}

void sortLevels(std::vector<LevelDeclaration> &Levels) {
  auto Key = [](const LevelDeclaration &L) {
    return std::tie(L.Driver, L.Is.By, L.Is.Level, L.Is.Word, L.At);
  };
  std::sort(Levels.begin(), Levels.end(),
            [&](const LevelDeclaration &L, const LevelDeclaration &R) {
              return Key(L) < Key(R);
            });
  Levels.erase(std::unique(Levels.begin(), Levels.end()), Levels.end());
}

} // namespace

Program link(std::vector<Program> Units) {
  sortUnits(Units);
  Program Whole;
  ByName<HandleKind> Kinds;
  ByName<Class> Classes;
  ByName<Global> Globals;
  ByName<Function> Functions;
  ByName<std::vector<Name>> Methods;
  for (Program &Unit : Units) {
    Whole.Units.insert(Whole.Units.end(), Unit.Units.begin(), Unit.Units.end());
    Whole.Levels.insert(Whole.Levels.end(), Unit.Levels.begin(),
                        Unit.Levels.end());
    joinMethods(Methods, Unit.Classes);
    join(Kinds, std::move(Unit.Kinds));
    join(Classes, std::move(Unit.Classes));
    join(Globals, std::move(Unit.Globals));
    join(Functions, std::move(Unit.Functions));
  }
  Whole.Units.erase(std::unique(Whole.Units.begin(), Whole.Units.end()),
                    Whole.Units.end());
  sortLevels(Whole.Levels);
  for (auto &[Symbol, C] : Classes)
    C.Methods = std::move(Methods[Symbol]);
  Whole.Kinds = values(std::move(Kinds));
  Whole.Classes = values(std::move(Classes));
  Whole.Globals = values(std::move(Globals));
  Whole.Functions = values(std::move(Functions));
  return Whole;
}

} // namespace cursor_tidy::facts
