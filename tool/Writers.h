//===- Writers.h - a report as text and as JSON
//-------------------------------===//
#ifndef CURSOR_TIDY_TOOL_WRITERS_H
#define CURSOR_TIDY_TOOL_WRITERS_H

#include "Report.h"

namespace cursor_tidy::tool {

enum class Colours { Off, On };

/// Findings as Clang prints its warnings: message, source line, notes.
std::string asText(const Report &Report, Colours Use);

/// Everything, in the format of checks/schema/findings.schema.json; the same
/// bytes for the same report.
std::string asJson(const Report &Report);

} // namespace cursor_tidy::tool

#endif
