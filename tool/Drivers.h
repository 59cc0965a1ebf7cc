//===- Drivers.h - shows what is known of drivers -------------------------===//
#ifndef CURSOR_TIDY_TOOL_DRIVERS_H
#define CURSOR_TIDY_TOOL_DRIVERS_H

#include "CommandLine.h"
#include "model/Models.h"

namespace cursor_tidy::tool {

/// --list-drivers: a row for each driver, as text or JSON.
std::string listDrivers(const model::Models &Models, Format As);

/// --explain-driver: all that the models say of one. The error names the
/// drivers that there are.
llvm::Expected<std::string> explainDriver(const model::Models &Models,
                                          llvm::StringRef Name);

} // namespace cursor_tidy::tool

#endif
