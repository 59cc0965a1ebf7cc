//===- Depfile.h - what a file of facts depends on ------------------------===//
#ifndef CURSOR_TIDY_TOOL_DEPFILE_H
#define CURSOR_TIDY_TOOL_DEPFILE_H

#include "Run.h"

namespace cursor_tidy::tool {

/// Writes `FACTS: INPUT...`, as compilers do for make and ninja, when
/// --depfile names a file: the sources and headers of the units, models,
/// configurations and the tool itself.
llvm::Error writeDepfile(const CommandLine &Line, const Options &Effective,
                         llvm::ArrayRef<Unit> Units, const ReadUnits &Read);

} // namespace cursor_tidy::tool

#endif
