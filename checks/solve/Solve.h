//===- Solve.h - handle program in, solution out
//----------------------------===//
#ifndef CURSOR_TIDY_SOLVE_SOLVE_H
#define CURSOR_TIDY_SOLVE_SOLVE_H

#include "solve/Reasoning.h"
#include "solve/Solution.h"

namespace cursor_tidy::solve {

/// What a user may set for the solver.
struct Settings {
  /// By driver, or key of a handle: a level that replaces the declared one.
  std::map<facts::Name, int> DriverLevels;
  /// Calls of functions that are not seen may throw.
  bool ThrowingCalls = false;
  unsigned MaxStatesPerBlock = 24; ///< bound on states kept per program point
  unsigned MaxTurns = 2;           ///< turns of a loop followed exactly
  Reasoning Parts;
};

struct Memory;

/// Solves a linked handle program. The result is in a fixed order: by location,
/// then by handle. What a memory holds of earlier runs saves time and changes
/// nothing; it then holds what this run knows.
Solution solve(const facts::Program &Program, const Settings &Settings = {},
               Memory *Recalled = nullptr);

} // namespace cursor_tidy::solve

#endif
