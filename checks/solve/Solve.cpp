//===- Solve.cpp - the solver's pipeline
//-------------------------------------===//
//
//   components --simulate, callees first--> summaries and faults
//   summaries --made-up callers--> pairs of accesses that no caller shows
//   summaries --members--> what a class opens and never closes
//   summaries --made-up lives--> what a class opens, and drops or closes twice
//
//===----------------------------------------------------------------------===//
#include "solve/Solve.h"

#include "solve/CallGraph.h"
#include "solve/ClientRun.h"
#include "solve/Engine.h"
#include "solve/Lives.h"
#include "solve/Members.h"

#include <algorithm>

namespace cursor_tidy::solve {

namespace {

/// Solves the functions of a cycle twice: once to learn what the ways out of it
/// do, and once more with that known.
void solveComponent(Engine &Shared, const Component &One) {
  if (One.IsCycle) {
    Shared.beginCycle(One.Functions);
    Shared.Reporting = false;
    for (const facts::Function *F : One.Functions)
      Shared.solve(*F);
    for (const facts::Function *F : One.Functions)
      Shared.forgetNumbers(*F);
    Shared.Reporting = true;
  }
  for (const facts::Function *F : One.Functions)
    if (One.IsCycle)
      Shared.solve(*F);
    else
      Shared.about(*F);
  Shared.endCycle();
}

template <class Fault> void order(std::vector<Fault> &All) {
  std::sort(All.begin(), All.end(),
            [](const Fault &L, const Fault &R) { return L.At < R.At; });
}

} // namespace

Solution solve(const facts::Program &Program, const Settings &Settings,
               Memory *Recalled) {
  Engine Shared(Program, Settings, Recalled);
  for (const Component &One : components(Program))
    solveComponent(Shared, One);
  if (Settings.Parts.Classes)
    solveClients(Shared);
  Shared.reportDeferred();
  findLostMembers(Shared);
  findFaultsInLives(Shared);
  Shared.attachFixes();
  if (!Shared.isConsistent()) {
    *Recalled = {.HasChanged = true};
    return solve(Program, Settings, Recalled);
  }
  Shared.remember();
  order(Shared.Solution.Unclosed);
  order(Shared.Solution.UsedAfterClose);
  order(Shared.Solution.ThreadShared);
  order(Shared.Solution.ForkShared);
  order(Shared.Solution.CutShort);
  return std::move(Shared.Solution);
}

} // namespace cursor_tidy::solve
