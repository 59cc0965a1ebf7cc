//===- TidyCheck.h - a check of ours as clang-tidy knows checks
//--------------===//
//
// An adaptor: options in, findings of one check out as diagnostics with notes
// and fix-its. What is found is decided elsewhere.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TIDY_TIDYCHECK_H
#define CURSOR_TIDY_TIDY_TIDYCHECK_H

#include "findings/Finding.h"
#include "tidy/UnitAnalysis.h"

#include "clang-tidy/ClangTidyCheck.h"

namespace cursor_tidy::tidy {

class TidyCheck : public clang::tidy::ClangTidyCheck {
public:
  TidyCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
            std::shared_ptr<UnitAnalysis> Unit);

  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;
  void registerPPCallbacks(const clang::SourceManager &Sources,
                           clang::Preprocessor *Preprocessor,
                           clang::Preprocessor *ModuleExpander) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Result) override;

private:
  std::vector<std::string>
  configurations(const clang::SourceManager &Sources) const;
  void report(const findings::Finding &Finding, clang::SourceManager &Sources);
  void note(const facts::Location &At, llvm::StringRef Message,
            clang::SourceManager &Sources);

  const std::string Name;
  const std::string ConfigText, ModelsText,
      DriverLevelsText; ///< as the user wrote them
  const bool ThrowingCalls;
  const std::shared_ptr<UnitAnalysis> Unit;
  clang::Preprocessor *Macros = nullptr;
};

} // namespace cursor_tidy::tidy

#endif
