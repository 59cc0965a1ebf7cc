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

/// The same on one line, as the answer to the request of this id (JSON).
std::string asJsonLine(const Report &Report, const std::string &Id);
/// Why a request could not be answered.
std::string errorAsJsonLine(const std::string &Message, const std::string &Id);

} // namespace cursor_tidy::tool

#endif
