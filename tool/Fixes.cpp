//===- Fixes.cpp - what findings say how to mend --------------------------===//
//
// Replacements, their merging and the format of the file are Clang's own, so
// that clang-apply-replacements and editors read what we write.
//
//===----------------------------------------------------------------------===//
#include "Fixes.h"

#include "clang/Tooling/Core/Diagnostic.h"
#include "clang/Tooling/DiagnosticsYaml.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/YAMLTraits.h"
#include "llvm/Support/raw_ostream.h"

#include <map>

using namespace llvm;
using clang::tooling::Replacement;
using clang::tooling::Replacements;

namespace cursor_tidy::tool {
namespace {

std::string absolute(facts::Name File) {
  SmallString<256> Path(File.text());
  // It fails where there is no current folder; then the path stays as it is.
  (void)sys::fs::make_absolute(Path);
  return std::string(Path);
}

Replacement replacementOf(const findings::Edit &Edit) {
  return {absolute(Edit.Range.File), Edit.Range.Offset,
          Edit.Range.EndOffset - Edit.Range.Offset, Edit.Text};
}

clang::tooling::DiagnosticMessage messageOf(StringRef Text,
                                            const facts::Location &At) {
  clang::tooling::DiagnosticMessage Message(Text);
  Message.FilePath = absolute(At.File);
  Message.FileOffset = At.Offset;
  return Message;
}

/// Adds all edits of a fix; nothing when one is in conflict with what is there.
bool add(const findings::Fix &Fix, std::map<std::string, Replacements> &To) {
  std::map<std::string, Replacements> Tried = To;
  for (const findings::Edit &Edit : Fix.Edits)
    if (Error Conflict =
            Tried[absolute(Edit.Range.File)].add(replacementOf(Edit))) {
      consumeError(std::move(Conflict));
      return false;
    }
  To = std::move(Tried);
  return true;
}

Error rewrite(const std::string &Path, const Replacements &Edits) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return createStringError("cannot fix " + Path + ": " +
                             Buffer.getError().message());
  Expected<std::string> Text =
      clang::tooling::applyAllReplacements((*Buffer)->getBuffer(), Edits);
  if (!Text)
    return Text.takeError();
  ErrorOr<sys::fs::perms> Mode = sys::fs::getPermissions(Path);
  if (Error Wrong = writeOutput(Path, *Text))
    return Wrong;
  if (Mode)
    if (std::error_code Code = sys::fs::setPermissions(Path, *Mode))
      return createStringError("cannot fix " + Path + ": " + Code.message());
  return Error::success();
}

} // namespace

std::string fixesAsYaml(const Report &Report) {
  clang::tooling::TranslationUnitDiagnostics All;
  std::map<std::string, Replacements> Taken;
  for (const findings::Finding &Finding : Report.Findings) {
    std::map<std::string, Replacements> Edits;
    for (const findings::Fix &Fix : Finding.Fixes)
      if (add(Fix, Taken))
        add(Fix, Edits);
    if (Edits.empty())
      continue;
    clang::tooling::Diagnostic Each;
    Each.DiagnosticName = Finding.Check;
    Each.DiagLevel = clang::tooling::Diagnostic::Warning;
    Each.Message = messageOf(Finding.Message, Finding.At);
    for (auto &[Path, Of] : Edits)
      Each.Message.Fix[Path] = Of;
    for (const findings::Note &Note : Finding.Flow)
      Each.Notes.push_back(messageOf(Note.Message, Note.At));
    All.Diagnostics.push_back(std::move(Each));
  }
  if (!Report.Units.empty())
    All.MainSourceFile = Report.Units.front().File;
  std::string Text;
  raw_string_ostream Stream(Text);
  yaml::Output Yaml(Stream);
  Yaml << All;
  return Text;
}

Error applyFixes(const Report &Report, raw_ostream &Remarks) {
  std::map<std::string, Replacements> Edits;
  unsigned Known = 0, Applied = 0;
  for (const findings::Finding &Finding : Report.Findings)
    for (const findings::Fix &Fix : Finding.Fixes) {
      ++Known;
      Applied += add(Fix, Edits);
    }
  for (const auto &[Path, Of] : Edits)
    if (Error Wrong = rewrite(Path, Of))
      return Wrong;
  Remarks << "cursor-tidy: applied " << Applied << " of " << Known
          << (Known == 1 ? " fix\n" : " fixes\n");
  return Error::success();
}

} // namespace cursor_tidy::tool
