//===- Locations.h - source ranges as plain data --------------------------===//
//
// Turns Clang's source locations into facts::Location: canonical file, lines,
// byte and UTF-16 columns, offsets. A macro counts as where the user wrote it.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_LOCATIONS_H
#define CURSOR_TIDY_EXTRACT_LOCATIONS_H

#include "facts/Location.h"

#include "clang/Basic/LangOptions.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/DenseMap.h"

#include <string>

namespace clang {
class SourceManager;
}

namespace cursor_tidy::extract {

class Locations {
public:
  Locations(const clang::SourceManager &Sources,
            const clang::LangOptions &Language, std::string Root = "")
      : Sources(Sources), Language(Language), Root(std::move(Root)) {}

  facts::Location of(clang::SourceRange Range) const;

  /// The characters between two places of one file.
  facts::Location between(clang::SourceLocation Begin,
                          clang::SourceLocation End) const;

  /// The source text of a range on one line, cut to fit into a message.
  std::string text(clang::SourceRange Range) const;

  /// Canonical path of the file that a location is in.
  facts::Name file(clang::SourceLocation Where) const;

  /// Canonical path of the main file.
  facts::Name mainFile() const;

private:
  facts::Name fileOf(clang::FileID File) const;

  const clang::SourceManager &Sources;
  const clang::LangOptions &Language;
  const std::string Root; ///< paths below this folder are relative to it
  mutable llvm::DenseMap<clang::FileID, facts::Name> Files;
};

} // namespace cursor_tidy::extract

#endif
