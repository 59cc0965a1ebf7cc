//===- Parameters.h - what a model must know of a declaration -------------===//
//
// The words by which models tell overloads apart, and what each parameter is to
// a library function: a callable, a placeholder, an object or an answer.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_PARAMETERS_H
#define CURSOR_TIDY_EXTRACT_PARAMETERS_H

#include "extract/ModelBodies.h"
#include "extract/Unit.h"

namespace cursor_tidy::extract {

/// One word per parameter, see model::Models::function.
std::vector<std::string> typeWords(const clang::FunctionDecl &Function);

ParamForm formOf(clang::QualType Type);

/// The number N of a placeholder, which in every library is an object of an
/// empty class template with N as its only argument; 0 for anything else.
unsigned placeholderOf(clang::QualType Type);

/// True for `int *`, `char **`, `bool &`: where a library leaves an answer.
bool isOut(clang::QualType Type);

/// Finds the virtual methods that the lines of a body name, `@run`.
void shapeMethods(Unit &In, const clang::FunctionDecl &Function,
                  const model::Body &Body, Shape &Result);

} // namespace cursor_tidy::extract

#endif
