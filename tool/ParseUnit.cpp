//===- ParseUnit.cpp - a unit parsed, as its handle program
//------------------===//
//
// Each unit has a file system, a file manager and a compiler instance of its
// own, so that units share nothing but the pool of names and the models.
//
//===----------------------------------------------------------------------===//
#include "ParseUnit.h"

#include "ExtractingAction.h"
#include "Flags.h"

#include "clang/Basic/FileManager.h"
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

void parseInto(facts::Program &Program, Failure &Failed, const Unit &Unit,
               const model::Models &Models, const extract::Settings &Chosen) {
  IntrusiveRefCntPtr<vfs::FileSystem> Disk = vfs::createPhysicalFileSystem();
  if (Disk->setCurrentWorkingDirectory(Unit.Directory)) {
    Failed.Message = "no folder '" + Unit.Directory + "' to compile it in";
    return;
  }
  auto Files =
      makeIntrusiveRefCnt<clang::FileManager>(clang::FileSystemOptions(), Disk);
  clang::tooling::ToolInvocation Invocation(
      analysisCommand(Unit),
      std::make_unique<ExtractingAction>(Models, Chosen, Program), Files.get());
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

std::variant<facts::Program, Failure>
parseUnit(const Unit &Unit, const model::Models &Models,
          const extract::Settings &Chosen) {
  facts::Program Program;
  Failure Failed;
  CrashRecoveryContext Guard;
  bool Survived = Guard.RunSafelyOnThread(
      [&] { parseInto(Program, Failed, Unit, Models, Chosen); }, StackSize);
  if (!Survived)
    Failed = Failure{.Message =
                         "cursor-tidy crashed on this file; please report it"};
  if (Failed.Message.empty())
    return Program;
  Failed.Unit = Unit.File;
  return Failed;
}

} // namespace cursor_tidy::tool
