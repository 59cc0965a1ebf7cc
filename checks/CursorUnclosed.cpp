//===- CursorUnclosed.cpp - cursor-unclosed -------------------------------===//
//
// Finds a handle that the code owns and that is not closed on some path.
//
// The solver knows which open handles nothing live reaches any more, and how
// each was lost; see the section cursor-unclosed of docs/semantics.md. It has
// left out what is handed on, kept, null, or ended with the process on purpose.
// Limit: a handle that code without a body may have kept is taken as kept.
//
//===----------------------------------------------------------------------===//
#include "Checks.h"
#include "Collect.h"

namespace cursor_tidy {
namespace {

using solve::Lost;

/// Neither the opening nor the way out is in code that a reader could look at.
bool hasNoPlace(const Lost &Fault) {
  return !Fault.At.isValid() && !Fault.LeftAt.isValid();
}

/// A handle lost on five paths of one function is one defect. Two callers that
/// each lose what one helper opens are two.
auto defectOf(const Lost &Fault) {
  return std::tuple(identityOf(Fault.Handle), Fault.At, Fault.Function);
}

} // namespace

std::vector<findings::Finding> findUnclosed(const solve::Solution &Known) {
  return collect(Known.Unclosed, Known, hasNoPlace, defectOf);
}

} // namespace cursor_tidy
