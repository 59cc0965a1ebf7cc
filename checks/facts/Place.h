//===- Place.h - where a value lives, and what a value is -----------------===//
//
// The nouns of the handle program. A Place is a base and a path; a Value is
// what an event reads. The extractor lowers every C and C++ expression to these
// two, so that the solver never sees a type system.
//
// Conventions that extractor and solver share:
//  - A variable of reference type holds an address: `T &r` is read as `r.*`.
//  - `p->f` is `p.*.f`; `this` is a pointer, so `f_` in a method is
//  `this.*.f_`.
//  - A base-class subobject is a field named `<Base>` (the base's display
//  name).
//  - The way back, from a base-class subobject to the object around it, is a
//    field named `<^Base>`.
//  - A lambda is an object of a closure class; a captured variable is a field
//  of
//    it by the variable's name, holding the value (by copy) or an address (by
//    reference). Inside the lambda's body it is reached through `this`. A
//    captured `this` is a field named `this`.
//  - A function-local static is a Global with a symbol of its own.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FACTS_PLACE_H
#define CURSOR_TIDY_FACTS_PLACE_H

#include "facts/Name.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cursor_tidy::facts {

/// One step of a path into an object.
struct Step {
  enum class Kind : uint8_t {
    Field,          ///< `.f`
    Deref,          ///< `.*`
    Element,        ///< `.[3]`, an element by constant index
    VariableElement ///< `.[t7]`, an element by the value of a temporary
                    ///< (evaluated when the event runs; a number or a text);
                    ///< `.[?]` when Index < 0
  };
  Kind What = Kind::Field;
  Name Field;        ///< for Field
  int64_t Index = 0; ///< for Element the index, for VariableElement the
                     ///< temporary's number or -1 when it is not known

  friend bool operator==(const Step &, const Step &) = default;
};

/// Where a value lives: a base and a path of steps, e.g. `p1.*.conn`.
struct Place {
  enum class Base : uint8_t {
    None,   ///< no place: the value is thrown away. Text `_`
    Param,  ///< a parameter of the function, `p0`
    Local,  ///< a local variable, `v0`
    Temp,   ///< a temporary that the extractor made, `t0`
    This,   ///< the pointer `this`, text `this`
    Result, ///< what the function returns, text `result`
    Global  ///< a variable of static storage, text `@"symbol"`
  };
  Base Root = Base::None;
  uint32_t Index = 0; ///< number of the parameter, local or temporary
  Name Symbol;        ///< USR of a Global
  std::vector<Step> Path;

  bool isNone() const { return Root == Base::None; }
  friend bool operator==(const Place &, const Place &) = default;
};

/// The field that leads from a base-class subobject back to the object around
/// it, for the field that led there.
inline Name outOf(Name BaseField) {
  return Name("<^" + std::string(BaseField.text().substr(1)));
}

/// What an event reads.
struct Value {
  enum class Kind : uint8_t {
    Unknown,  ///< anything, text `?`
    NonZero,  ///< anything but zero or null, text `?nonzero`
    Positive, ///< an integer above zero, text `?positive`
    Negative, ///< an integer below zero, text `?negative`
    Int,      ///< an integer, boolean or enumerator; also null, which is `0`
    Load,     ///< the content of a place, text is the place. Of an object of a
              ///< class, all of its fields.
    Address,  ///< the address of a place, text `&` and the place
    Function, ///< a function's address, text `fn "symbol"`; a method's too
    Text      ///< the address of a literal, text `text "main"`; short ones
              ///< only, since they matter as names in a registry
  };
  Kind What = Kind::Unknown;
  int64_t Number = 0; ///< for Int
  Place Where = {};   ///< for Load and Address
  Name Symbol = {};   ///< for Function; for Text the characters

  friend bool operator==(const Value &, const Value &) = default;

  static Value unknown() { return {}; }
  static Value number(int64_t N) { return {.What = Kind::Int, .Number = N}; }
  static Value load(Place P) {
    return {.What = Kind::Load, .Where = std::move(P)};
  }
  static Value address(Place P) {
    return {.What = Kind::Address, .Where = std::move(P)};
  }
  static Value function(Name Symbol) {
    return {.What = Kind::Function, .Symbol = Symbol};
  }
  static Value text(Name Characters) {
    return {.What = Kind::Text, .Symbol = Characters};
  }
};

} // namespace cursor_tidy::facts

#endif
