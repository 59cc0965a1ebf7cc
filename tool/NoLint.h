//===- NoLint.h - findings that a comment takes out
//---------------------------===//
#ifndef CURSOR_TIDY_TOOL_NOLINT_H
#define CURSOR_TIDY_TOOL_NOLINT_H

#include "Report.h"

namespace cursor_tidy::tool {

/// Takes out the findings on which a NOLINT, NOLINTNEXTLINE or NOLINTBEGIN
/// comment stands, exactly as clang-tidy does. Errors gets remarks on comments
/// that are malformed.
void suppress(Report &Report, llvm::raw_ostream &Errors);

} // namespace cursor_tidy::tool

#endif
