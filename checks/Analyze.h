//===- Analyze.h - the pipeline -------------------------------------------===//
//
//   source --extract--> handle program --link--> whole program
//          --solve--> solution --check--> findings --host--> text, JSON, ...
//
// The plugin runs it for one unit, the tool for all of a compile database.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_ANALYZE_H
#define CURSOR_TIDY_ANALYZE_H

#include "Options.h"
#include "facts/Program.h"
#include "findings/Finding.h"
#include "solve/Memory.h"
#include "solve/Solution.h"

#include <functional>
#include <string_view>
#include <vector>

namespace cursor_tidy {

/// Findings of the enabled checks, and how far the analysis went.
struct Analysis {
  std::vector<findings::Finding> Findings; ///< by location, check, message
  solve::Counters Count;
  std::vector<solve::Cut> CutShort; ///< of which nothing is said
};

/// Links, solves and checks the handle programs of one or many units. A memory
/// of earlier runs saves time and changes nothing.
Analysis analyze(std::vector<facts::Program> Units, const Options &Options,
                 const std::function<bool(std::string_view)> &IsEnabled,
                 solve::Memory *Recalled = nullptr);

} // namespace cursor_tidy

#endif
