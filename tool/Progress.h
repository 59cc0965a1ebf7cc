//===- Progress.h - says how far a run is
//------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_PROGRESS_H
#define CURSOR_TIDY_TOOL_PROGRESS_H

#include "llvm/ADT/StringRef.h"

#include <mutex>

namespace cursor_tidy::tool {

enum class Show { Never, OnTerminal };

/// One line on standard error, written over again and again: `[12/62] a.cpp`.
/// Only when that is a terminal. Safe from several threads.
class Progress {
public:
  Progress(size_t Total, Show When);
  ~Progress();

  /// A unit is done.
  void finished(llvm::StringRef File);
  /// All are read; the whole program is being solved.
  void solving();

private:
  void write(llvm::StringRef Text);

  std::mutex Guard;
  size_t Done = 0;
  const size_t Total;
  const bool IsShown;
};

} // namespace cursor_tidy::tool

#endif
