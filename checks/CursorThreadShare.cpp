//===- CursorThreadShare.cpp - cursor-thread-share ------------------------===//
//
// Finds a handle that two threads use at the same time beyond the level that
// its driver declares, and one used off the only thread that may use it.
//
// The solver knows which two accesses may happen at the same time with no lock
// to keep them apart, and on which resource they meet; see the section
// cursor-thread-share of docs/semantics.md. It has left out what is joined,
// handed over, or guarded.
//
//===----------------------------------------------------------------------===//
#include "Checks.h"
#include "Collect.h"

namespace cursor_tidy {
namespace {

using solve::Shared;
using solve::SharedKind;

/// The access is in code that a reader cannot look at.
bool hasNoPlace(const Shared &Fault) { return !Fault.At.isValid(); }

/// Level 3 and the word `shared` permit every use but one: no level lets a
/// handle leave the thread that it is bound to.
bool mayBeShared(const Shared &Fault) {
  return Fault.How != SharedKind::Affinity && Fault.Resource.Level >= 3;
}

bool isExempt(const Shared &Fault) {
  return hasNoPlace(Fault) || mayBeShared(Fault);
}

/// Where the thread starts that the fault is about.
facts::Location spawnOf(const Shared &Fault) {
  for (const solve::PathStep &Step : Fault.Path)
    if (Step.Kind == solve::StepKind::Spawned)
      return Step.At;
  return {};
}

/// Every use that one thread makes of one handle is the same defect: the handle
/// should not have gone there.
auto defectOf(const Shared &Fault) {
  facts::Location Spawn = spawnOf(Fault);
  return std::tuple(identityOf(Fault.Resource), Spawn,
                    Spawn.isValid() ? facts::Name() : Fault.Function);
}

} // namespace

std::vector<findings::Finding> findThreadShare(const solve::Solution &Known) {
  return collect(Known.ThreadShared, Known, isExempt, defectOf);
}

} // namespace cursor_tidy
