//===- CommandLine.h - what the user asked for
//------------------------------===//
//
// Reads the arguments of cursor-tidy into plain data, and knows the text of
// --help. Arguments after `--` are compile flags, as in every Clang tool.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_COMMANDLINE_H
#define CURSOR_TIDY_TOOL_COMMANDLINE_H

#include "Options.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <vector>

namespace cursor_tidy::tool {

/// What a run is to do.
enum class Task {
  Analyse,
  DumpFacts,
  ListChecks,
  ListDrivers,
  ExplainDriver,
  DumpConfig,
  VerifyConfig,
  Extract,
  Link,
  Serve,
  CacheStatistics,
  ShowHelp,
  ShowVersion
};

enum class Format { Text, Json };

/// A part of the units: the Index-th of Count, from 0.
struct Shard {
  unsigned Index = 0, Count = 1;
};

/// Whether facts are kept between runs.
enum class Keep {
  Usual,  ///< for compile databases, in the usual folder
  Always, ///< in the folder of --cache-dir
  Never
};

/// The arguments of one run.
struct CommandLine {
  Task Do = Task::Analyse;
  std::string BuildDirectory; ///< `-p`; empty: look for a database
  std::string Checks;         ///< `--checks`; empty: all
  std::string Config; ///< `--config`; empty: look for it; `none`: there is none
  std::string Driver; ///< of `--explain-driver`
  Format Write = Format::Text;
  std::string Output = "-"; ///< `-o`; `-` is standard output
  unsigned Jobs = 0;        ///< `-j`; 0: one per core
  unsigned Megabytes = 0;   ///< `--memory`; 0: no bound
  Keep Facts = Keep::Usual;
  std::string CacheFolder; ///< `--cache-dir`
  unsigned CacheMegabytes = 1024;
  bool ChoosesUnits = true;   ///< without `--no-prefilter`
  bool TakesShortcuts = true; ///< without `--no-shortcuts`
  std::string Root;           ///< `--root`, canonical
  std::optional<Shard> Part;
  std::string Depfile;    ///< `--depfile`; empty: none
  bool ExitsZero = false; ///< `--exit-zero`
  bool Quiet = false;
  bool Verbose = false;
  bool Fixes = false;        ///< `--fix`
  std::string ExportedFixes; ///< `--export-fixes`; empty: none are written
  std::vector<std::string> Files;
  /// Flags after `--`: compile the files with these and read no database.
  std::optional<std::vector<std::string>> Flags;
  cursor_tidy::Options Options;

  /// True when --checks names the check. A list that begins with an exclusion
  /// starts from all checks.
  bool isEnabled(std::string_view Check) const;
};

/// Reads the arguments that follow the program's name. The error is one line
/// that names the argument and what it takes.
llvm::Expected<CommandLine>
readCommandLine(llvm::ArrayRef<const char *> Arguments);

/// The text of --help.
std::string helpText();

} // namespace cursor_tidy::tool

#endif
