//===- DeclaredLocks.h - locks that Clang's attributes speak of -----------===//
//
// The attributes of -Wthread-safety: which functions take and leave a lock, and
// which want it held by who calls them.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_DECLAREDLOCKS_H
#define CURSOR_TIDY_EXTRACT_DECLAREDLOCKS_H

#include "facts/Program.h"

#include <optional>
#include <string>

namespace clang {
class ASTContext;
class FunctionDecl;
} // namespace clang

namespace cursor_tidy::extract {

/// A model of the functions that take or leave a lock (`ACQUIRE`, `RELEASE`,
/// `TRY_ACQUIRE`, scoped ones too); nothing when the unit has none.
std::optional<std::string> declaredLocks(const clang::ASTContext &Context);

/// What a caller of the function must hold (`REQUIRES`) is held in its body.
void holdRequired(facts::Function &Body, const clang::FunctionDecl &Function);

} // namespace cursor_tidy::extract

#endif
