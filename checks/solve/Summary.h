//===- Summary.h - what a function does, as its callers see it
//--------------===//
//
// A summary is the list of a function's outcomes: the way it ends and the state
// there, cut down to what a caller can reach. A state says only what differs
// from the entry, in values that are defined by the entry, so applying one to a
// caller's state is a matter of reading the definitions there.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_SUMMARY_H
#define CURSOR_TIDY_SOLVE_SUMMARY_H

#include "solve/State.h"

namespace cursor_tidy::solve {

enum class Way : uint8_t {
  Return,
  Throw,
  Leave,
  Endless ///< a loop without an end: nothing comes after, but all that it does
          ///< happens
};

/// One way for a function to end.
struct Outcome {
  Way How = Way::Return;
  facts::EndKind End = facts::EndKind::Exit; ///< for Leave
  PathStep Cause; ///< what throws or leaves; Text: its name
  State Post;
  /// What it leaves open, should it be how a thread ends that is cancelled, or
  /// goes on for ever.
  LeftOpen Leaves = {};
};

/// True for an end that comes about only when another thread wants it.
inline bool isCancellation(const Outcome &Of) {
  return Of.How == Way::Leave && Of.End == facts::EndKind::Cancelled;
}

/// What a caller supplies: the function that a value is, the class of the
/// object at an address (both callables), or a number (flags).
struct Binding {
  enum class Kind : uint8_t { Function, Class, Number };
  Kind What = Kind::Function;
  ValueId Value = 0; ///< in the callee's terms
  facts::Name Symbol;
  int64_t Number = 0;
  friend auto operator<=>(const Binding &, const Binding &) = default;
};
using Bindings = std::vector<Binding>; ///< sorted

struct Summary {
  std::vector<Outcome> Outcomes;
  /// Values of the callee that it would call if it knew what they are, and
  /// flags by which it would know a level.
  std::vector<ValueId> Wanted;
  /// Its paths were not all followed, so that it is as good as not seen.
  bool IsCut = false;
  /// Some paths were given up: it may end in ways that no outcome tells of.
  bool IsPartial = false;
};

} // namespace cursor_tidy::solve

#endif
