//===- TidyCheck.cpp - a check of ours as clang-tidy knows checks
//------------===//
#include "tidy/TidyCheck.h"

#include "model/Configuration.h"

#include "clang/AST/ASTContext.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace clang;
using namespace clang::ast_matchers;
using clang::tidy::ClangTidyContext;
using clang::tidy::ClangTidyOptions;

namespace cursor_tidy::tidy {
namespace {

/// The place in the sources of this unit; invalid when it is not one of them.
SourceLocation locate(facts::Name File, uint32_t Offset,
                      SourceManager &Sources) {
  auto Entry = Sources.getFileManager().getOptionalFileRef(File.text());
  if (!Entry)
    return {};
  FileID Id = Sources.translateFile(*Entry);
  if (Id.isInvalid() || Offset > Sources.getFileIDSize(Id))
    return {};
  return Sources.getComposedLoc(Id, Offset);
}

SourceLocation locate(const facts::Location &At, SourceManager &Sources) {
  return At.isValid() ? locate(At.File, At.Offset, Sources) : SourceLocation();
}

CharSourceRange rangeOf(const facts::Location &At, SourceManager &Sources) {
  SourceLocation Begin = locate(At, Sources);
  SourceLocation End =
      Begin.isValid() ? locate(At.File, At.EndOffset, Sources) : Begin;
  if (End.isInvalid() || Sources.getFileOffset(End) < At.Offset)
    return {};
  return CharSourceRange::getCharRange(Begin, End);
}

} // namespace

TidyCheck::TidyCheck(StringRef Name, ClangTidyContext *Context,
                     std::shared_ptr<UnitAnalysis> Unit)
    : ClangTidyCheck(Name, Context), Name(Name),
      ConfigText(Options.getLocalOrGlobal("Config", "").str()),
      ModelsText(Options.getLocalOrGlobal("Models", "").str()),
      DriverLevelsText(Options.getLocalOrGlobal("DriverLevels", "").str()),
      ThrowingCalls(Options.getLocalOrGlobal("ThrowingCalls", false)),
      Unit(std::move(Unit)) {}

void TidyCheck::storeOptions(ClangTidyOptions::OptionMap &Opts) {
  Options.store(Opts, "Config", ConfigText);
  Options.store(Opts, "Models", ModelsText);
  Options.store(Opts, "DriverLevels", DriverLevelsText);
  Options.store(Opts, "ThrowingCalls", ThrowingCalls);
}

void TidyCheck::registerPPCallbacks(const SourceManager &,
                                    Preprocessor *Preprocessor,
                                    clang::Preprocessor *) {
  Macros = Preprocessor;
}

void TidyCheck::registerMatchers(MatchFinder *Finder) {
  Finder->addMatcher(translationUnitDecl(), this);
}

void TidyCheck::check(const MatchFinder::MatchResult &Result) {
  // What Clang could not understand we would misunderstand; clang-tidy reports
  // the errors itself.
  if (Result.Context->getDiagnostics().hasUncompilableErrorOccurred())
    return;
  auto Levels = readDriverLevels(DriverLevelsText);
  if (!Levels) {
    configurationDiag("invalid value of option '%0.DriverLevels': %1")
        << Name << llvm::toString(Levels.takeError());
    return;
  }
  cursor_tidy::Options Chosen{.Models = readModelPaths(ModelsText),
                              .DriverLevels = std::move(*Levels),
                              .ThrowingCalls = ThrowingCalls,
                              .Configurations =
                                  configurations(*Result.SourceManager),
                              .Exclude = {}};
  auto Findings = Unit->findings(Chosen, *Result.Context, *Macros);
  if (!Findings) {
    configurationDiag("invalid options of '%0': %1")
        << Name << llvm::toString(Findings.takeError());
    return;
  }
  for (const findings::Finding &Finding : *Findings)
    if (Finding.Check == Name)
      report(Finding, *Result.SourceManager);
}

/// The file of the option, else the nearest to the main file.
std::vector<std::string>
TidyCheck::configurations(const SourceManager &Sources) const {
  std::string Path = ConfigText;
  if (Path.empty())
    if (auto Main = Sources.getFileEntryRefForID(Sources.getMainFileID()))
      Path = model::findConfiguration(Main->getName());
  if (Path.empty() || Path == "none")
    return {};
  return {Path};
}

void TidyCheck::report(const findings::Finding &Finding,
                       SourceManager &Sources) {
  {
    // Notes belong to the warning that was sent before them.
    DiagnosticBuilder Warning = diag(locate(Finding.At, Sources), "%0")
                                << Finding.Message;
    if (CharSourceRange Range = rangeOf(Finding.At, Sources); Range.isValid())
      Warning << Range;
    for (const findings::Fix &Fix : Finding.Fixes)
      for (const findings::Edit &Edit : Fix.Edits)
        if (auto Range = rangeOf(Edit.Range, Sources); Range.isValid())
          Warning << FixItHint::CreateReplacement(Range, Edit.Text);
  }
  for (const findings::Note &Note : Finding.Flow)
    note(Note.At, Note.Message, Sources);
  if (!Finding.Remedy.empty())
    note(Finding.At, Finding.Remedy, Sources);
}

void TidyCheck::note(const facts::Location &At, StringRef Message,
                     SourceManager &Sources) {
  DiagnosticBuilder Step = diag(locate(At, Sources), "%0", DiagnosticIDs::Note)
                           << Message;
  if (CharSourceRange Range = rangeOf(At, Sources); Range.isValid())
    Step << Range;
}

} // namespace cursor_tidy::tidy
