//===- Forget.h - what a state need not remember
//---------------------------===//
#ifndef CURSOR_TIDY_SOLVE_FORGET_H
#define CURSOR_TIDY_SOLVE_FORGET_H

#include "solve/State.h"

namespace cursor_tidy::solve {

/// A turn of a loop leaves facts behind about values that no later event can
/// name: `text[i]` for an `i` that no cell holds any more. Takes these out of a
/// state. Elements with such an index become one, for what was written to them
/// or given away still counts.
void forgetNameless(State &S, Values &Ids);

/// Bounds what an outcome tells of memory that callers supplied: past the bound
/// all of it is let go, as if code that is not seen had got it.
void boundOutcome(State &S, Values &Ids);

} // namespace cursor_tidy::solve

#endif
