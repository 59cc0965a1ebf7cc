//===- Configure.h - the configuration of a run ---------------------------===//
#ifndef CURSOR_TIDY_TOOL_CONFIGURE_H
#define CURSOR_TIDY_TOOL_CONFIGURE_H

#include "Inputs.h"
#include "Setup.h"
#include "Units.h"

namespace cursor_tidy::tool {

/// The configuration files of a run: the one of --config, else the nearest of
/// each unit; without units, that of the current folder.
std::vector<std::string> configurationsOf(const CommandLine &Line,
                                          llvm::ArrayRef<Unit> Units);

/// Notes the configuration files that are not there: one that appears matters.
void noteConfigurations(const CommandLine &Line, llvm::ArrayRef<Unit> Units,
                        Inputs &Inputs);

/// --dump-config: what is in force, as JSON.
std::string dumpConfiguration(const CommandLine &Line, const Setup &Known);

} // namespace cursor_tidy::tool

#endif
