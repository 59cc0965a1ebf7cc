//===- Vocabulary.h - which words a unit knows ----------------------------===//
//
// What a unit does not name it cannot use: the cheapest question there is about
// a unit, and the first one asked.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_VOCABULARY_H
#define CURSOR_TIDY_EXTRACT_VOCABULARY_H

#include "llvm/ADT/StringRef.h"

namespace clang {
class ASTContext;
}

namespace cursor_tidy::extract {

/// True when the word stands in the unit, or in a precompiled header of it.
bool knowsWord(const clang::ASTContext &Context, llvm::StringRef Word);

/// True when the unit knows each part of a qualified name.
bool knowsName(const clang::ASTContext &Context, llvm::StringRef Qualified);

} // namespace cursor_tidy::extract

#endif
