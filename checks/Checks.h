//===- Checks.h - the list of checks --------------------------------------===//
//
// Everything that iterates over checks (plugin, tool, --list-checks, docs
// tests) reads this list and nothing else.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_CHECKS_H
#define CURSOR_TIDY_CHECKS_H

#include "findings/Finding.h"
#include "solve/Solution.h"

#include <span>
#include <string_view>
#include <vector>

namespace cursor_tidy {

std::vector<findings::Finding> findThreadShare(const solve::Solution &);
std::vector<findings::Finding> findForkShare(const solve::Solution &);
std::vector<findings::Finding> findUnclosed(const solve::Solution &);
std::vector<findings::Finding> findUseAfterClose(const solve::Solution &);

struct Check {
  std::string_view Name;     ///< `cursor-unclosed`
  std::string_view Sentence; ///< what it finds; opens its file and its page too
  std::vector<findings::Finding> (*Find)(const solve::Solution &);
};

/// All checks, by name.
std::span<const Check> checks();

} // namespace cursor_tidy

#endif
