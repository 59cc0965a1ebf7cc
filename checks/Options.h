//===- Options.h - every option that changes what is found
//-------------------===//
#ifndef CURSOR_TIDY_OPTIONS_H
#define CURSOR_TIDY_OPTIONS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <map>
#include <string>
#include <vector>

namespace cursor_tidy {

/// What a user may set, in `.clang-tidy` (UpperCamel) and on the command line
/// (kebab). Hosts fill it; nothing else reads the environment.
struct Options {
  /// `Models`: paths of further model files, added to the embedded ones.
  std::vector<std::string> Models;
  /// `DriverLevels`: `DRIVER=2;OTHER/HANDLE=1`, levels that replace the
  /// declared ones.
  std::map<std::string, int> DriverLevels;
  /// `ThrowingCalls`: calls of C++ functions whose bodies are not seen and that
  /// are not `noexcept` may throw.
  bool ThrowingCalls = false;
  /// `Config`: paths of the configuration files that apply. What they say is
  /// added to the other options, which are stronger.
  std::vector<std::string> Configurations;
  /// Globs over canonical paths: nothing is reported there.
  std::vector<std::string> Exclude;
  friend auto operator<=>(const Options &, const Options &) = default;
};

/// Reads the text of DriverLevels; entries end at `;` or `,`. The error says
/// which entry is wrong.
llvm::Expected<std::map<std::string, int>> readDriverLevels(llvm::StringRef);

/// Reads the text of Models: paths with `;` or `,` between them.
std::vector<std::string> readModelPaths(llvm::StringRef Text);

} // namespace cursor_tidy

#endif
