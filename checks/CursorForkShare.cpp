//===- CursorForkShare.cpp - cursor-fork-share ----------------------------===//
//
// Finds a handle that was opened before a fork and is used or closed in the
// child.
//
// The solver knows in which process each access runs and where the handle was
// opened; see the section cursor-fork-share of docs/semantics.md. What a close
// does, and whether a driver bears a process that goes on alone, is a fact
// about the kind of handle, and is judged here.
//
//===----------------------------------------------------------------------===//
#include "Checks.h"
#include "Collect.h"

namespace cursor_tidy {
namespace {

using solve::Crossed;

/// The access is in code that a reader cannot look at.
bool hasNoPlace(const Crossed &Fault) { return !Fault.At.isValid(); }

const facts::HandleKind *kindOf(const Crossed &Fault,
                                const solve::Solution &Known) {
  auto Found = Known.Kinds.find(Fault.Handle.Kind);
  return Found == Known.Kinds.end() ? nullptr : &Found->second;
}

/// A close that talks neither to the server nor to shared files frees memory of
/// the child and no more.
bool closesLocally(const Crossed &Fault, const solve::Solution &Known) {
  const facts::HandleKind *Kind = kindOf(Fault, Known);
  return Fault.Closes && Kind && Kind->CloseIsLocal;
}

/// The parent is gone, so the handle moves as a whole; only drivers that bind a
/// handle to the process that opened it mind.
bool movesWhole(const Crossed &Fault, const solve::Solution &Known) {
  const facts::HandleKind *Kind = kindOf(Fault, Known);
  return Fault.Daemon && Kind && !Kind->BoundToProcess;
}

/// Every use that one child makes of one handle is the same defect.
auto defectOf(const Crossed &Fault) {
  return std::tuple(identityOf(Fault.Handle), Fault.ForkAt, Fault.Function);
}

} // namespace

std::vector<findings::Finding> findForkShare(const solve::Solution &Known) {
  auto IsExempt = [&](const Crossed &Fault) {
    return hasNoPlace(Fault) || closesLocally(Fault, Known) ||
           movesWhole(Fault, Known);
  };
  return collect(Known.ForkShared, Known, IsExempt, defectOf);
}

} // namespace cursor_tidy
