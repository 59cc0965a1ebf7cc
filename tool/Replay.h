//===- Replay.h - an answer that still holds ------------------------------===//
//
// When nothing that a run has read or looked for has changed, its answer is the
// same; then no unit is even scanned.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_REPLAY_H
#define CURSOR_TIDY_TOOL_REPLAY_H

#include "Cache.h"
#include "Inputs.h"
#include "Status.h"

namespace cursor_tidy::tool {

/// The answer kept under a key, if all its inputs are as they were.
std::optional<Answer> replay(Cache &From, llvm::StringRef Key, Inputs &Inputs);

/// Keeps an answer with all the inputs of the run.
void keepAnswer(Cache &In, llvm::StringRef Key, const Answer &Given,
                Inputs &Inputs);

} // namespace cursor_tidy::tool

#endif
