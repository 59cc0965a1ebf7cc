//===- Analyze.cpp - the pipeline -----------------------------------------===//
//
// Link, solve, check. Extraction comes before, in the host, because it runs
// once for each unit and wants a parsed one.
//
//===----------------------------------------------------------------------===//
#include "Analyze.h"

#include "Checks.h"
#include "Collect.h"
#include "facts/Link.h"
#include "solve/Solve.h"

#include "llvm/Support/GlobPattern.h"

#include <iterator>

namespace cursor_tidy {

static solve::Settings settingsOf(const Options &Options) {
  solve::Settings Settings;
  for (const auto &[Driver, Level] : Options.DriverLevels)
    Settings.DriverLevels[facts::Name(Driver)] = Level;
  Settings.ThrowingCalls = Options.ThrowingCalls;
  return Settings;
}

/// True when a path, or a folder above it, is among the left out.
static bool isExcluded(std::string_view Path,
                       const std::vector<std::string> &Globs) {
  return std::any_of(Globs.begin(), Globs.end(), [&](const std::string &Glob) {
    for (const std::string &Form : {Glob, Glob + "/*"})
      if (auto Pattern = llvm::GlobPattern::create(Form)) {
        if (Pattern->match(Path))
          return true;
      } else {
        llvm::consumeError(Pattern.takeError());
      }
    return false;
  });
}

Analysis analyze(std::vector<facts::Program> Units, const Options &Options,
                 const std::function<bool(std::string_view)> &IsEnabled,
                 solve::Memory *Recalled) {
  const facts::Program Whole = facts::link(std::move(Units));
  const solve::Solution Solved =
      solve::solve(Whole, settingsOf(Options), Recalled);
  Analysis Result{
      .Findings = {}, .Count = Solved.Count, .CutShort = Solved.CutShort};
  for (const Check &Each : checks())
    if (IsEnabled(Each.Name)) {
      std::vector<findings::Finding> Found = Each.Find(Solved);
      std::move(Found.begin(), Found.end(),
                std::back_inserter(Result.Findings));
    }
  std::erase_if(Result.Findings, [&](const findings::Finding &Found) {
    return isExcluded(Found.At.File.text(), Options.Exclude);
  });
  sortFindings(Result.Findings);
  return Result;
}

} // namespace cursor_tidy
