//===- PlainCommands.h - compile commands without what stands around them -===//
//
// What a database records is what a build runs: the compiler behind launchers
// (`nice icecc gcc`, `env A=1 gcc`, `libtool --mode=compile gcc`), in a line of
// the shell (`cd sub && gcc ...`), in a folder that is relative.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_PLAINCOMMANDS_H
#define CURSOR_TIDY_TOOL_PLAINCOMMANDS_H

#include "clang/Tooling/CompilationDatabase.h"

namespace cursor_tidy::tool {

/// The same database, with the compiler as the first word of each command. A
/// folder that is relative is so to Folder.
std::unique_ptr<clang::tooling::CompilationDatabase>
plainCommands(std::unique_ptr<clang::tooling::CompilationDatabase> Base,
              llvm::StringRef Folder);

} // namespace cursor_tidy::tool

#endif
