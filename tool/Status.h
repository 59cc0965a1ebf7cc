//===- Status.h - how a run ends ------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_STATUS_H
#define CURSOR_TIDY_TOOL_STATUS_H

#include <string>

namespace cursor_tidy::tool {

/// Exit statuses; --help and docs/tool.md list them.
enum Status { Clean = 0, Found = 1, Unusable = 2, Incomplete = 3 };

/// What a run says, before it is written.
struct Answer {
  Status Ends = Clean;
  std::string Output; ///< the findings
  std::string Errors; ///< for standard error: failures, remarks, the summary
};

} // namespace cursor_tidy::tool

#endif
