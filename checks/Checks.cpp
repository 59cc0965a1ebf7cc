//===- Checks.cpp - the list of checks ------------------------------------===//
#include "Checks.h"

#include <array>

namespace cursor_tidy {

std::span<const Check> checks() {
  static constexpr std::array<Check, 4> All{{
      {"cursor-fork-share",
       "Finds a handle that was opened before a fork and is used or closed in "
       "the child.",
       findForkShare},
      {"cursor-thread-share",
       "Finds a handle that two threads use at the same time beyond the level "
       "that its driver declares, and one used off the only thread that may "
       "use it.",
       findThreadShare},
      {"cursor-unclosed",
       "Finds a handle that the code owns and that is not closed on some path.",
       findUnclosed},
      {"cursor-use-after-close",
       "Finds an access to a handle after its close, its second close, and the "
       "use of what ended with it.",
       findUseAfterClose},
  }};
  return All;
}

} // namespace cursor_tidy
