//===- Messages.h - every sentence that a user reads ----------------------===//
//
// Turns each fault of a Solution into a finding: its sentence, the notes along
// its path, the remedy. Which faults are reported is the business of the
// checks.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FINDINGS_MESSAGES_H
#define CURSOR_TIDY_FINDINGS_MESSAGES_H

#include "findings/Finding.h"
#include "solve/Solution.h"

namespace cursor_tidy::findings {

Finding explain(const solve::Lost &Fault, const solve::Solution &Known);
Finding explain(const solve::Stale &Fault, const solve::Solution &Known);
Finding explain(const solve::Shared &Fault, const solve::Solution &Known);
Finding explain(const solve::Crossed &Fault, const solve::Solution &Known);

} // namespace cursor_tidy::findings

#endif
