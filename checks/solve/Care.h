//===- Care.h - who looks after a field
//--------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_CARE_H
#define CURSOR_TIDY_SOLVE_CARE_H

#include "solve/Summary.h"

namespace cursor_tidy::solve {

/// The address of the field through which a value or a cell was reached last,
/// or none.
ValueId lastField(const Values &Ids, ValueId Id);

/// The field of `this` that a cell is, or empty.
facts::Name memberOf(const Values &Ids, ValueId Cell);

/// Fields by the class whose method reaches them through `this`; the class is
/// empty for what is reached in any other way, so that only the name is known.
using Fields = std::set<std::pair<facts::Name, facts::Name>>;

struct Care {
  Fields LookedAfter; ///< some function closes, hands out or lets go of it
  Fields EndsOthers;  ///< some function ends what derives from it
};

/// What one function does.
Care careOf(const facts::Function &F, const Summary &Of, const Values &Ids);

} // namespace cursor_tidy::solve

#endif
