//===- VersionGuard.h - is this the LLVM that we were built for?
//--------------===//
#ifndef CURSOR_TIDY_TIDY_VERSIONGUARD_H
#define CURSOR_TIDY_TIDY_VERSIONGUARD_H

#include <optional>
#include <string>
#include <string_view>

namespace cursor_tidy::tidy {

/// What to tell the user when the plugin, built for \p BuiltFor ("22.1"), is
/// loaded into the Clang that calls itself \p Running ("Debian clang version
/// 22.1.8 (3)"); nothing when they fit. Patch releases fit each other.
std::optional<std::string> versionMismatch(std::string_view BuiltFor,
                                           std::string_view Running);

} // namespace cursor_tidy::tidy

#endif
