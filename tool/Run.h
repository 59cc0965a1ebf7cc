//===- Run.h - all units of a run, parsed
//-------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_RUN_H
#define CURSOR_TIDY_TOOL_RUN_H

#include "ParseUnit.h"
#include "Progress.h"

namespace cursor_tidy::tool {

/// What came of the units, both lists in the order of the units.
struct ParsedUnits {
  std::vector<facts::Program> Programs;
  std::vector<Failure> Failures;
};

/// Parses all units, several at a time (0: one per core). The result does not
/// depend on how many.
ParsedUnits parseUnits(llvm::ArrayRef<Unit> Units, const model::Models &Models,
                       unsigned Jobs, Progress &Progress);

} // namespace cursor_tidy::tool

#endif
