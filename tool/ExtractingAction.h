//===- ExtractingAction.h - Clang run over a unit for its handle program --===//
//
// Bodies in system headers are skipped where nobody can need them: a template
// may be what instantiates the user's code, so those of templates are read, and
// a driver's header may be a thin wrapper over another driver.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_EXTRACTINGACTION_H
#define CURSOR_TIDY_TOOL_EXTRACTINGACTION_H

#include "ParseUnit.h"
#include "extract/Extract.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Frontend/FrontendAction.h"

namespace clang {
class PPCallbacks;
}

namespace cursor_tidy::tool {

/// Keeps the first error that Clang reports, and prints nothing.
class FirstError : public clang::DiagnosticConsumer {
public:
  explicit FirstError(Failure &Into) : Into(Into) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

private:
  Failure &Into;
};

/// Sets a flag when a driver's header is included.
std::unique_ptr<clang::PPCallbacks> watchDrivers(const model::Models &Models,
                                                 bool &SeesDriver);

/// Whether nobody can need a body; SeesDriver: a driver's header came before.
bool skipsBody(const clang::Decl &Body, bool SeesDriver);

/// Parses a unit and extracts, unless there were errors.
class ExtractingAction : public clang::ASTFrontendAction {
public:
  /// SeesDriver: a precompiled beginning of the unit has seen one.
  ExtractingAction(const model::Models &Models, extract::Settings Chosen,
                   facts::Program &Into, bool SeesDriver = false)
      : Models(Models), Chosen(std::move(Chosen)), Into(Into),
        SeesDriver(SeesDriver) {}

  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &Compiler,
                    llvm::StringRef File) override;

private:
  const model::Models &Models;
  const extract::Settings Chosen;
  facts::Program &Into;
  bool SeesDriver;
};

} // namespace cursor_tidy::tool

#endif
