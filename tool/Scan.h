//===- Scan.h - the files that a unit reads -------------------------------===//
//
// Clang's own dependency scanner: it lexes directives only, and shares what it
// learns of a header among all units.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_SCAN_H
#define CURSOR_TIDY_TOOL_SCAN_H

#include "Inputs.h"
#include "Units.h"

#include <memory>

namespace cursor_tidy::tool {

class Scanner {
public:
  explicit Scanner(Inputs &Into);
  ~Scanner();

  /// The files that a unit reads, absolute, its main file first. Empty when the
  /// scan fails: then only the parse can tell. Safe from several threads.
  FileList filesOf(const Unit &Of);

private:
  struct State;
  std::unique_ptr<State> Shared;
};

} // namespace cursor_tidy::tool

#endif
