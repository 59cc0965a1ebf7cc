//===- Declared.h - what the sources themselves say of handles ------------===//
//
// Annotations of a library's author, the ownership attributes that Clang knows,
// and constants `threadsafety` in a handle's namespace. docs/models.md shows
// them. What they say becomes a model like any other.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_DECLARED_H
#define CURSOR_TIDY_EXTRACT_DECLARED_H

#include "facts/Program.h"
#include "model/Models.h"

#include <optional>

namespace clang {
class ASTContext;
}

namespace cursor_tidy::extract {

class Unit;

/// The models with what the unit declares added; nothing when it declares none.
std::optional<model::Models> withDeclared(const clang::ASTContext &Context,
                                          const model::Models &Models);

/// Levels by a constant in the namespace of a handle's class:
/// `inline constexpr int threadsafety = 1;`
std::vector<facts::LevelDeclaration> levelConstants(const Unit &In);

} // namespace cursor_tidy::extract

#endif
