//===- Reader.h - a model file becomes plain data
//---------------------------===//
//
// Reads one model file. Keeps the first error only, with file and line, and
// goes on with empty values, so that the code below has no error paths of its
// own. The keys are those of checks/schema/model.schema.json.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_MODEL_READER_H
#define CURSOR_TIDY_MODEL_READER_H

#include "model/Json.h"
#include "model/Model.h"

#include "llvm/Support/Error.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cursor_tidy::model {

/// Reads a model file; the error names file, line, what was found and what was
/// expected.
llvm::Expected<ModelFile> readModel(std::string_view Text,
                                    std::string_view File);

/// Reads the functions, classes and borrowers of an object that may have other
/// keys too.
llvm::Expected<ModelFile> readLibrary(const JsonNode &Root,
                                      std::string_view File);

/// Reads the nodes of one file. Every question takes the node that it is about;
/// after an error the answers are empty.
class Reader {
public:
  explicit Reader(std::string_view File) : File(File) {}

  /// Notes an error at a node.
  void expect(const JsonNode &Found, std::string_view Expected);
  /// Notes an error about a missing key of an object.
  void missing(const JsonNode &Object, std::string_view Key);
  /// Notes an error about any text at a node.
  void wrong(const JsonNode &At, std::string_view Found,
             std::string_view Expected);
  /// The first error, or success.
  llvm::Error takeError();

  /// Notes an error when the object has a key that is not among these.
  void onlyKeys(const JsonNode &Object,
                std::initializer_list<std::string_view> Keys);
  /// A member, or a node of kind Null when it is absent.
  const JsonNode &member(const JsonNode &Object, std::string_view Key) const;

  std::string text(const JsonNode &Object, std::string_view Key);
  std::string requiredText(const JsonNode &Object, std::string_view Key);
  bool flag(const JsonNode &Object, std::string_view Key);
  int64_t number(const JsonNode &Object, std::string_view Key, int64_t Else);
  /// A list of texts; one text stands for a list of one.
  std::vector<std::string> texts(const JsonNode &Object, std::string_view Key);

  /// One of a few words, as the value that it stands for.
  template <typename T>
  T word(const JsonNode &Object, std::string_view Key,
         std::initializer_list<std::pair<std::string_view, T>> Words, T Else) {
    const JsonNode &Found = member(Object, Key);
    if (Found.What == JsonNode::Kind::Null)
      return Else;
    std::string All;
    for (const auto &[Text, Means] : Words) {
      if (Found.What == JsonNode::Kind::Text && Found.Text == Text)
        return Means;
      All += (All.empty() ? "\"" : ", \"") + std::string(Text) + "\"";
    }
    expect(Found, "one of " + All);
    return Else;
  }

private:
  std::string File;
  std::string Problem;
  JsonNode Absent;
};

} // namespace cursor_tidy::model

#endif
