//===- Lives.h - objects whose life the program does not show
//----------------===//
//
// A class opens a handle in one method, drops it in another and closes it in
// its destructor; which of them are called in a row only its users know. Where
// they are not seen, clients stand for them: each makes an object, calls what
// opens, then one other method, and ends the object's life. What is lost or
// closed twice on the way is a fault of the class.
//
// Evidence is needed here too: only a handle that the class opens and closes
// itself is judged, and only by calls that no agreement with its users rules
// out: that `open` is called once, or `begin` before `commit`, is taken for
// granted.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_LIVES_H
#define CURSOR_TIDY_SOLVE_LIVES_H

#include "solve/Engine.h"

namespace cursor_tidy::solve {

void findFaultsInLives(Engine &Shared);

} // namespace cursor_tidy::solve

#endif
