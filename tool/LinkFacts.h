//===- LinkFacts.h - the end of a run whose units were extracted before ---===//
#ifndef CURSOR_TIDY_TOOL_LINKFACTS_H
#define CURSOR_TIDY_TOOL_LINKFACTS_H

#include "CommandLine.h"
#include "Run.h"
#include "Status.h"

namespace cursor_tidy::tool {

/// `cursor-tidy link`: reads the files of facts and answers as one run over
/// their units would. The error is one line.
llvm::Expected<Answer> linkFacts(const CommandLine &Line);

} // namespace cursor_tidy::tool

#endif
