//===- Scan.cpp - the files that a unit reads -----------------------------===//
#include "Scan.h"

#include "Flags.h"

#include "clang/Tooling/DependencyScanningTool.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace clang::dependencies;

namespace cursor_tidy::tool {
namespace {

/// Keeps the files and nothing else: units with modules are not told apart.
class FileConsumer : public DependencyConsumer {
public:
  std::vector<std::string> Files;

  void handleFileDependency(StringRef File) override {
    Files.push_back(File.str());
  }
  void
  handleDependencyOutputOpts(const clang::DependencyOutputOptions &) override {}
  void handlePrebuiltModuleDependency(PrebuiltModuleDep) override {}
  void handleModuleDependency(ModuleDeps) override {}
  void handleDirectModuleDependency(ModuleID) override {}
  void handleVisibleModule(std::string) override {}
  void handleContextHash(std::string) override {}
};

} // namespace

struct Scanner::State {
  explicit State(Inputs &Into)
      : Service(ScanningMode::DependencyDirectivesScan,
                ScanningOutputFormat::Make),
        Into(Into) {}

  DependencyScanningService Service;
  Inputs &Into;
};

Scanner::Scanner(Inputs &Into) : Shared(std::make_unique<State>(Into)) {}
Scanner::~Scanner() = default;

FileList Scanner::filesOf(const Unit &Of) {
  FileConsumer Found;
  bool Worked = false;
  CrashRecoveryContext Guard;
  constexpr unsigned StackSize = 8U << 20;
  Guard.RunSafelyOnThread(
      [&] {
        DependencyScanningWorker Worker(Shared->Service, Shared->Into.disk());
        CallbackActionController Controller(
            [](const ModuleDeps &, ModuleOutputKind) { return std::string(); });
        clang::IgnoringDiagConsumer Silent;
        Worked = clang::tooling::computeDependencies(Worker, Of.Directory,
                                                     analysisCommand(Of), Found,
                                                     Controller, Silent);
      },
      StackSize);
  if (!Worked || Found.Files.empty())
    return {};
  FileList Files;
  for (StringRef File : Found.Files) {
    SmallString<256> Full(File);
    sys::path::make_absolute(Of.Directory, Full);
    sys::path::remove_dots(Full, /*remove_dot_dot=*/false);
    Files.push_back(Shared->Into.pathOf(Full));
  }
  // The scanner takes `a/..` out of paths, which names another file, or none,
  // where `a` is a link. What was not read we must not claim to know.
  if (any_of(Files, [&](StringRef File) {
        return Shared->Into.isMisnamed(File) ||
               Shared->Into.hashOfFile(File).empty();
      }))
    return {};
  return Files;
}

} // namespace cursor_tidy::tool
