//===- CallOperators.h - what a call of an object runs --------------------===//
//
// A functor may have several `operator()`: one deleter for all handles of a
// program, a generic lambda. Where the type of the argument is known, so is the
// one that runs; where it is not, none is better than a wrong one.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_CALLOPERATORS_H
#define CURSOR_TIDY_EXTRACT_CALLOPERATORS_H

#include "clang/AST/DeclCXX.h"

namespace cursor_tidy::extract {

/// What runs whatever the arguments are; null for several.
const clang::CXXMethodDecl *callOperator(const clang::CXXRecordDecl &Class);

/// What runs for one argument of the given type: the one that takes just it,
/// else the only one; null for none.
const clang::CXXMethodDecl *callOperatorFor(const clang::CXXRecordDecl &Class,
                                            clang::QualType Argument);

} // namespace cursor_tidy::extract

#endif
