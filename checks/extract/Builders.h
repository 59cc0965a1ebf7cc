//===- Builders.h - which constructor a library function runs -------------===//
//
// A library function that builds an object from what it is given
// (`make_unique`, `emplace_back`) says which constructor it chose in its own
// instantiated body, however deep; so no overload resolution is repeated here.
// A function whose body is not there builds an object of which nothing is
// known.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_BUILDERS_H
#define CURSOR_TIDY_EXTRACT_BUILDERS_H

#include "clang/AST/DeclCXX.h"

namespace cursor_tidy::extract {

/// The constructor by which a function builds an object of a class from all of
/// its arguments, null when it does not say.
const clang::CXXConstructorDecl *
constructorWithin(const clang::FunctionDecl &Builder,
                  const clang::CXXRecordDecl &Class);

/// The constructor that makes an object of a class from another one, which a
/// parameter of this type stands for; null when there is none.
const clang::CXXConstructorDecl *
constructorFrom(clang::QualType Source, const clang::CXXRecordDecl &Class);

} // namespace cursor_tidy::extract

#endif
