//===- Classes.h - classes, globals and kinds of a handle program ---------===//
#ifndef CURSOR_TIDY_EXTRACT_CLASSES_H
#define CURSOR_TIDY_EXTRACT_CLASSES_H

#include "extract/Unit.h"

namespace cursor_tidy::extract {

/// A class with its fields, bases and methods; of a class of a library only its
/// name and its destructor.
facts::Class describe(Unit &In, const clang::CXXRecordDecl &Class);

/// A variable of static storage.
facts::Global describe(Unit &In, const clang::VarDecl &Global);

/// The facts about every kind of handle that the program names.
std::vector<facts::HandleKind> kindsOf(const facts::Program &Program,
                                       const model::Models &Models);

} // namespace cursor_tidy::extract

#endif
