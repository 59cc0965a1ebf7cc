//===- Values.h - the identities of the simulation
//--------------------------===//
//
// Every address and every scalar that the simulation meets is a ValueId, and
// every ValueId is interned by how it came to be: a variable's cell, a field of
// an object, the content that a cell had at the entry, a constant, the outcome
// of an operator, or a thing made at one event. Two paths that do the same thus
// speak of the same values, which is what makes their states comparable, and a
// value of a callee can be read again in its caller by following its
// definition.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_VALUES_H
#define CURSOR_TIDY_SOLVE_VALUES_H

#include "facts/Events.h"
#include "solve/Concurrency.h"

#include <unordered_map>
#include <vector>

namespace cursor_tidy::solve {

/// How a value came to be.
struct Definition {
  enum class Kind : uint8_t {
    None,       ///< no value; with Symbol, some handle of that kind that nobody
                ///< reaches any more
    Constant,   ///< Number
    Function,   ///< address of the function Symbol
    Text,       ///< address of a literal, Symbol has its characters
    Variable,   ///< cell of a variable: Root, Number, Symbol of a global
    Field,      ///< address of the field Symbol of the object at Left
    Element,    ///< address of the element Number of the object at Left
    AnyElement, ///< address of the element of the object at Left whose index
                ///< is the value Right
    Content,    ///< what the cell at Left held when the function began
    Fresh,      ///< made by an event; Left: a callee's value that it stands for
    Pure        ///< Left Op Right
  };
  Kind What = Kind::None;
  facts::Place::Base Root = facts::Place::Base::None;
  facts::Operator Op = facts::Operator::Equal;
  ValueId Left = 0, Right = 0;
  int64_t Number = 0;
  facts::Name Symbol;
  friend bool operator==(const Definition &, const Definition &) = default;
};

/// All values of one run of the solver. Value 0 is none.
class Values {
public:
  Values();

  ValueId intern(const Definition &Is);
  size_t size() const { return All.size(); }
  const Definition &operator[](ValueId Id) const { return All[Id]; }

  ValueId constant(int64_t Number);
  ValueId function(facts::Name Symbol);
  ValueId text(facts::Name Characters);
  /// The cell of the variable that a place starts from.
  ValueId variable(facts::Place::Base Root, uint32_t Index, facts::Name Symbol);
  ValueId field(ValueId Object, facts::Name Field);
  ValueId element(ValueId Object, int64_t Index);
  /// An element whose index is no constant. Two indices that are not the same
  /// value are two elements, though they may turn out to be one.
  ValueId anyElement(ValueId Object, ValueId Index);
  ValueId content(ValueId Address);
  ValueId fresh(int64_t Site, ValueId StandsFor = 0);
  ValueId forgotten(facts::Name HandleKind);
  ValueId pure(facts::Operator Op, ValueId Left, ValueId Right);

  bool isConstant(ValueId Id) const;
  /// Fields and elements right inside an address, as far as they were named.
  const std::vector<ValueId> &partsOf(ValueId Id) const { return Parts[Id]; }
  /// The whole object that an address points into: fields and elements
  /// stripped.
  ValueId object(ValueId Address) const;
  /// The part of an object that an address is or lies in: `o.a` for `o.a.b[1]`;
  /// none when the address does not lie inside of the object.
  ValueId partAround(ValueId Address, ValueId Object) const;
  /// How many fields and elements an address is inside of its object.
  unsigned depth(ValueId Address) const;
  /// The innermost element of a container that a value was read from, or lies
  /// in; none when there is no such.
  ValueId elementAround(ValueId Id) const;
  /// What a value was read from, or lies in; none at the start of a path.
  ValueId outerOf(ValueId Id) const;
  /// True for a value that a path leads to through another one.
  bool isBehind(ValueId Id, ValueId Other) const;
  /// The address in To that corresponds to Inside in From.
  ValueId rebase(ValueId Inside, ValueId From, ValueId To);
  /// True for what a caller supplies: read, at any depth, from a parameter,
  /// from `this` or from a global.
  bool isOutside(ValueId Id) const;
  /// True when a value is Origin, or was computed or read from it.
  bool isMadeFrom(ValueId Id, ValueId Origin) const;
  /// True for addresses that cannot be null.
  bool isAddress(ValueId Id) const;

  /// What events made and a value speaks of: the counter `i` in `a[i].rc`.
  const std::vector<ValueId> &madeIn(ValueId Id);

  //--- elements that nobody can tell apart ---
  /// The container, when a cell or a value was reached through some element of
  /// it; else none.
  ValueId unknownElementOf(ValueId Id) const;

private:
  struct Hash {
    size_t operator()(const Definition &Is) const noexcept;
  };
  std::vector<Definition> All;
  std::vector<std::vector<ValueId>> Parts; ///< by value
  std::unordered_map<Definition, ValueId, Hash> Known;
  std::unordered_map<ValueId, std::vector<ValueId>> MadeIn;
};

} // namespace cursor_tidy::solve

#endif
