//===- StaleMessages.cpp - sentences of cursor-use-after-close ------------===//
#include "findings/Fingerprint.h"
#include "findings/Flow.h"
#include "findings/Messages.h"

namespace cursor_tidy::findings {
namespace {

using solve::PathStep;
using solve::Stale;
using solve::StaleKind;
using solve::StepKind;

std::string messageOf(const Stale &Fault, const Subject &Handle,
                      const Subject &Parent) {
  std::string Its =
      "its " + std::string(Parent.role()) +
      (Parent.Ref.Variable.empty() ? "" : " " + quote(Parent.Ref.Variable));
  switch (Fault.How) {
  case StaleKind::Access:
    return Handle.introduced() + " is used after it was closed";
  case StaleKind::DoubleClose:
    return Handle.introduced() + " is closed a second time";
  case StaleKind::AfterParent:
    return Handle.introduced() + " is used after " + Its + " was closed";
  case StaleKind::CloseAfterParent:
    return Handle.introduced() + " is closed after " + Its + " was closed";
  case StaleKind::Borrowed:
    return "a pointer into " + Handle.introduced() +
           " is used after what it points to has ended";
  }
  return {};
}

std::string remedyOf(const Stale &Fault, const Subject &Parent) {
  switch (Fault.How) {
  case StaleKind::Access:
    return "close it after its last use, or open it again before this one";
  case StaleKind::DoubleClose:
    return "close it once, or set it to null after the first close";
  case StaleKind::AfterParent:
    return "close the " + std::string(Parent.role()) +
           " after the last use of what was derived from it";
  case StaleKind::CloseAfterParent:
    return "close it before its " + std::string(Parent.role());
  case StaleKind::Borrowed:
    return "copy what the pointer points to before it ends";
  }
  return {};
}

std::string_view wordOf(StaleKind How) {
  switch (How) {
  case StaleKind::Access:
    return "access";
  case StaleKind::DoubleClose:
    return "double-close";
  case StaleKind::AfterParent:
    return "after-parent";
  case StaleKind::CloseAfterParent:
    return "close-after-parent";
  case StaleKind::Borrowed:
    return "borrowed";
  }
  return {};
}

/// The step that stands for the end and for the use, where the path has none.
StepKind endOf(StaleKind How) {
  switch (How) {
  case StaleKind::Access:
  case StaleKind::DoubleClose:
    return StepKind::Closed;
  case StaleKind::AfterParent:
  case StaleKind::CloseAfterParent:
    return StepKind::ParentClosed;
  case StaleKind::Borrowed:
    return StepKind::Invalidated;
  }
  return StepKind::Closed;
}

StepKind useOf(StaleKind How) {
  switch (How) {
  case StaleKind::Access:
  case StaleKind::AfterParent:
    return StepKind::Accessed;
  case StaleKind::DoubleClose:
  case StaleKind::CloseAfterParent:
    return StepKind::Closed;
  case StaleKind::Borrowed:
    return StepKind::Used;
  }
  return StepKind::Accessed;
}

std::vector<PathStep> pathOf(const Stale &Fault) {
  std::vector<PathStep> Path = Fault.Path;
  bool ShowsUse = passes(Path, Fault.At);
  if (!passes(Path, Fault.ClosedAt))
    Path.insert(ShowsUse ? Path.end() - 1 : Path.end(),
                {.Kind = endOf(Fault.How), .Text = {}, .At = Fault.ClosedAt});
  if (!ShowsUse)
    Path.push_back({.Kind = useOf(Fault.How), .Text = {}, .At = Fault.At});
  return Path;
}

} // namespace

Finding explain(const Stale &Fault, const solve::Solution &Known) {
  Subject Handle = subjectOf(Fault.Handle, Known);
  Subject Parent = subjectOf(Fault.ClosedParent, Known);
  Finding F;
  F.Check = "cursor-use-after-close";
  F.Severity = "warning";
  F.Message = messageOf(Fault, Handle, Parent) + Handle.levelClause();
  F.At = Fault.At;
  F.Function = Fault.Function.text();
  F.Handle = Handle.handle();
  F.Flow = notesOf(pathOf(Fault), {Handle, Parent, {}});
  F.Remedy = remedyOf(Fault, Parent);
  F.Fingerprint = fingerprintOf(F, wordOf(Fault.How));
  return F;
}

} // namespace cursor_tidy::findings
