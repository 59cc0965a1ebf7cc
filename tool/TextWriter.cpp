//===- TextWriter.cpp - a report as Clang prints it
//---------------------------===//
//
// The printing is Clang's own. The plugin's output differs in nothing but the
// spelling of paths, which clang-tidy makes absolute.
//
//===----------------------------------------------------------------------===//
#include "SourceText.h"
#include "Writers.h"

#include "clang/Basic/LangOptions.h"
#include "clang/Frontend/TextDiagnostic.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using clang::DiagnosticsEngine;

namespace cursor_tidy::tool {
namespace {

class Printer {
public:
  Printer(raw_ostream &Stream, const PathSpelling &Spell, Colours Use)
      : Stream(Stream), Spell(Spell), Text(Spell) {
    Options.ShowColors = Use == Colours::On;
    if (Options.ShowColors)
      Stream.enable_colors(true);
  }

  void print(const findings::Finding &Finding) {
    std::vector<clang::FixItHint> Fixes;
    for (const findings::Fix &Fix : Finding.Fixes)
      // Clang shows what fits under a line.
      if (none_of(Fix.Edits, [](const findings::Edit &Edit) {
            return StringRef(Edit.Text).contains('\n');
          }))
        for (const findings::Edit &Edit : Fix.Edits)
          Fixes.push_back(hint(Edit));
    DiagnosticsEngine::Level Level = Finding.Severity == "error"
                                         ? DiagnosticsEngine::Error
                                         : DiagnosticsEngine::Warning;
    line(Level, Finding.At, Finding.Message + " [" + Finding.Check + "]",
         Fixes);
    for (const findings::Note &Note : Finding.Flow)
      line(DiagnosticsEngine::Note, Note.At, Note.Message);
    if (!Finding.Remedy.empty())
      line(DiagnosticsEngine::Note, Finding.At, Finding.Remedy);
  }

private:
  void line(DiagnosticsEngine::Level Level, const facts::Location &Place,
            const std::string &Message, ArrayRef<clang::FixItHint> Fixes = {}) {
    clang::SourceLocation At = Text.at(Place);
    if (At.isInvalid()) { // The file has changed or gone: no source line then.
      Stream << Spell(Place.File.text()) << ':' << Place.Line << ':'
             << Place.Column << ": "
             << (Level == DiagnosticsEngine::Note    ? "note: "
                 : Level == DiagnosticsEngine::Error ? "error: "
                                                     : "warning: ")
             << Message << '\n';
      return;
    }
    clang::TextDiagnostic Shown(Stream, Languages, Options);
    clang::CharSourceRange Range = Text.range(Place);
    Shown.emitDiagnostic(
        clang::FullSourceLoc(At, Text.sources()), Level, Message,
        Range.isValid() ? ArrayRef(Range) : ArrayRef<clang::CharSourceRange>(),
        Fixes);
  }

  clang::FixItHint hint(const findings::Edit &Edit) {
    clang::CharSourceRange Range = Text.range(Edit.Range);
    if (Range.isInvalid())
      return {};
    return clang::FixItHint::CreateReplacement(Range, Edit.Text);
  }

  raw_ostream &Stream;
  const PathSpelling &Spell;
  SourceText Text;
  clang::LangOptions Languages;
  clang::DiagnosticOptions Options;
};

} // namespace

std::string asText(const Report &Report, Colours Use) {
  std::string Out;
  raw_string_ostream Stream(Out);
  PathSpelling Spell(Report.Units);
  Printer Printer(Stream, Spell, Use);
  for (const findings::Finding &Finding : Report.Findings)
    Printer.print(Finding);
  return Out;
}

} // namespace cursor_tidy::tool
