//===- Link.h - joins the handle programs of units ------------------------===//
#ifndef CURSOR_TIDY_FACTS_LINK_H
#define CURSOR_TIDY_FACTS_LINK_H

#include "facts/Program.h"

namespace cursor_tidy::facts {

/// One program of many. Symbols are joined by name: a body beats a declaration,
/// of several bodies (inline functions, templates) the first by unit order is
/// kept. The result is sorted by symbol and does not depend on the order of the
/// units.
Program link(std::vector<Program> Units);

} // namespace cursor_tidy::facts

#endif
