//===- Serve.h - findings for an editor -----------------------------------===//
#ifndef CURSOR_TIDY_TOOL_SERVE_H
#define CURSOR_TIDY_TOOL_SERVE_H

#include "CommandLine.h"
#include "Status.h"

#include <iosfwd>

namespace cursor_tidy::tool {

/// Answers requests until they end: one JSON object a line each way,
/// docs/editor.md has them. Units that were asked for last stay parsed up to
/// their first declaration.
Status serve(const CommandLine &Line, std::istream &Requests,
             llvm::raw_ostream &Answers);

} // namespace cursor_tidy::tool

#endif
