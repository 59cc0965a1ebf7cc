//===- Flow.cpp - the path of a fault as notes ----------------------------===//
#include "findings/Flow.h"

#include <algorithm>

namespace cursor_tidy::findings {
namespace {

using solve::PathStep;
using solve::StepKind;

/// `'f' does` where the step knows a name, else the sentence without one.
std::string by(facts::Name Text, const std::string &WithName,
               const std::string &Without) {
  return Text.empty() ? Without : quote(Text) + " " + WithName;
}

/// How much a step tells a reader who knows the code; the least goes first when
/// a path is too long.
int weightOf(StepKind Kind) {
  switch (Kind) {
  case StepKind::CaseTaken:
  case StepKind::Locked:
    return 0;
  case StepKind::BranchTaken:
    return 1;
  case StepKind::Called:
    return 2;
  case StepKind::Captured:
  case StepKind::Passed:
  case StepKind::CallFailed:
    return 3;
  case StepKind::Opened:
  case StepKind::Reopened:
  case StepKind::Spawned:
  case StepKind::Accessed:
  case StepKind::Closed:
  case StepKind::ParentClosed:
  case StepKind::Borrowed:
  case StepKind::Invalidated:
  case StepKind::Used:
  case StepKind::Forked:
  case StepKind::Overwritten:
  case StepKind::Dropped:
  case StepKind::ScopeEnds:
  case StepKind::Returned:
  case StepKind::Looped:
  case StepKind::Cancelled:
  case StepKind::Thrown:
  case StepKind::Left:
    return 4;
  }
  return 0;
}

/// Drops what cannot be shown, and what was just said.
void tidy(std::vector<PathStep> &Path) {
  std::erase_if(Path, [](const PathStep &S) { return !S.At.isValid(); });
  Path.erase(std::unique(Path.begin(), Path.end()), Path.end());
}

/// Leaves out what tells least, from the middle of the longest row of such
/// steps: the first call and the last say most of how control got there.
void shorten(std::vector<PathStep> &Path) {
  while (Path.size() > MaxNotes) {
    auto First = Path.begin() + 1, Last = Path.end() - 1;
    auto IsLess = [](const PathStep &L, const PathStep &R) {
      return weightOf(L.Kind) < weightOf(R.Kind);
    };
    const int Least = weightOf(std::min_element(First, Last, IsLess)->Kind);
    auto Row = First;
    size_t Length = 0;
    for (auto At = First; At != Last;) {
      auto End = std::find_if(At, Last, [&](const PathStep &Step) {
        return weightOf(Step.Kind) != Least;
      });
      if (size_t(End - At) > Length) {
        Row = At;
        Length = End - At;
      }
      At = End == Last ? Last : End + 1;
    }
    Path.erase(Row + Length / 2);
  }
}

} // namespace

const Subject &Cast::at(const PathStep &Step) const {
  if (!Parent)
    return Handle;
  bool Opens = Step.Kind == StepKind::Opened;
  if (Opens && Step.At != Handle.Ref.Opened && Step.At == Parent->Ref.Opened)
    return *Parent;
  bool Uses = Step.Kind == StepKind::Accessed || Step.Kind == StepKind::Closed;
  if (Uses && Use.isValid() && Step.At != Use)
    return *Parent;
  return Handle;
}

std::string_view kindOf(StepKind Kind) {
  switch (Kind) {
  case StepKind::Opened:
    return "opened";
  case StepKind::Reopened:
    return "reopened";
  case StepKind::BranchTaken:
    return "branch";
  case StepKind::CaseTaken:
    return "case";
  case StepKind::Called:
    return "called";
  case StepKind::CallFailed:
    return "call-failed";
  case StepKind::Captured:
    return "captured";
  case StepKind::Passed:
    return "passed";
  case StepKind::Spawned:
    return "spawned";
  case StepKind::Accessed:
    return "accessed";
  case StepKind::Closed:
    return "closed";
  case StepKind::ParentClosed:
    return "parent-closed";
  case StepKind::Borrowed:
    return "borrowed";
  case StepKind::Invalidated:
    return "invalidated";
  case StepKind::Used:
    return "used";
  case StepKind::Locked:
    return "locked";
  case StepKind::Forked:
    return "forked";
  case StepKind::Overwritten:
    return "overwritten";
  case StepKind::Dropped:
    return "dropped";
  case StepKind::ScopeEnds:
    return "scope-ends";
  case StepKind::Returned:
    return "returned";
  case StepKind::Looped:
    return "looped";
  case StepKind::Cancelled:
    return "cancelled";
  case StepKind::Thrown:
    return "thrown";
  case StepKind::Left:
    return "left";
  }
  return {};
}

namespace {

std::string threadOf(uint8_t Number) {
  return "thread " + std::to_string(int(Number));
}

/// What would have kept the other of two threads out and is not there.
std::string circumstancesOf(const PathStep &Step) {
  std::string Text;
  if (Step.Under)
    Text += Step.Under->empty()
                ? ", with no lock"
                : ", with " + std::string(Step.Under->text()) + " locked";
  if (Step.Thread && Step.Flag)
    Text += ", before " + threadOf(3 - Step.Thread) + " is joined";
  return Text;
}

std::string plainSentenceOf(const PathStep &Step, const Cast &Who) {
  const std::string It = Who.at(Step).name();
  const facts::Name Text = Step.Text;
  switch (Step.Kind) {
  case StepKind::Opened:
    return by(Text, "opens " + It + " here", It + " is opened here");
  case StepKind::Reopened:
    return by(Text, "opens " + It + " again here",
              It + " is opened again here");
  case StepKind::BranchTaken:
    return by(Text,
              std::string("is ") + (Step.Flag ? "true" : "false") + " here",
              std::string("the condition is ") +
                  (Step.Flag ? "true" : "false") + " here");
  case StepKind::CaseTaken:
    return Text.empty() ? "a case of the switch is taken here"
                        : "a case of " + quote(Text) + " is taken here";
  case StepKind::Called:
    return by(Text, "is called here", "a function is called here");
  case StepKind::CallFailed:
    return by(Text, "fails here", "the call fails here");
  case StepKind::Captured:
    return "a lambda that runs on another thread captures " + It + " here";
  case StepKind::Passed:
    return It + " is passed to another thread here";
  case StepKind::Spawned:
    return Text.empty() ? "a thread starts here"
                        : "a thread that runs " + quote(Text) + " starts here";
  case StepKind::Accessed:
    return by(Text, "uses " + It + " here", It + " is used here");
  case StepKind::Closed:
    return by(Text, "closes " + It + " here", It + " is closed here");
  case StepKind::ParentClosed: {
    std::string Parent = Who.Parent ? Who.Parent->name() : "its parent";
    return by(Text, "closes " + Parent + " here", Parent + " is closed here");
  }
  case StepKind::Borrowed:
    return by(Text, "gives a pointer into " + It + " here",
              "a pointer into " + It + " is taken here");
  case StepKind::Invalidated:
    return by(Text, "ends that pointer here", "that pointer dies here");
  case StepKind::Used:
    return "that pointer is used here";
  case StepKind::Locked:
    return by(Text, "is locked here", "a lock is taken here");
  case StepKind::Forked:
    return by(Text, "starts another process here",
              "another process starts here");
  case StepKind::Overwritten:
    return by(Text, "gets a new value here", It + " gets a new value here");
  case StepKind::Dropped:
    return by(Text, "drops " + It + " here", It + " is dropped here");
  case StepKind::ScopeEnds:
    return Text.empty() ? "the scope of " + It + " ends here"
                        : "the scope of " + quote(Text) + " ends here";
  case StepKind::Returned:
    return by(Text, "returns here", "the function returns here");
  case StepKind::Looped:
    return "the loop that begins here has no way out";
  case StepKind::Cancelled:
    return by(Text, "is where the thread may be cancelled",
              "the thread may be cancelled here");
  case StepKind::Thrown:
    return by(Text, "throws here", "an exception is thrown here");
  case StepKind::Left:
    return by(Text, "does not come back from here",
              "control does not come back from here");
  }
  return {};
}

} // namespace

std::string sentenceOf(const PathStep &Step, const Cast &Who) {
  std::string Text = plainSentenceOf(Step, Who);
  if (!Step.Thread)
    return Text;
  if (Step.Kind == StepKind::Spawned)
    return Text + ": " + threadOf(Step.Thread);
  return threadOf(Step.Thread) + ": " + Text + circumstancesOf(Step);
}

std::vector<Note> notesOf(std::vector<PathStep> Path, const Cast &Who) {
  tidy(Path);
  shorten(Path);
  std::vector<Note> Notes;
  Notes.reserve(Path.size());
  for (const PathStep &Step : Path)
    Notes.push_back({.Kind = std::string(kindOf(Step.Kind)),
                     .Message = sentenceOf(Step, Who),
                     .At = Step.At});
  return Notes;
}

bool passes(const std::vector<PathStep> &Path, facts::Location At) {
  return std::any_of(Path.begin(), Path.end(),
                     [&](const PathStep &S) { return S.At == At; });
}

} // namespace cursor_tidy::findings
