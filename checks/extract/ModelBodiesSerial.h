//===- ModelBodiesSerial.h - tasks that run one at a time -----------------===//
//
// A strand, a pool of one thread or a serial queue keeps its tasks apart as a
// lock would. So a model says `spawn ... under X`, and the thread runs a
// function of ours that holds X while it calls the task.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_MODELBODIESSERIAL_H
#define CURSOR_TIDY_EXTRACT_MODELBODIESSERIAL_H

#include "facts/Program.h"

#include <string>
#include <string_view>
#include <utility>

namespace cursor_tidy::extract {

/// Splits `spawn t0 p1 () under p0` into the spawn and the value that is held;
/// that is empty when the line has none.
std::pair<std::string, std::string> splitUnder(std::string_view Line);

/// The same thread, holding a value all the time.
facts::Spawn heldUnder(facts::Value Held, facts::Spawn Task);

/// The functions that such threads of a body run.
std::vector<facts::Function> serialRunners(const facts::Function &Body);

} // namespace cursor_tidy::extract

#endif
