//===- Module.cpp - the plugin's module
//---------------------------------------===//
//
// Registers every check of checks() with the clang-tidy that loads the plugin.
//
//===----------------------------------------------------------------------===//
#include "Checks.h"
#include "tidy/TidyCheck.h"

#include "clang-tidy/ClangTidyModule.h"

using namespace clang::tidy;

namespace cursor_tidy::tidy {
namespace {

class Module : public ClangTidyModule {
public:
  void addCheckFactories(ClangTidyCheckFactories &Factories) override {
    auto Current = std::make_shared<CurrentUnit>();
    for (const Check &Known : checks())
      Factories.registerCheckFactory(
          Known.Name,
          [Current](llvm::StringRef Name, ClangTidyContext *Context) {
            return std::make_unique<TidyCheck>(Name, Context,
                                               Current->analysis());
          });
  }
};

ClangTidyModuleRegistry::Add<Module> Registered("cursor-module",
                                                "Database cursors and "
                                                "connections.");

} // namespace
} // namespace cursor_tidy::tidy
