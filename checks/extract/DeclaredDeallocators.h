//===- DeclaredDeallocators.h - gcc's attribute malloc(dealloc, n) --------===//
#ifndef CURSOR_TIDY_EXTRACT_DECLAREDDEALLOCATORS_H
#define CURSOR_TIDY_EXTRACT_DECLAREDDEALLOCATORS_H

#include "model/Models.h"

#include <string>
#include <vector>

namespace clang {
class ASTContext;
}

namespace cursor_tidy::extract {

/// Texts of models: functions whose result the attribute says to be given to a
/// deallocator. A type that the models know stays what it is; any other is a
/// handle of its own name.
std::vector<std::string> declaredDeallocators(const clang::ASTContext &Context,
                                              const model::Models &Models);

} // namespace cursor_tidy::extract

#endif
