//===- ClientRun.h - simulates the callers that the program does not show
//----===//
//
// The step of the pipeline between the simulation and the clients: reads off
// the summaries which functions leave threads running over what, has the
// clients made, and simulates them. Runs when all components are solved.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_CLIENTRUN_H
#define CURSOR_TIDY_SOLVE_CLIENTRUN_H

#include "solve/Clients.h"
#include "solve/Engine.h"

namespace cursor_tidy::solve {

/// What a function does on any of its ways out.
Behaviour behaviourOf(const Summary &Of, const Values &Ids);

/// Adds the pairs of accesses that only clients show to the solution.
void solveClients(Engine &Shared);

} // namespace cursor_tidy::solve

#endif
