//===- UnitAnalysis.h - one translation unit, analysed once
//-------------------===//
//
// clang-tidy makes one object per check and unit. The four checks of a unit
// share one of these, so that the pipeline runs once, or once for each set of
// options when they were given different ones.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TIDY_UNITANALYSIS_H
#define CURSOR_TIDY_TIDY_UNITANALYSIS_H

#include "Options.h"
#include "findings/Finding.h"

#include "llvm/Support/Error.h"

#include <map>
#include <memory>
#include <vector>

namespace clang {
class ASTContext;
class Preprocessor;
} // namespace clang

namespace cursor_tidy::tidy {

class UnitAnalysis {
public:
  /// Findings of all checks; analyses at the first call for these options. The
  /// error says which option is wrong and is given once.
  llvm::Expected<const std::vector<findings::Finding> &>
  findings(const Options &Options, clang::ASTContext &Context,
           const clang::Preprocessor &Macros);

private:
  std::map<Options, std::vector<findings::Finding>> Done;
};

/// Hands the same analysis to all checks that are alive at a time: those of one
/// translation unit.
class CurrentUnit {
public:
  std::shared_ptr<UnitAnalysis> analysis();

private:
  std::weak_ptr<UnitAnalysis> Alive;
};

} // namespace cursor_tidy::tidy

#endif
