//===- Constraints.h - what a path knows of scalars
//-------------------------===//
//
// Reads and writes of cells, operators over values, and the assumption that a
// branch makes. Comparisons are values too, so that a condition that was stored
// in a variable still refines what it compared when it is tested later.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_CONSTRAINTS_H
#define CURSOR_TIDY_SOLVE_CONSTRAINTS_H

#include "solve/State.h"

namespace cursor_tidy::solve {

/// True for an unknown identity of a thread, read from an element or differing
/// between paths that were merged. Models keep identities in a field of this
/// name. Who asks whether it can be joined joins it if it can, so that all are
/// taken as such: joining none does nothing.
bool isOneOfThreads(const Values &Values, ValueId Id);

/// What a cell holds; a value that is known to be one number is that number.
ValueId read(Values &Values, const State &S, ValueId Cell);
/// Likewise, of a value at hand.
ValueId settle(Values &Values, const State &S, ValueId Id);

/// Bounds of a value on this path.
Range rangeOf(const Values &Values, const State &S, ValueId Id);
/// Whether a value is non-zero, when the path decides it.
std::optional<bool> truth(const Values &Values, const State &S, ValueId Id);

/// Narrows a value. The state dies when nothing is left.
void narrow(const Values &Values, State &S, ValueId Id, const Range &To);
/// Takes a condition as non-zero or as zero. The state dies when it cannot be.
void assume(const Values &Values, State &S, ValueId Id, bool IsTrue);

/// `Left Op Right` on this path.
ValueId compute(Values &Values, const State &S, facts::Operator Op,
                ValueId Left, ValueId Right);

/// The range of one number, of all but one, and of a sign.
Range only(int64_t N);
Range allBut(int64_t N);
Range positive();
Range negative();

} // namespace cursor_tidy::solve

#endif
