//===- Json.h - JSON that remembers its lines
//-------------------------------===//
//
// Model files are written by people, so an error in one must name its line.
// This reads JSON into a small tree whose nodes know where they stand, which
// the JSON library's own tree does not.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_MODEL_JSON_H
#define CURSOR_TIDY_MODEL_JSON_H

#include "llvm/Support/Error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cursor_tidy::model {

/// A value of a JSON text with the line on which it starts.
struct JsonNode {
  enum class Kind : uint8_t { Null, Bool, Int, Text, List, Object };
  Kind What = Kind::Null;
  unsigned Line = 0;
  int64_t Number = 0;          ///< for Int; for Bool 0 or 1
  std::string Text;            ///< for Text
  std::vector<JsonNode> Items; ///< of a List; of an Object its members
  std::string Key;             ///< of a member of an Object

  /// The member of that name, or null.
  const JsonNode *find(std::string_view Name) const;

  /// The node in a few words, for errors: `the text "levl"`, `a list`.
  std::string describe() const;
};

/// An error of the form `FILE:LINE: found FOUND, expected EXPECTED`.
llvm::Error jsonError(std::string_view File, unsigned Line,
                      std::string_view Found, std::string_view Expected);

/// Reads a JSON text. Numbers must be integers.
llvm::Expected<JsonNode> readJson(std::string_view Text, std::string_view File);

} // namespace cursor_tidy::model

#endif
