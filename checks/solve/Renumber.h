//===- Renumber.h - a summary in the values of another table --------------===//
//
// Each simulation has a table of values of its own, so that what it finds
// depends on its function and on the summaries that it asked for, and not on
// what happened to be solved before. A summary takes along the definitions that
// it speaks of, and is read again in the table of whoever asks for it.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_RENUMBER_H
#define CURSOR_TIDY_SOLVE_RENUMBER_H

#include "solve/Summary.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace cursor_tidy::solve {

/// A summary that stands alone.
struct Portable {
  /// Value by value, what is spoken of first. The first is no value.
  std::vector<Definition> Definitions;
  Summary Of; ///< in numbers of these
};

/// Takes a summary out of a table of values.
Portable takeOut(Summary Of, const Values &From);

/// A summary in the terms of a table, which gets what it has not.
Summary bringIn(const Portable &Of, Values &Into);

/// A value with all that it is made of, as text that is the same in each table.
std::string spell(ValueId Id, const Values &In);

/// The value of one table in another one.
ValueId carryOver(ValueId Id, const Values &From, Values &Into);

} // namespace cursor_tidy::solve

#endif
