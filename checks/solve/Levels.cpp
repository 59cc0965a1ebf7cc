//===- Levels.cpp - the level that is in force for a handle
//------------------===//
//
// The strongest first: the user's word, a build that cannot be undone, the flag
// of the opening call, a call for the whole process, a macro of the build or a
// constant of the code, the driver's default. See docs/semantics.md,
// "Declared".
//
//===----------------------------------------------------------------------===//
#include "solve/Engine.h"

namespace cursor_tidy::solve {

using namespace facts;

namespace {

std::optional<Word> wordOf(Name Text) {
  if (Text.text() == "shared")
    return Word::Shared;
  if (Text.text() == "read-shared")
    return Word::ReadShared;
  if (Text.text() == "serial")
    return Word::Serial;
  if (Text.text() == "pinned")
    return Word::Pinned;
  return std::nullopt;
}

void apply(HandleRef &To, const HandleKind &Kind, const Declared &Is) {
  if (Is.Level >= 0) {
    To.Level = Is.Level;
    To.Sharing = wordAtLevel(Is.Level, Kind.Is, Kind.Sharing);
  }
  if (auto Word = wordOf(Is.Word))
    To.Sharing = *Word;
  To.DeclaredBy = Is.By;
}

} // namespace

HandleRef Engine::describe(const HandleState &Handle,
                           const std::map<Name, Declared> &Configured) const {
  HandleRef Ref{.Variable = Handle.Variable, .Kind = Handle.Kind};
  if (Handle.Opened)
    Ref.Opened = Handle.Opened->front().At;
  const HandleKind *Kind = kind(Handle.Kind);
  if (!Kind)
    return Ref;
  Ref.Level = Kind->Level;
  Ref.Sharing = Kind->Sharing;
  Ref.DeclaredBy = Kind->DeclaredBy;
  bool IsSingleThread = false;
  for (const LevelDeclaration &Build : Program.Levels)
    if (Build.Driver == Kind->Driver) {
      apply(Ref, *Kind, Build.Is);
      IsSingleThread |= Build.Is.Level == 0;
    }
  if (!IsSingleThread) {
    if (auto At = Configured.find(Kind->Driver); At != Configured.end())
      apply(Ref, *Kind, At->second);
    if (Handle.By)
      apply(Ref, *Kind, *Handle.By);
  }
  // A handle's own level says more than its driver's.
  for (Name Of : {Kind->Key, Kind->Driver})
    if (auto At = Settings.DriverLevels.find(Of);
        At != Settings.DriverLevels.end()) {
      apply(Ref, *Kind,
            {.Level = int8_t(At->second), .By = Name("the configuration")});
      break;
    }
  return Ref;
}

} // namespace cursor_tidy::solve
