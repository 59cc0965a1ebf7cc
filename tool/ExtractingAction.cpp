//===- ExtractingAction.cpp - Clang run over a unit for its handle program ===//
#include "ExtractingAction.h"

#include "extract/System.h"
#include "extract/Unit.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

class DriverWatch : public clang::PPCallbacks {
public:
  DriverWatch(const model::Models &Models, bool &SeesDriver)
      : Models(Models), SeesDriver(SeesDriver) {}

  void InclusionDirective(clang::SourceLocation, const clang::Token &,
                          StringRef, bool, clang::CharSourceRange,
                          clang::OptionalFileEntryRef File, StringRef,
                          StringRef, const clang::Module *, bool,
                          clang::SrcMgr::CharacteristicKind) override {
    SeesDriver = SeesDriver || (File && Models.driverOfHeader(File->getName()));
  }

private:
  const model::Models &Models;
  bool &SeesDriver;
};

class ExtractingConsumer : public clang::ASTConsumer {
public:
  ExtractingConsumer(clang::CompilerInstance &Compiler,
                     const model::Models &Models,
                     const extract::Settings &Chosen, facts::Program &Into,
                     bool SeesDriver)
      : Compiler(Compiler), Models(Models), Chosen(Chosen), Into(Into),
        SeesDriver(SeesDriver) {
    Compiler.getPreprocessor().addPPCallbacks(
        watchDrivers(Models, this->SeesDriver));
  }

  void HandleTranslationUnit(clang::ASTContext &Context) override {
    if (!Context.getDiagnostics().hasErrorOccurred())
      Into =
          extract::extract(Context, Compiler.getPreprocessor(), Models, Chosen);
  }

  bool shouldSkipFunctionBody(clang::Decl *Body) override {
    return !Chosen.ReadsAll && skipsBody(*Body, SeesDriver);
  }

private:
  const clang::CompilerInstance &Compiler;
  const model::Models &Models;
  const extract::Settings &Chosen;
  facts::Program &Into;
  bool SeesDriver; ///< so far
};

} // namespace

void FirstError::HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                                  const clang::Diagnostic &Info) {
  DiagnosticConsumer::HandleDiagnostic(Level, Info);
  if (Level < clang::DiagnosticsEngine::Error || !Into.Message.empty())
    return;
  SmallString<128> Text;
  Info.FormatDiagnostic(Text);
  Into.Message = std::string(Text);
  if (!Info.hasSourceManager() || Info.getLocation().isInvalid())
    return;
  clang::PresumedLoc At =
      Info.getSourceManager().getPresumedLoc(Info.getLocation());
  if (At.isInvalid())
    return;
  Into.File = At.getFilename();
  Into.Line = At.getLine();
  Into.Column = At.getColumn();
}

std::unique_ptr<clang::PPCallbacks> watchDrivers(const model::Models &Models,
                                                 bool &SeesDriver) {
  return std::make_unique<DriverWatch>(Models, SeesDriver);
}

bool skipsBody(const clang::Decl &Body, bool SeesDriver) {
  const clang::FunctionDecl *Function = Body.getAsFunction();
  if (!Function || Function->isTemplated() ||
      Function->isTemplateInstantiation())
    return false;
  const clang::SourceManager &Sources = Body.getASTContext().getSourceManager();
  clang::SourceLocation At = Sources.getExpansionLoc(Body.getLocation());
  if (!Sources.isInSystemHeader(At) &&
      !extract::isInstalled(Sources.getFilename(At)))
    return false;
  return !SeesDriver || extract::isStandard(*Function);
}

std::unique_ptr<clang::ASTConsumer>
ExtractingAction::CreateASTConsumer(clang::CompilerInstance &Compiler,
                                    StringRef) {
  // Without this Clang does not ask shouldSkipFunctionBody.
  Compiler.getFrontendOpts().SkipFunctionBodies = true;
  return std::make_unique<ExtractingConsumer>(Compiler, Models, Chosen, Into,
                                              SeesDriver);
}

} // namespace cursor_tidy::tool
