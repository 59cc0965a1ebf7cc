//===- Embedded.h - the model files inside the binary
//-----------------------===//
//
// The build writes their bytes into a source file (Embed.cmake), so that a
// plugin or a tool needs no data beside it.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_MODEL_EMBEDDED_H
#define CURSOR_TIDY_MODEL_EMBEDDED_H

#include <span>
#include <string_view>

namespace cursor_tidy::model {

/// One model file of the project.
struct EmbeddedFile {
  std::string_view Name; ///< `drivers/sqlite3.json`
  std::string_view Text;
  /// Qualified names: a unit that knows none of these has no use for the file.
  /// Empty: every unit has.
  std::span<const std::string_view> Needed;
};

/// All model files of the project, sorted by name.
std::span<const EmbeddedFile> embeddedFiles();

} // namespace cursor_tidy::model

#endif
