//===- Memory.h - what earlier runs have found out about functions --------===//
#ifndef CURSOR_TIDY_SOLVE_MEMORY_H
#define CURSOR_TIDY_SOLVE_MEMORY_H

#include "solve/Record.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace cursor_tidy::solve {

struct Memory {
  Hash Environment; ///< kinds of handles and levels that were in force
  std::unordered_map<SummaryKey, Record> Records;
  bool HasChanged = false; ///< since it was read
  size_t Simulated = 0;    ///< functions that the last run solved itself
};

/// The same memory gives the same bytes.
std::string writeMemory(const Memory &Of);
/// An empty one when the bytes are damaged.
Memory readMemory(std::string_view Bytes);

} // namespace cursor_tidy::solve

#endif
