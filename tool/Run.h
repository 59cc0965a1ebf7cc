//===- Run.h - the units of a run, as facts -------------------------------===//
//
// Scans, chooses the units that can matter, and parses these, several at a
// time, or takes what an earlier run kept. The result does not depend on how
// many are parsed at a time nor on what was kept.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_RUN_H
#define CURSOR_TIDY_TOOL_RUN_H

#include "Cache.h"
#include "Inputs.h"
#include "Progress.h"
#include "Setup.h"
#include "UnitFacts.h"

namespace cursor_tidy::tool {

/// How the units of a run are read.
struct Reading {
  unsigned Jobs = 0;   ///< at a time; 0: one per core
  uint64_t Memory = 0; ///< bytes for all parses together; 0: no bound
  bool ChoosesUnits = true;
  bool TakesShortcuts = true; ///< else all bodies and functions are read
  Shard Part;
  std::string Root;       ///< see extract::Settings
  std::string Made;       ///< identity of the tool and its models
  Cache *Kept = nullptr;  ///< null: none
  std::string ScansOf;    ///< whose scans are kept together; empty: of nothing
  bool IsForLink = false; ///< the link chooses again, and wants all texts
};

struct ReadUnits {
  std::vector<UnitFacts> Units;   ///< of the shard, in their order
  std::vector<std::string> Files; ///< for a link: that these read, sorted
  size_t FromCache = 0;
  size_t Scanned = 0; ///< all others are as they were when they were scanned
  bool IsComplete = true; ///< every unit's inputs are known
};

ReadUnits readUnits(llvm::ArrayRef<Unit> Units, const Setup &Known,
                    const Reading &How, Inputs &Inputs, Progress &Progress);

/// Which of the units a run reads: all of few, else those that can matter.
std::vector<bool> chooseUnits(llvm::ArrayRef<UnitText> Texts,
                              const model::Models &Models);

/// Identity of this executable with these models and configurations.
std::string identityOf(const Options &Options, Inputs &Inputs);

/// A path as the facts have it: relative to Root when it is below.
std::string belowRoot(llvm::StringRef Path, llvm::StringRef Root);

} // namespace cursor_tidy::tool

#endif
