//===- Namesakes.h - what a name means: a library's or the program's own --===//
//
// A project may have a class `Db`, a namespace `sql` or a function `err` of its
// own. Only what a library declares is what the library's model speaks of.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_NAMESAKES_H
#define CURSOR_TIDY_EXTRACT_NAMESAKES_H

#include "extract/Unit.h"

#include <span>

namespace cursor_tidy::extract {

/// The handle that a typedef or a tag names, null when it names none.
const model::Handle *handleNamed(const Unit &In, const clang::NamedDecl &Type);

/// The model of a class, null when it has none.
const model::Class *modelledClass(const Unit &In,
                                  const clang::CXXRecordDecl &Class);

/// The model of a function by its name and number of parameters, and by the
/// words for their types when overloads differ in them; null when it has none.
const model::Function *functionNamed(const Unit &In,
                                     const clang::FunctionDecl &Function,
                                     std::span<const std::string> Types = {});

} // namespace cursor_tidy::extract

#endif
