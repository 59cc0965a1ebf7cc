//===- Fixes.h - what findings say how to mend ----------------------------===//
//
// A fix is applied as a whole or not at all: one that gets into the way of
// another is left for the next run.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_FIXES_H
#define CURSOR_TIDY_TOOL_FIXES_H

#include "Report.h"

namespace cursor_tidy::tool {

/// The findings that have a fix, as clang-tidy's --export-fixes writes them.
std::string fixesAsYaml(const Report &Report);

/// Writes the sources anew with all fixes applied, and says how many these are.
/// The error names the file that could not be read or written.
llvm::Error applyFixes(const Report &Report, llvm::raw_ostream &Remarks);

} // namespace cursor_tidy::tool

#endif
