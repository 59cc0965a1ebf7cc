//===- Database.h - finds and reads the compile database
//---------------------===//
#ifndef CURSOR_TIDY_TOOL_DATABASE_H
#define CURSOR_TIDY_TOOL_DATABASE_H

#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/Support/Error.h"

#include <memory>
#include <string>

namespace cursor_tidy::tool {

/// A compile database that was found and is well formed.
struct Database {
  std::string Path; ///< of compile_commands.json or compile_flags.txt
  /// As it stands in the file: what it lists is what there is to analyse.
  std::unique_ptr<clang::tooling::CompilationDatabase> Listed;
  /// Likewise, and commands for files that it does not list (headers, new
  /// files) after the most similar one that it does.
  std::unique_ptr<clang::tooling::CompilationDatabase> Complete;
};

/// The path of the database for `-p Given`; without it, of the nearest one in
/// the current folder and those above it, each with its folder `build`. Empty
/// when there is none.
llvm::Expected<std::string> findDatabase(llvm::StringRef Given);

/// Reads a database. The error says the file, the line and what is wrong.
llvm::Expected<Database> readDatabase(llvm::StringRef Path);

} // namespace cursor_tidy::tool

#endif
