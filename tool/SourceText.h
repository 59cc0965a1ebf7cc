//===- SourceText.h - the files that findings speak of
//-----------------------===//
//
// Findings outlive the AST, so their places are read again from the files, for
// the line that is shown under a message and for NOLINT comments.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_SOURCETEXT_H
#define CURSOR_TIDY_TOOL_SOURCETEXT_H

#include "facts/Location.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"

#include <functional>
#include <map>
#include <string>

namespace cursor_tidy::tool {

class SourceText {
public:
  /// How the path of a file is spelled in what is shown.
  using Spelling = std::function<std::string(llvm::StringRef)>;

  /// Without a Disk it is that of the machine.
  explicit SourceText(
      Spelling Spell,
      llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk = nullptr);

  /// The place in the file; invalid when it cannot be read any more, or has
  /// become too short.
  clang::SourceLocation at(const facts::Location &Place);
  /// The range of characters, likewise.
  clang::CharSourceRange range(const facts::Location &Place);

  clang::SourceManager &sources() { return Sources; }
  clang::DiagnosticsEngine &diagnostics() { return Engine; }

private:
  clang::SourceLocation at(facts::Name File, uint32_t Offset);
  clang::FileID fileOf(facts::Name File);

  Spelling Spell;
  clang::DiagnosticOptions Options;
  clang::DiagnosticsEngine Engine;
  clang::FileManager Files;
  clang::SourceManager Sources;
  std::map<facts::Name, clang::FileID> Loaded;
};

} // namespace cursor_tidy::tool

#endif
