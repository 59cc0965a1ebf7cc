//===- CrossedMessages.cpp - sentences of cursor-fork-share ---------------===//
#include "findings/Fingerprint.h"
#include "findings/Flow.h"
#include "findings/Messages.h"

namespace cursor_tidy::findings {
namespace {

using solve::Crossed;
using solve::PathStep;
using solve::StepKind;

std::string faultOf(const Crossed &Fault) {
  if (Fault.Daemon)
    return Fault.Closes
               ? " is closed by the process that goes on, but was opened "
                 "before the fork"
               : " is used by the process that goes on, but was opened before "
                 "the fork";
  if (Fault.AtExit)
    return " was opened before the fork and is closed when the child exits";
  if (Fault.Closes)
    return " was opened before the fork and is closed in the child";
  return " was opened before the fork and is used in the child";
}

/// What the driver says comes of it: `, which ends the parent's session`.
std::string consequenceOf(const Crossed &Fault, const facts::HandleKind &Kind) {
  facts::Name Says = Fault.Closes ? Kind.ClosedInChild : Kind.UsedInChild;
  return Says.empty() ? "" : ", which " + std::string(Says.text());
}

std::string remedyOf(const Crossed &Fault) {
  if (Fault.Daemon)
    return "open it after the fork";
  if (Fault.AtExit)
    return "leave the child with '_exit', which runs no destructor and no "
           "handler";
  if (Fault.Closes)
    return "leave it untouched in the child";
  return "open one of its own in the child, and leave the inherited one "
         "untouched";
}

std::string_view wordOf(const Crossed &Fault) {
  if (Fault.AtExit)
    return "at-exit";
  return Fault.Closes ? "closed" : "accessed";
}

std::vector<PathStep> pathOf(const Crossed &Fault) {
  std::vector<PathStep> Path = Fault.Path;
  bool ShowsUse = passes(Path, Fault.At);
  if (!passes(Path, Fault.ForkAt))
    Path.insert(ShowsUse ? Path.end() - 1 : Path.end(),
                {.Kind = StepKind::Forked, .Text = {}, .At = Fault.ForkAt});
  if (!ShowsUse)
    Path.push_back(
        {.Kind = Fault.Closes ? StepKind::Closed : StepKind::Accessed,
         .Text = {},
         .At = Fault.At});
  return Path;
}

} // namespace

Finding explain(const Crossed &Fault, const solve::Solution &Known) {
  Subject Handle = subjectOf(Fault.Handle, Known);
  Finding F;
  F.Check = "cursor-fork-share";
  F.Severity = "warning";
  F.Message = Handle.introduced() + faultOf(Fault) +
              consequenceOf(Fault, Handle.Kind) + Handle.levelClause();
  F.At = Fault.At;
  F.Function = Fault.Function.text();
  F.Handle = Handle.handle();
  F.Flow = notesOf(pathOf(Fault), {Handle, std::nullopt, {}});
  F.Remedy = remedyOf(Fault);
  F.Fingerprint = fingerprintOf(F, wordOf(Fault));
  return F;
}

} // namespace cursor_tidy::findings
