//===- NoLint.cpp - findings that a comment takes out
//-------------------------===//
//
// The reading of the comments is clang-tidy's own code, so the two hosts cannot
// disagree.
//
//===----------------------------------------------------------------------===//
#include "NoLint.h"

#include "SourceText.h"

#include "clang-tidy/NoLintDirectiveHandler.h"
#include "clang/Tooling/Core/Diagnostic.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

/// Asks clang-tidy's handler as if the finding were being reported.
class Comments {
public:
  Comments(const PathSpelling &Spell, IntrusiveRefCntPtr<vfs::FileSystem> Disk)
      : Text(Spell, std::move(Disk)),
        Id(Text.diagnostics().getCustomDiagID(clang::DiagnosticsEngine::Warning,
                                              "%0")) {}

  bool suppress(const findings::Finding &Finding) {
    clang::SourceLocation At = Text.at(Finding.At);
    if (At.isInvalid())
      return false;
    clang::DiagnosticStorage Storage;
    clang::Diagnostic Reported(&Text.diagnostics(), At, Id, Storage,
                               Finding.Message);
    return Handler.shouldSuppress(clang::DiagnosticsEngine::Warning, Reported,
                                  Finding.Check, Malformed, /*AllowIO=*/true,
                                  /*EnableNoLintBlocks=*/true);
  }

  /// A BEGIN without its END and the like, found on the way.
  void reportMalformed(raw_ostream &To) {
    for (const clang::tooling::Diagnostic &Wrong : Malformed) {
      const auto &Message = Wrong.Message;
      To << "cursor-tidy: warning: " << Message.FilePath;
      if (auto Entry = Text.sources().getFileManager().getOptionalFileRef(
              Message.FilePath))
        if (auto File = Text.sources().translateFile(*Entry); File.isValid())
          To << ':' << Text.sources().getLineNumber(File, Message.FileOffset);
      To << ": " << Message.Message << '\n';
    }
  }

private:
  SourceText Text;
  unsigned Id;
  clang::tidy::NoLintDirectiveHandler Handler;
  SmallVector<clang::tooling::Diagnostic, 1> Malformed;
};

} // namespace

void suppress(Report &Report, raw_ostream &Errors) {
  Comments Comments(PathSpelling(Report.Units), Report.Disk);
  Report.Suppressed +=
      std::erase_if(Report.Findings, [&](const findings::Finding &Finding) {
        return Comments.suppress(Finding);
      });
  Comments.reportMalformed(Errors);
}

} // namespace cursor_tidy::tool
