//===- Effects.h - which modelled functions act beyond their arguments ----===//
#ifndef CURSOR_TIDY_MODEL_EFFECTS_H
#define CURSOR_TIDY_MODEL_EFFECTS_H

#include "model/Model.h"

namespace cursor_tidy::model {

/// True for a function that starts, orders or ends threads or processes, or
/// that locks. A function of the user's that calls one matters to its callers
/// even when no handle goes through it.
bool hasEffect(const Function &Model);

} // namespace cursor_tidy::model

#endif
