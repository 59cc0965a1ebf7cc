//===- Extract.h - Clang AST in, handle program out -----------------------===//
//
// The only part that knows Clang's AST. Reads a parsed translation unit and the
// models, and writes down what the solver needs; keeps no pointer into the AST.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_EXTRACT_H
#define CURSOR_TIDY_EXTRACT_EXTRACT_H

#include "facts/Program.h"
#include "model/Models.h"

#include <string>

namespace clang {
class ASTContext;
class Preprocessor;
} // namespace clang

namespace cursor_tidy::extract {

/// What the host knows about a unit.
struct Settings {
  /// Other units may call this one: what starts or ends threads and processes
  /// here matters to them, also where no driver is in sight.
  bool IsPartOfProgram = false;
  /// Canonical folder below which paths are relative to it, so that they are
  /// the same on every machine; empty: none.
  std::string Root = {};
  /// Reads also what cannot matter: to see that leaving it out changes nothing.
  bool ReadsAll = false;
};

/// The handle program of a translation unit that has been parsed whole. Empty
/// of functions when nothing in the unit can touch a handle, a thread or a
/// fork. The preprocessor tells the macros of the build that set a driver's
/// level.
facts::Program extract(clang::ASTContext &Context,
                       const clang::Preprocessor &Macros,
                       const model::Models &Models,
                       const Settings &Chosen = {});

} // namespace cursor_tidy::extract

#endif
