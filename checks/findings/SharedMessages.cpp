//===- SharedMessages.cpp - sentences of cursor-thread-share --------------===//
#include "findings/Fingerprint.h"
#include "findings/Flow.h"
#include "findings/Messages.h"

namespace cursor_tidy::findings {
namespace {

using solve::PathStep;
using solve::Shared;
using solve::SharedKind;
using solve::StepKind;

std::string faultOf(const Shared &Fault) {
  std::string_view Threads =
      Fault.SelfParallel ? " is used by several threads that start at one place"
                         : " is used by two threads at the same time";
  switch (Fault.How) {
  case SharedKind::NoLock:
    return std::string(Threads) + " with no lock in common";
  case SharedKind::DifferentLocks:
    return std::string(Threads) + " under different locks";
  case SharedKind::ReaderLocks:
    return std::string(Threads) + " under a lock that both only share";
  case SharedKind::Affinity:
    return " is used on another thread than the one that opened it";
  case SharedKind::SplitRegion:
    return " may be used by another thread between " + quote(Fault.Begins) +
           " and " + quote(Fault.GoesOn) +
           ", since the lock is released between them";
  }
  return {};
}

std::string remedyOf(const Shared &Fault, const Subject &Resource) {
  if (Fault.IsDriver)
    return "use the driver on one thread, or guard every call of it with one "
           "mutex";
  switch (Fault.How) {
  case SharedKind::NoLock:
    return "give each thread " +
           std::string(Resource.Kind.Is == facts::Role::Environment ? "an "
                                                                    : "a ") +
           std::string(Resource.role()) +
           " of its own, or guard every use with one mutex";
  case SharedKind::DifferentLocks:
    return "guard every use with the same mutex";
  case SharedKind::ReaderLocks:
    return "hold the lock exclusively";
  case SharedKind::Affinity:
    return "open, use and close it on one thread; a lock does not help";
  case SharedKind::SplitRegion:
    return "hold the lock from " + quote(Fault.Begins) + " to the last step";
  }
  return {};
}

std::string_view wordOf(SharedKind How) {
  switch (How) {
  case SharedKind::NoLock:
    return "no-lock";
  case SharedKind::DifferentLocks:
    return "different-locks";
  case SharedKind::ReaderLocks:
    return "reader-locks";
  case SharedKind::Affinity:
    return "affinity";
  case SharedKind::SplitRegion:
    return "split-region";
  }
  return {};
}

std::vector<PathStep> pathOf(const Shared &Fault) {
  std::vector<PathStep> Path = Fault.Path;
  if (!passes(Path, Fault.Other))
    Path.push_back({.Kind = StepKind::Accessed, .Text = {}, .At = Fault.Other});
  if (!passes(Path, Fault.At))
    Path.push_back({.Kind = StepKind::Accessed, .Text = {}, .At = Fault.At});
  return Path;
}

bool sameHandle(const solve::HandleRef &L, const solve::HandleRef &R) {
  return L.Kind == R.Kind && L.Variable == R.Variable && L.Opened == R.Opened;
}

} // namespace

Finding explain(const Shared &Fault, const solve::Solution &Known) {
  Subject Resource = subjectOf(Fault.Resource, Known);
  Subject Accessed = subjectOf(Fault.Handle, Known);
  Finding F;
  F.Check = "cursor-thread-share";
  F.Severity = "warning";
  F.Message = (Fault.IsDriver ? std::string(Resource.driver())
                              : Resource.introduced()) +
              faultOf(Fault);
  if (Fault.IsDriver)
    F.Message += ", here through " + Accessed.introduced();
  else if (!sameHandle(Fault.Resource, Fault.Handle))
    F.Message += ", here through " + Accessed.introduced();
  F.Message += Resource.levelClause();
  F.At = Fault.At;
  F.Function = Fault.Function.text();
  F.Handle = Resource.handle();
  F.Flow = notesOf(pathOf(Fault), {Accessed, Resource, Fault.At});
  F.Remedy = remedyOf(Fault, Resource);
  F.Fingerprint = fingerprintOf(F, wordOf(Fault.How));
  return F;
}

} // namespace cursor_tidy::findings
