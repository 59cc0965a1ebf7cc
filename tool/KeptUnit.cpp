//===- KeptUnit.cpp - a unit that is edited and parsed again and again ----===//
#include "KeptUnit.h"

#include "ExtractingAction.h"
#include "Flags.h"

#include "clang/Driver/CreateInvocationFromArgs.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Serialization/PCHContainerOperations.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

/// Clang's parser recurses deeply on generated code.
constexpr unsigned StackSize = 32U << 20;

/// Watches the parse of a head.
class HeadCallbacks : public clang::PreambleCallbacks {
public:
  HeadCallbacks(const model::Models &Models, bool &SeesDriver)
      : Models(Models), SeesDriver(SeesDriver) {}

  std::unique_ptr<clang::PPCallbacks> createPPCallbacks() override {
    return watchDrivers(Models, SeesDriver);
  }
  bool shouldSkipFunctionBody(clang::Decl *Body) override {
    return skipsBody(*Body, SeesDriver);
  }

private:
  const model::Models &Models;
  bool &SeesDriver;
};

/// Diagnostics that leave the first error in a failure.
IntrusiveRefCntPtr<clang::DiagnosticsEngine>
diagnosticsInto(Failure &Failed, clang::DiagnosticOptions &Options,
                vfs::FileSystem &Disk) {
  return clang::CompilerInstance::createDiagnostics(
      Disk, Options, new FirstError(Failed), /*ShouldOwnClient=*/true);
}

} // namespace

void KeptUnit::keepHead(const clang::CompilerInvocation &Invocation,
                        const MemoryBuffer &Text,
                        IntrusiveRefCntPtr<vfs::FileSystem> Disk) {
  clang::PreambleBounds Bounds =
      clang::ComputePreambleBounds(Invocation.getLangOpts(), Text, 0);
  if (Head && Head->CanReuse(Invocation, Text, Bounds, *Disk))
    return;
  Head.reset();
  HeadSeesDriver = false;
  HeadFailed = Failure();
  clang::DiagnosticOptions Options;
  HeadCallbacks Watch(Models, HeadSeesDriver);
  auto Built = clang::PrecompiledPreamble::Build(
      Invocation, &Text, Bounds, diagnosticsInto(HeadFailed, Options, *Disk),
      Disk, std::make_shared<clang::PCHContainerOperations>(),
      /*StoreInMemory=*/true, /*StoragePath=*/"", Watch);
  if (Built)
    Head.emplace(std::move(*Built));
  else // There is none, or the parse of the whole will say what is wrong.
    HeadFailed = Failure();
}

void KeptUnit::parseInto(facts::Program &Program, Failure &Failed,
                         StringRef Text) {
  IntrusiveRefCntPtr<vfs::FileSystem> Disk = vfs::createPhysicalFileSystem();
  if (Disk->setCurrentWorkingDirectory(Of.Directory)) {
    Failed.Message = "no folder '" + Of.Directory + "' to compile it in";
    return;
  }
  clang::DiagnosticOptions Options;
  std::vector<std::string> Words = analysisCommand(Of);
  std::vector<const char *> Arguments;
  for (const std::string &Word : Words)
    Arguments.push_back(Word.c_str());
  std::shared_ptr<clang::CompilerInvocation> Invocation =
      clang::createInvocation(
          Arguments,
          {.Diags = diagnosticsInto(Failed, Options, *Disk), .VFS = Disk});
  if (!Invocation) {
    if (Failed.Message.empty())
      Failed.Message = "Clang does not understand its compile command";
    return;
  }
  // Without this Clang does not ask which bodies it may skip.
  Invocation->getFrontendOpts().SkipFunctionBodies = true;
  auto Main = MemoryBuffer::getMemBufferCopy(Text, Of.File);
  keepHead(*Invocation, *Main, Disk);
  if (!HeadFailed.Message.empty()) {
    Failed = HeadFailed;
    return;
  }
  if (Head)
    Head->AddImplicitPreamble(*Invocation, Disk, Main.get());
  else
    Invocation->getPreprocessorOpts().addRemappedFile(Of.File, Main.get());
  Invocation->getPreprocessorOpts().RetainRemappedFileBuffers = true;
  clang::CompilerInstance Compiler(Invocation);
  Compiler.setVirtualFileSystem(Disk);
  Compiler.createDiagnostics(new FirstError(Failed), /*ShouldOwnClient=*/true);
  ExtractingAction Action(Models, {}, Program, HeadSeesDriver);
  if (!Compiler.ExecuteAction(Action) && Failed.Message.empty())
    Failed.Message = "Clang could not parse it";
}

std::variant<facts::Program, Failure> KeptUnit::parse(StringRef Text) {
  facts::Program Program;
  Failure Failed;
  CrashRecoveryContext Guard;
  if (!Guard.RunSafelyOnThread([&] { parseInto(Program, Failed, Text); },
                               StackSize)) {
    Failed.Message = "cursor-tidy crashed on this file; please report it";
    Head.reset();
  }
  if (Failed.Message.empty())
    return Program;
  Failed.Unit = Of.File;
  return Failed;
}

} // namespace cursor_tidy::tool
