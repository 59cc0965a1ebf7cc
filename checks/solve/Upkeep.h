//===- Upkeep.h - what a method does to the members of its object
//------------===//
#ifndef CURSOR_TIDY_SOLVE_UPKEEP_H
#define CURSOR_TIDY_SOLVE_UPKEEP_H

#include "solve/Summary.h"

namespace cursor_tidy::solve {

/// What one method does to the handles in the members of its object, on some
/// path that comes back. Members go by their name.
struct Upkeep {
  /// Left open, by where they are opened.
  std::map<facts::Name, std::set<facts::Location>> Opens;
  std::set<facts::Name> AlwaysOpens; ///< on each path that comes back
  std::set<facts::Name> Closes;
  std::set<facts::Name> Writes; ///< something else is there than before
  /// Containers that get a further element: from the object to their sizes.
  std::vector<std::vector<facts::Step>> Fills;
};

Upkeep upkeepOf(const Summary &Of, Values &Ids);

} // namespace cursor_tidy::solve

#endif
