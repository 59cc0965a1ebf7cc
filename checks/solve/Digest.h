//===- Digest.h - what those ask of a function who look at many
//--------------===//
//
// Clients, members and lives are found by a look at all functions. They need
// little of most of them, so that is kept apart from the summary.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_DIGEST_H
#define CURSOR_TIDY_SOLVE_DIGEST_H

#include "solve/Care.h"
#include "solve/Clients.h"
#include "solve/Upkeep.h"

namespace cursor_tidy::solve {

struct Digest {
  bool IsCut = false;
  bool LeavesOpen = false; ///< of a handle that it opened, on some way out
  Behaviour Does;
  Care Cares;
  Upkeep Keeps; ///< of a method
};

Digest digestOf(const facts::Function &F, const Summary &Of, Values &Ids);

} // namespace cursor_tidy::solve

#endif
