//===- Configuration.h - what a project's .cursor-tidy.json says ----------===//
//
// Levels, further models, a project's own executors, locks and functions that
// do not return, and paths to leave out. docs/configuration.md describes the
// file, checks/schema/config.schema.json its keys.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_MODEL_CONFIGURATION_H
#define CURSOR_TIDY_MODEL_CONFIGURATION_H

#include "model/Model.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace cursor_tidy::model {

/// How the file is called.
inline constexpr llvm::StringLiteral ConfigurationName = ".cursor-tidy.json";

/// A level for a driver, or for one handle of it (`sqlite3/sqlite3_stmt`).
struct ConfiguredLevel {
  std::string Of;
  int Level = 0;
  unsigned Line = 0;
};

/// One configuration file.
struct Configuration {
  std::string File; ///< canonical path
  std::vector<ConfiguredLevel> Levels;
  std::vector<std::string> Models;  ///< absolute paths
  std::vector<std::string> Exclude; ///< globs over canonical paths
  bool ThrowingCalls = false;       ///< calls that are not seen may throw
  ModelFile Own; ///< executors, locks, functions and classes of the project
};

/// Reads a configuration. The error names file, line, what was found and what
/// was expected.
llvm::Expected<Configuration> readConfiguration(llvm::StringRef Path);

/// The path of the `.cursor-tidy.json` nearest to a file: in its folder or one
/// above. Empty when there is none.
std::string findConfiguration(llvm::StringRef SourceFile);

} // namespace cursor_tidy::model

#endif
