//===- Members.h - members that a class opens and never closes
//---------------===//
#ifndef CURSOR_TIDY_SOLVE_MEMBERS_H
#define CURSOR_TIDY_SOLVE_MEMBERS_H

#include "solve/Engine.h"

namespace cursor_tidy::solve {

/// Reports the handles that a method of a class opens into a field, where all
/// of the class is seen and nothing in the program closes or hands out that
/// field.
void findLostMembers(Engine &Shared);

} // namespace cursor_tidy::solve

#endif
