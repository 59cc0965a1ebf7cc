//===- UnitFacts.h - a unit on its way to the link ------------------------===//
//
// What `cursor-tidy extract` writes and `cursor-tidy link` reads: all that a
// run knows of its units before it joins them. The same units give the same
// bytes.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_UNITFACTS_H
#define CURSOR_TIDY_TOOL_UNITFACTS_H

#include "ParseUnit.h"
#include "Reach.h"

#include <optional>

namespace cursor_tidy::tool {

struct UnitFacts {
  std::string File; ///< absolute, or below --root
  UnitText Text;
  /// Empty: the unit was not parsed, since it cannot matter.
  std::optional<std::variant<facts::Program, Failure>> Result;
};

/// What the facts of units depend on besides the sources.
struct Origin {
  std::string Made; ///< identity of the tool and its models
  /// The configuration files that were in force, as seen from --root.
  std::vector<std::string> Configurations;
};

/// The units of a file of facts.
std::string writeFacts(llvm::ArrayRef<UnitFacts> Units, const Origin &From);

/// The origin alone. The error is one line: what is wrong with the file, and
/// what to do.
llvm::Expected<Origin> readOrigin(llvm::StringRef Path);

/// The units of a file that was made by this tool with these models.
llvm::Expected<std::vector<UnitFacts>> readFacts(llvm::StringRef Path,
                                                 llvm::StringRef Made);

} // namespace cursor_tidy::tool

#endif
