//===- Whole.h - from the facts of all units to an answer -----------------===//
#ifndef CURSOR_TIDY_TOOL_WHOLE_H
#define CURSOR_TIDY_TOOL_WHOLE_H

#include "Analyze.h"
#include "CommandLine.h"
#include "Run.h"
#include "Status.h"

namespace cursor_tidy::tool {

/// Findings below --root are named as seen from there, so their sources are
/// read from there: goes into that folder.
llvm::Error enterRoot(const CommandLine &Line);

/// Where a run keeps what it has found out about functions.
struct Keeping {
  Cache *In = nullptr; ///< null: nowhere
  std::string Key;
};

/// Links, solves, leaves out what comments silence, and writes. Units are for
/// the spelling of paths. The error is one line.
llvm::Expected<Answer> answer(const CommandLine &Line, const Setup &Known,
                              llvm::ArrayRef<Unit> Units, ReadUnits Read,
                              Progress &Progress, const Keeping &Solved = {});

/// The analysis of units, or nothing when it crashed.
std::optional<Analysis>
analyzeSafely(std::vector<facts::Program> Programs, const Options &Options,
              const std::function<bool(std::string_view)> &IsEnabled,
              solve::Memory *Recalled = nullptr);

/// --dump-facts: the handle programs as text.
Answer dumpFacts(const ReadUnits &Read);

} // namespace cursor_tidy::tool

#endif
