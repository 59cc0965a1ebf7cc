//===- Relevance.h - which functions can touch a handle -------------------===//
//
// Most functions of most programs have nothing to do with a database. What
// cannot reach a handle is left out before anything is lowered.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_RELEVANCE_H
#define CURSOR_TIDY_EXTRACT_RELEVANCE_H

#include "extract/Unit.h"

#include <vector>

namespace cursor_tidy::extract {

/// The user's functions that touch a handle or a driver, or lead to one that
/// does or may (a function of the project that another unit defines). Empty
/// when no driver can be seen in this unit. In the order of the source.
std::vector<const clang::FunctionDecl *> relevantFunctions(const Unit &In);

/// The driver in whose header a function is declared, null when in none.
const model::Driver *driverOf(const Unit &In, const clang::FunctionDecl &F);

/// True when the body of a function names a handle's type or a driver's
/// function.
bool touchesDriver(const Unit &In, const clang::FunctionDecl &Definition);

} // namespace cursor_tidy::extract

#endif
