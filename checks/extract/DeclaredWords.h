//===- DeclaredWords.h - whether anything is declared in code at all ------===//
//
// Most sources say nothing of handles, which the lack of the words tells at
// once: of a unit that has been parsed, and of a file's text before it is.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_DECLAREDWORDS_H
#define CURSOR_TIDY_EXTRACT_DECLAREDWORDS_H

#include "llvm/ADT/StringRef.h"

namespace clang {
class ASTContext;
}

namespace cursor_tidy::extract {

/// Whether the unit has a word that an annotation or an attribute of a handle
/// needs; gcc's malloc(dealloc, n) has none of its own.
bool mayDeclare(const clang::ASTContext &Context);

/// Whether a file's text may declare a handle. In an installed header gcc's
/// attribute does not count: the C library's own speak of memory and files.
bool mayDeclare(llvm::StringRef Text, bool IsInstalled);

} // namespace cursor_tidy::extract

#endif
