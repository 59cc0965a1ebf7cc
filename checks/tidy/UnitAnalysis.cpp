//===- UnitAnalysis.cpp - one translation unit, analysed once
//-----------------===//
#include "tidy/UnitAnalysis.h"

#include "Analyze.h"
#include "Setup.h"
#include "extract/Extract.h"
#include "extract/Vocabulary.h"

#include "clang/AST/ASTContext.h"

using namespace llvm;

namespace cursor_tidy::tidy {

Expected<const std::vector<findings::Finding> &>
UnitAnalysis::findings(const Options &Options, clang::ASTContext &Context,
                       const clang::Preprocessor &Macros) {
  auto [Known, IsNew] = Done.try_emplace(Options);
  if (!IsNew)
    return Known->second;
  Expected<Setup> Chosen = setUpFor(Options, [&](StringRef Word) {
    return extract::knowsWord(Context, Word);
  });
  if (!Chosen)
    return Chosen.takeError();
  std::vector<facts::Program> Units;
  Units.push_back(extract::extract(Context, Macros, Chosen->Models));
  auto AllChecks = [](std::string_view) { return true; };
  Known->second =
      analyze(std::move(Units), Chosen->Options, AllChecks).Findings;
  return Known->second;
}

std::shared_ptr<UnitAnalysis> CurrentUnit::analysis() {
  std::shared_ptr<UnitAnalysis> Shared = Alive.lock();
  if (!Shared)
    Alive = Shared = std::make_shared<UnitAnalysis>();
  return Shared;
}

} // namespace cursor_tidy::tidy
