//===- Configure.h - the configuration of a run ---------------------------===//
#ifndef CURSOR_TIDY_TOOL_CONFIGURE_H
#define CURSOR_TIDY_TOOL_CONFIGURE_H

#include "Inputs.h"
#include "Setup.h"
#include "Units.h"

namespace cursor_tidy::tool {

/// The configuration files of a run: the one of --config, else the nearest of
/// each file; without files, that of the current folder.
std::vector<std::string> configurationsOf(const CommandLine &Line,
                                          llvm::ArrayRef<std::string> Files);

/// The files whose configurations hold for a run over these units.
std::vector<std::string> filesOf(const UnitList &List);

/// A path as a file of facts names it: as seen from --root, so that it means
/// the same below another worker's; absolute without --root.
std::string seenFromRoot(llvm::StringRef Path, llvm::StringRef Root);

/// Notes the configuration files that are not there: one that appears matters.
void noteConfigurations(const CommandLine &Line, llvm::ArrayRef<Unit> Units,
                        Inputs &Inputs);

/// --dump-config: what is in force, as JSON.
std::string dumpConfiguration(const CommandLine &Line, const Setup &Known);

} // namespace cursor_tidy::tool

#endif
