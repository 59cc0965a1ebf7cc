//===- Exceptions.h - what may throw --------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_EXCEPTIONS_H
#define CURSOR_TIDY_EXTRACT_EXCEPTIONS_H

namespace clang {
class ASTContext;
class FunctionDecl;
} // namespace clang

namespace cursor_tidy::extract {

/// True when no exception comes out of a call. Null: of something unknown.
bool isNoThrow(const clang::FunctionDecl *Callee,
               const clang::ASTContext &Context);

/// True for a function whose body nobody reads and that may throw.
bool mayThrowUnseen(const clang::FunctionDecl &Source,
                    const clang::ASTContext &Context);

} // namespace cursor_tidy::extract

#endif
