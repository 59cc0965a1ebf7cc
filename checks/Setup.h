//===- Setup.h - options and configuration files become models ------------===//
//
// The one place where both hosts learn what a user's options and the project's
// `.cursor-tidy.json` say together.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SETUP_H
#define CURSOR_TIDY_SETUP_H

#include "Options.h"
#include "model/Models.h"

namespace cursor_tidy {

/// What an analysis needs to know before it reads a source.
struct Setup {
  cursor_tidy::Options Options; ///< with what the configuration files add
  model::Models Models;
};

/// Reads configuration files and models. Two files may not set different levels
/// for one driver; what Chosen says itself is stronger than either. The error
/// is one line: what is wrong, where, and what was expected.
llvm::Expected<Setup> setUp(const Options &Chosen);

/// As before, for one unit that knows these words and no others: reads only the
/// models that may say something of it. Options that name models, drivers or
/// configurations have all read, for they may speak of any.
llvm::Expected<Setup> setUpFor(const Options &Chosen,
                               llvm::function_ref<bool(llvm::StringRef)> Knows);

} // namespace cursor_tidy

#endif
