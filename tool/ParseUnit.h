//===- ParseUnit.h - a unit parsed, as its handle program
//--------------------===//
//
// Runs Clang over one file and extracts. A unit that does not compile, or that
// makes Clang or us crash, gives a failure and leaves the others alone. May be
// called on several threads at once.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_PARSEUNIT_H
#define CURSOR_TIDY_TOOL_PARSEUNIT_H

#include "Units.h"
#include "facts/Program.h"
#include "model/Models.h"

#include "extract/Extract.h"
#include <string>

#include <variant>

namespace cursor_tidy::tool {

/// Why a unit was not analysed.
struct Failure {
  std::string Unit = {};    ///< its file, absolute
  std::string Message = {}; ///< the first error
  std::string File = {};    ///< where the error is; empty: nowhere in a file
  unsigned Line = 0, Column = 0;
};

std::variant<facts::Program, Failure>
parseUnit(const Unit &Unit, const model::Models &Models,
          const extract::Settings &Chosen);

/// The folder of Clang's own headers, found once: where LLVM was when we were
/// built, else what the clang in PATH says. Empty when there is none, then
/// Clang looks beside the compiler of each command.
std::string resourceFolder();

} // namespace cursor_tidy::tool

#endif
