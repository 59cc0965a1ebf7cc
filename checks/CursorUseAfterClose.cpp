//===- CursorUseAfterClose.cpp - cursor-use-after-close -------------------===//
//
// Finds an access to a handle after its close, its second close, and the use of
// what ended with it.
//
// The solver knows on which path a closed handle, a child of a closed parent or
// a pointer into either is used; see the section cursor-use-after-close of
// docs/semantics.md. It has left out handles that are opened again or set to
// null between, and closes that are harmless on null.
//
//===----------------------------------------------------------------------===//
#include "Checks.h"
#include "Collect.h"

namespace cursor_tidy {
namespace {

using solve::Stale;

/// The use is in code that a reader cannot look at.
bool hasNoPlace(const Stale &Fault) { return !Fault.At.isValid(); }

/// Ten uses after one close are one defect, a second close among them.
auto defectOf(const Stale &Fault) {
  return std::tuple(identityOf(Fault.Handle), Fault.ClosedAt, Fault.Function);
}

} // namespace

std::vector<findings::Finding> findUseAfterClose(const solve::Solution &Known) {
  return collect(Known.UsedAfterClose, Known, hasNoPlace, defectOf);
}

} // namespace cursor_tidy
