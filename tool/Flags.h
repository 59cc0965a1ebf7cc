//===- Flags.h - compile flags made fit for analysis
//-------------------------===//
#ifndef CURSOR_TIDY_TOOL_FLAGS_H
#define CURSOR_TIDY_TOOL_FLAGS_H

#include "Units.h"

namespace cursor_tidy::tool {

/// The unit's command such that Clang parses and writes nothing: no output, no
/// warnings, no plugins or precompiled headers of another compiler, none of the
/// flags that only GCC knows.
std::vector<std::string> analysisCommand(const Unit &Unit);

} // namespace cursor_tidy::tool

#endif
