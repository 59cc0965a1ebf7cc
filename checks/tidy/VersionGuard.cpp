//===- VersionGuard.cpp - is this the LLVM that we were built for?
//------------===//
//
// clang-tidy loads a plugin of a neighbouring LLVM without a word and then runs
// none of its checks: green, and nothing was looked at. So before anything else
// of the plugin runs we compare versions and end the process on a mismatch.
//
// Plain C++ and one symbol of Clang: whatever else is missing in another LLVM
// must not be touched before the guard has spoken (hence lazy binding).
//
//===----------------------------------------------------------------------===//
#include "tidy/VersionGuard.h"

#include "clang/Basic/Version.h"

#include <cstdio>
#include <cstdlib>

namespace cursor_tidy::tidy {

std::optional<std::string> versionMismatch(std::string_view BuiltFor,
                                           std::string_view Running) {
  constexpr std::string_view Before = "clang version ";
  size_t At = Running.find(Before);
  std::string_view Version = At == std::string_view::npos
                                 ? Running
                                 : Running.substr(At + Before.size());
  Version = Version.substr(0, Version.find_first_of(" -~+"));
  bool Fits =
      Version.starts_with(BuiltFor) &&
      (Version.size() == BuiltFor.size() || Version[BuiltFor.size()] == '.');
  if (Fits)
    return std::nullopt;
  return "cursor-tidy: error: this plugin is built for clang-tidy " +
         std::string(BuiltFor) + " and was loaded into version " +
         std::string(Version) + "; load it into clang-tidy-" +
         std::string(BuiltFor.substr(0, BuiltFor.find('.'))) +
         " or build it against that LLVM";
}

namespace {

#define CURSOR_TIDY_TEXT_OF(Number) #Number
#define CURSOR_TIDY_DOTTED(Major, Minor)                                       \
  CURSOR_TIDY_TEXT_OF(Major) "." CURSOR_TIDY_TEXT_OF(Minor)

struct Guard {
  Guard() {
    auto Wrong = versionMismatch(
        CURSOR_TIDY_DOTTED(CLANG_VERSION_MAJOR, CLANG_VERSION_MINOR),
        clang::getClangFullVersion());
    if (!Wrong)
      return;
    std::fprintf(stderr, "%s\n", Wrong->c_str());
    std::_Exit(2);
  }
};

/// Runs before the module registers itself.
[[gnu::init_priority(101), maybe_unused]] const Guard First;

} // namespace
} // namespace cursor_tidy::tidy
