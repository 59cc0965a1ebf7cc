//===- Modelled.h - functions that are not read from source ---------------===//
//
// Finds what models say of a declaration and hands its shape to ModelBodies.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_MODELLED_H
#define CURSOR_TIDY_EXTRACT_MODELLED_H

#include "extract/Unit.h"

namespace cursor_tidy::extract {

/// The function as its model has it, as its driver's or its class's default has
/// it; none when no model speaks of it, so that its source does.
std::optional<facts::Function> modelled(Unit &In,
                                        const clang::FunctionDecl &Function);

/// True for a library's function that a model wants read from its source.
bool isReadFromSource(const Unit &In, const clang::FunctionDecl &Function);

/// As modelled() for a function-pointer field of a driver's record.
std::optional<facts::Function> modelled(Unit &In,
                                        const clang::FieldDecl &Field);

} // namespace cursor_tidy::extract

#endif
