//===- ParseUnit.cpp - a unit parsed, as its handle program
//------------------===//
//
// Each unit has a file system, a file manager and a compiler instance of its
// own, so that units share nothing but the pool of names and the models.
// Bodies in system headers are skipped where nobody can need them: a template
// may be what instantiates the user's code, so those of templates are read, and
// a driver's header may be a thin wrapper over another driver.
//
//===----------------------------------------------------------------------===//
#include "ParseUnit.h"

#include "Flags.h"
#include "extract/Extract.h"
#include "extract/System.h"
#include "extract/Unit.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

/// Clang's parser recurses deeply on generated code.
constexpr unsigned StackSize = 32U << 20;

/// Keeps the first error that Clang reports, and prints nothing.
class FirstError : public clang::DiagnosticConsumer {
public:
  explicit FirstError(Failure &Into) : Into(Into) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override {
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

private:
  Failure &Into;
};

/// Notes that a driver's header has been included.
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
                     const model::Models &Models, const std::string &Root,
                     facts::Program &Into)
      : Compiler(Compiler), Models(Models), Root(Root), Into(Into) {
    Compiler.getPreprocessor().addPPCallbacks(
        std::make_unique<DriverWatch>(Models, SeesDriver));
  }

  void HandleTranslationUnit(clang::ASTContext &Context) override {
    if (!Context.getDiagnostics().hasErrorOccurred())
      Into = extract::extract(Context, Compiler.getPreprocessor(), Models,
                              {.IsPartOfProgram = true, .Root = Root});
  }

  bool shouldSkipFunctionBody(clang::Decl *Body) override {
    const auto *Function = Body->getAsFunction();
    if (!Function || Function->isTemplated() ||
        Function->isTemplateInstantiation())
      return false;
    const clang::SourceManager &Sources =
        Body->getASTContext().getSourceManager();
    clang::SourceLocation At = Sources.getExpansionLoc(Body->getLocation());
    if (!Sources.isInSystemHeader(At) &&
        !extract::isInstalled(Sources.getFilename(At)))
      return false;
    return !SeesDriver || extract::isStandard(*Function);
  }

private:
  const clang::CompilerInstance &Compiler;
  const model::Models &Models;
  const std::string &Root;
  facts::Program &Into;
  bool SeesDriver = false; ///< so far
};

class ExtractingAction : public clang::ASTFrontendAction {
public:
  ExtractingAction(const model::Models &Models, const std::string &Root,
                   facts::Program &Into)
      : Models(Models), Root(Root), Into(Into) {}

  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &Compiler, StringRef) override {
    // Without this Clang does not ask shouldSkipFunctionBody.
    Compiler.getFrontendOpts().SkipFunctionBodies = true;
    return std::make_unique<ExtractingConsumer>(Compiler, Models, Root, Into);
  }

private:
  const model::Models &Models;
  const std::string &Root;
  facts::Program &Into;
};

void parseInto(facts::Program &Program, Failure &Failed, const Unit &Unit,
               const model::Models &Models, const std::string &Root) {
  IntrusiveRefCntPtr<vfs::FileSystem> Disk = vfs::createPhysicalFileSystem();
  if (Disk->setCurrentWorkingDirectory(Unit.Directory)) {
    Failed.Message = "no folder '" + Unit.Directory + "' to compile it in";
    return;
  }
  auto Files =
      makeIntrusiveRefCnt<clang::FileManager>(clang::FileSystemOptions(), Disk);
  clang::tooling::ToolInvocation Invocation(
      analysisCommand(Unit),
      std::make_unique<ExtractingAction>(Models, Root, Program), Files.get());
  FirstError Errors(Failed);
  Invocation.setDiagnosticConsumer(&Errors);
  if (!Invocation.run() && Failed.Message.empty())
    Failed.Message = "Clang does not understand its compile command";
  if (!Failed.File.empty()) {
    SmallString<256> Path(Failed.File);
    sys::path::make_absolute(Unit.Directory, Path);
    Failed.File = std::string(Path);
  }
}

bool hasClangHeaders(StringRef Folder) {
  SmallString<256> Header(Folder);
  sys::path::append(Header, "include", "stddef.h");
  return sys::fs::exists(Header);
}

/// What the clang in PATH answers to -print-resource-dir.
std::string askClang() {
  for (StringRef Name : {"clang-22", "clang"}) {
    auto Program = sys::findProgramByName(Name);
    SmallString<128> Answer;
    if (!Program || sys::fs::createTemporaryFile("cursor-tidy", "txt", Answer))
      continue;
    std::optional<StringRef> Redirects[] = {"", Answer.str(), ""};
    int Status = sys::ExecuteAndWait(*Program, {Name, "-print-resource-dir"},
                                     std::nullopt, Redirects, 10);
    std::string Folder;
    if (auto Text = MemoryBuffer::getFile(Answer); Text && Status == 0)
      Folder = (*Text)->getBuffer().trim().str();
    (void)sys::fs::remove(Answer);
    if (hasClangHeaders(Folder))
      return Folder;
  }
  return "";
}

} // namespace

std::string resourceFolder() {
  static const std::string Folder = hasClangHeaders(CURSOR_TIDY_RESOURCE_DIR)
                                        ? CURSOR_TIDY_RESOURCE_DIR
                                        : askClang();
  return Folder;
}

std::variant<facts::Program, Failure> parseUnit(const Unit &Unit,
                                                const model::Models &Models,
                                                const std::string &Root) {
  facts::Program Program;
  Failure Failed;
  CrashRecoveryContext Guard;
  bool Survived = Guard.RunSafelyOnThread(
      [&] { parseInto(Program, Failed, Unit, Models, Root); }, StackSize);
  if (!Survived)
    Failed = Failure{.Message =
                         "cursor-tidy crashed on this file; please report it"};
  if (Failed.Message.empty())
    return Program;
  Failed.Unit = Unit.File;
  return Failed;
}

} // namespace cursor_tidy::tool
