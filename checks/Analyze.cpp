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

#include <iterator>

namespace cursor_tidy {

static solve::Settings settingsOf(const Options &Options) {
  solve::Settings Settings;
  for (const auto &[Driver, Level] : Options.DriverLevels)
    Settings.DriverLevels[facts::Name(Driver)] = Level;
  return Settings;
}

Analysis analyze(std::vector<facts::Program> Units, const Options &Options,
                 const std::function<bool(std::string_view)> &IsEnabled) {
  const facts::Program Whole = facts::link(std::move(Units));
  const solve::Solution Solved = solve::solve(Whole, settingsOf(Options));
  Analysis Result{.Findings = {}, .Count = Solved.Count};
  for (const Check &Each : checks())
    if (IsEnabled(Each.Name)) {
      std::vector<findings::Finding> Found = Each.Find(Solved);
      std::move(Found.begin(), Found.end(),
                std::back_inserter(Result.Findings));
    }
  sortFindings(Result.Findings);
  return Result;
}

} // namespace cursor_tidy
