//===- UnclosedMessages.cpp - sentences of cursor-unclosed ----------------===//
#include "findings/Fingerprint.h"
#include "findings/Flow.h"
#include "findings/Messages.h"

namespace cursor_tidy::findings {
namespace {

using solve::Lost;
using solve::PathStep;
using solve::StepKind;
using solve::WayOut;

std::string quoteOr(facts::Name Text, std::string_view Without) {
  return Text.empty() ? std::string(Without) : quote(Text);
}

/// What follows the handle in the warning.
std::string faultOf(const Lost &Fault) {
  std::string Function = quoteOr(Fault.Function, "the function");
  switch (Fault.How) {
  case WayOut::Return:
    return " is not closed before " + Function + " returns";
  case WayOut::ScopeEnd:
    return " is not closed before its scope ends";
  case WayOut::Overwritten:
    return " is not closed before its last pointer gets a new value";
  case WayOut::Dropped:
    return " is not closed before its last pointer is dropped";
  case WayOut::Discarded:
    return " is thrown away without being closed";
  case WayOut::LoopTurn:
    return " is opened in every turn of a loop and not closed before the next";
  case WayOut::Thrown:
    return " is not closed when an exception leaves " + Function;
  case WayOut::Member:
    return " is a member that is opened and that no method closes";
  case WayOut::NeverDeleted:
    return " is not closed, since the object that holds it is never deleted";
  case WayOut::WrongCloser:
    return " is not closed by " + quoteOr(Fault.Closer, "this call");
  case WayOut::Refused:
    return " is not closed: the close refuses while handles derived from it "
           "are open";
  case WayOut::ThreadEnded:
    return " is not closed before its thread ends";
  case WayOut::Cancelled:
    return " is not closed when its thread is cancelled";
  case WayOut::Forever:
    return " is never closed, since its detached thread never ends";
  case WayOut::ProcessLeft:
    return " is not closed before control leaves for good";
  }
  return {};
}

/// What to do, behind "close it with 'f'" where that fits.
std::string remedyOf(const Lost &Fault, const Subject &Handle) {
  std::string CloseIt = Handle.closeIt();
  switch (Fault.How) {
  case WayOut::Return:
    return CloseIt + " before every return";
  case WayOut::ScopeEnd:
    return CloseIt + " before the end of its scope";
  case WayOut::Overwritten:
    return CloseIt + " before the new value is stored";
  case WayOut::Dropped:
    return CloseIt + " before what holds it drops it";
  case WayOut::Discarded:
    return "keep what the call returns and " + CloseIt;
  case WayOut::LoopTurn:
    return CloseIt + " at the end of every turn";
  case WayOut::Thrown:
    return CloseIt + " before the throw, or let an object own it whose "
                     "destructor closes it";
  case WayOut::Member:
    return CloseIt + " in the destructor of its class";
  case WayOut::NeverDeleted:
    return "delete the object that holds it, or let a smart pointer own that";
  case WayOut::WrongCloser:
    return CloseIt + " instead of " + quoteOr(Fault.Closer, "this call");
  case WayOut::Refused:
    return "close the handles derived from it first, and look at what the "
           "close returns";
  case WayOut::ThreadEnded:
    return CloseIt + " before the thread ends, or in a cleanup handler";
  case WayOut::Cancelled:
    return CloseIt + " in a cleanup handler, or ask the thread to end and "
                     "join it";
  case WayOut::Forever:
    return "give the loop a way out and " + CloseIt +
           " behind it, and join the thread instead of detaching it";
  case WayOut::ProcessLeft:
    return CloseIt + " before leaving";
  }
  return {};
}

/// The word that stands for the fault in the fingerprint.
std::string_view wordOf(WayOut How) {
  switch (How) {
  case WayOut::Return:
    return "return";
  case WayOut::ScopeEnd:
    return "scope-end";
  case WayOut::Overwritten:
    return "overwritten";
  case WayOut::Dropped:
    return "dropped";
  case WayOut::Discarded:
    return "discarded";
  case WayOut::LoopTurn:
    return "loop-turn";
  case WayOut::Thrown:
    return "thrown";
  case WayOut::Member:
    return "member";
  case WayOut::NeverDeleted:
    return "never-deleted";
  case WayOut::WrongCloser:
    return "wrong-closer";
  case WayOut::Refused:
    return "refused";
  case WayOut::ThreadEnded:
    return "thread-ended";
  case WayOut::Cancelled:
    return "cancelled";
  case WayOut::Forever:
    return "forever";
  case WayOut::ProcessLeft:
    return "process-left";
  }
  return {};
}

/// The note for a way out that the path does not show. None where the way out
/// is the opening itself, or is no one place.
std::optional<StepKind> stepOf(WayOut How) {
  switch (How) {
  case WayOut::Return:
  case WayOut::Refused:
    return StepKind::Returned;
  case WayOut::ScopeEnd:
    return StepKind::ScopeEnds;
  case WayOut::Overwritten:
  case WayOut::LoopTurn:
    return StepKind::Overwritten;
  case WayOut::Dropped:
    return StepKind::Dropped;
  case WayOut::Thrown:
    return StepKind::Thrown;
  case WayOut::ThreadEnded:
  case WayOut::ProcessLeft:
    return StepKind::Left;
  case WayOut::Cancelled:
    return StepKind::Cancelled;
  case WayOut::Forever:
    return StepKind::Looped;
  case WayOut::Discarded:
  case WayOut::Member:
  case WayOut::NeverDeleted:
  case WayOut::WrongCloser:
    return std::nullopt;
  }
  return std::nullopt;
}

std::vector<PathStep> pathOf(const Lost &Fault) {
  std::vector<PathStep> Path = Fault.Path;
  if (Fault.LeftAt.isValid() && !passes(Path, Fault.LeftAt))
    if (std::optional<StepKind> Kind = stepOf(Fault.How))
      Path.push_back({.Kind = *Kind, .Text = {}, .At = Fault.LeftAt});
  return Path;
}

/// The statement alone: blanks and braces around it are layout.
Fix fixOf(const solve::Mending &Of) {
  Fix Made{.Title = "insert " + quote(Of.Statement), .Edits = {}};
  std::string Text(Of.Where.Before.text());
  Text.append(Of.Statement.text()).append(Of.Where.After.text());
  Made.Edits.push_back({.Range = Of.Where.Into, .Text = std::move(Text)});
  if (Of.Where.EndAt.isValid())
    Made.Edits.push_back(
        {.Range = Of.Where.EndAt, .Text = std::string(Of.Where.End.text())});
  return Made;
}

} // namespace

Finding explain(const Lost &Fault, const solve::Solution &Known) {
  Subject Handle = subjectOf(Fault.Handle, Known);
  Finding F;
  F.Check = "cursor-unclosed";
  F.Severity = "warning";
  F.Message = Handle.introduced() + faultOf(Fault) + Handle.levelClause();
  // What code that is not seen has opened is reported where it is lost.
  F.At = Fault.At.isValid() ? Fault.At : Fault.LeftAt;
  F.Function = Fault.Function.text();
  F.Handle = Handle.handle();
  F.Flow = notesOf(pathOf(Fault), {Handle, std::nullopt, {}});
  F.Remedy = remedyOf(Fault, Handle);
  if (Fault.InLoop && !Handle.Kind.Limit.empty())
    F.Remedy.append("; in a loop it runs into ")
        .append(Handle.Kind.Limit.text());
  if (Fault.Fix)
    F.Fixes.push_back(fixOf(*Fault.Fix));
  F.Fingerprint = fingerprintOf(F, wordOf(Fault.How));
  return F;
}

} // namespace cursor_tidy::findings
