//===- RefusedFlags.h - flags of other compilers that Clang will not have -===//
//
// Clang knows the flag, and refuses its value or its company: `-flto=8`,
// `-finput-charset=iso-8859-1`, `-std=gnu99` for C++, the newest processors of
// `-march`. GCC takes them, so the program builds, and must be analysed.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_REFUSEDFLAGS_H
#define CURSOR_TIDY_TOOL_REFUSEDFLAGS_H

#include "clang/Tooling/ArgumentsAdjusters.h"

namespace cursor_tidy::tool {

/// The command without those of its flags that Clang's own errors name. File
/// is the one that it compiles, In the folder where it runs.
clang::tooling::CommandLineArguments
withoutRefused(const clang::tooling::CommandLineArguments &Command,
               llvm::StringRef File, llvm::StringRef In);

} // namespace cursor_tidy::tool

#endif
