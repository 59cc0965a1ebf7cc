//===- Owners.h - what owns, builds and deletes what ----------------------===//
//
// The part of a modelled function's shape that comes from template arguments:
// the deleter of a smart pointer, the destructor of a container's element, how
// an element is built or copied.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_OWNERS_H
#define CURSOR_TIDY_EXTRACT_OWNERS_H

#include "extract/ModelBodies.h"
#include "extract/Unit.h"

namespace cursor_tidy::extract {

/// How the owner of a function ends what it owns.
void shapeOwner(Unit &In, const clang::FunctionDecl &Function, Shape &Result);

/// What the function builds of its arguments, and what it keeps of them. Only
/// asked when the model wants to know: both mention functions.
void shapeBuildings(Unit &In, const clang::FunctionDecl &Function,
                    Shape &Result);

/// Adds what a body turned out to need of its owner's template arguments.
void addDeletes(Unit &In, const clang::FunctionDecl &Function,
                const facts::Function &Body);

} // namespace cursor_tidy::extract

#endif
