//===- Json.cpp - JSON that remembers its lines
//-----------------------------===//
//
// Drives nlohmann's event parser with an iterator that counts lines. The parser
// reads one character ahead, so a line break counts only once the character
// after it has been read.
//
//===----------------------------------------------------------------------===//
#include "model/Json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <optional>

using namespace cursor_tidy;
using namespace cursor_tidy::model;

namespace {

/// How far the parser has read.
struct Progress {
  unsigned Line = 1;
  bool AtBreak = false;
};

/// Walks over a text and notes the line.
class CountingIterator {
public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char *;
  using reference = const char &;

  CountingIterator(const char *At, Progress *Read) : At(At), Read(Read) {}

  const char &operator*() const { return *At; }
  CountingIterator &operator++() {
    if (Read->AtBreak)
      ++Read->Line;
    Read->AtBreak = *At == '\n';
    ++At;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator Old = *this;
    ++*this;
    return Old;
  }
  friend bool operator==(const CountingIterator &L, const CountingIterator &R) {
    return L.At == R.At;
  }
  friend bool operator!=(const CountingIterator &L, const CountingIterator &R) {
    return !(L == R);
  }

private:
  const char *At;
  Progress *Read;
};

/// Builds the tree from the parser's events.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
  TreeBuilder(const Progress &Read, std::string_view File)
      : Read(Read), File(File) {}

  JsonNode Root;
  std::string Problem; ///< empty when all went well

  bool null() override { return add(JsonNode::Kind::Null); }
  bool boolean(bool Value) override {
    return add(JsonNode::Kind::Bool, Value ? 1 : 0);
  }
  bool number_integer(number_integer_t Value) override {
    return add(JsonNode::Kind::Int, Value);
  }
  bool number_unsigned(number_unsigned_t Value) override {
    return add(JsonNode::Kind::Int, static_cast<int64_t>(Value));
  }
  bool number_float(number_float_t, const string_t &Spelling) override {
    return fail("the number " + Spelling, "an integer");
  }
  bool binary(binary_t &) override {
    return fail("binary data", "a JSON value");
  }
  bool string(string_t &Value) override {
    add(JsonNode::Kind::Text);
    Added->Text = std::move(Value);
    return true;
  }
  bool start_object(size_t) override { return open(JsonNode::Kind::Object); }
  bool start_array(size_t) override { return open(JsonNode::Kind::List); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t &Name) override {
    if (Open.back()->find(Name))
      return fail("the key \"" + Name + "\" a second time",
                  "every key at most once");
    Key = std::move(Name);
    return true;
  }
  bool parse_error(size_t, const std::string &,
                   const nlohmann::json::exception &Error) override {
    // The library's text is `[...] parse error at line 1, column 2: reason`.
    std::string_view Reason = Error.what();
    if (size_t Colon = Reason.find(": "); Colon != Reason.npos)
      Reason.remove_prefix(Colon + 2);
    return fail(std::string(Reason), "valid JSON");
  }

private:
  bool fail(const std::string &Found, std::string_view Expected) {
    Problem = llvm::toString(jsonError(File, Read.Line, Found, Expected));
    return false;
  }

  bool add(JsonNode::Kind What, int64_t Number = 0) {
    if (Open.empty()) {
      Added = &Root;
    } else {
      Added = &Open.back()->Items.emplace_back();
      if (Open.back()->What == JsonNode::Kind::Object)
        Added->Key = std::move(Key);
    }
    Added->What = What;
    Added->Line = Read.Line;
    Added->Number = Number;
    return true;
  }

  bool open(JsonNode::Kind What) {
    add(What);
    Open.push_back(Added);
    return true;
  }

  bool close() {
    Open.pop_back();
    return true;
  }

  const Progress &Read;
  std::string_view File;
  std::vector<JsonNode *> Open; ///< a node's siblings are added after it closed
  JsonNode *Added = nullptr;
  std::string Key;
};

} // namespace

const JsonNode *JsonNode::find(std::string_view Name) const {
  if (What != Kind::Object)
    return nullptr;
  auto It = std::find_if(Items.begin(), Items.end(),
                         [&](const JsonNode &M) { return M.Key == Name; });
  return It == Items.end() ? nullptr : &*It;
}

std::string JsonNode::describe() const {
  switch (What) {
  case Kind::Null:
    return "null";
  case Kind::Bool:
    return Number ? "true" : "false";
  case Kind::Int:
    return "the number " + std::to_string(Number);
  case Kind::Text:
    return "the text \"" + Text + "\"";
  case Kind::List:
    return "a list";
  case Kind::Object:
    return "an object";
  }
  return "nothing";
}

llvm::Error model::jsonError(std::string_view File, unsigned Line,
                             std::string_view Found,
                             std::string_view Expected) {
  std::string Text(File);
  Text += ":" + std::to_string(Line) + ": found ";
  Text += Found;
  Text += ", expected ";
  Text += Expected;
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Text);
}

llvm::Expected<JsonNode> model::readJson(std::string_view Text,
                                         std::string_view File) {
  Progress Read;
  TreeBuilder Builder(Read, File);
  const char *Begin = Text.data();
  bool Good = nlohmann::json::sax_parse(
      CountingIterator(Begin, &Read),
      CountingIterator(Begin + Text.size(), &Read), &Builder);
  if (!Good)
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   Builder.Problem);
  return std::move(Builder.Root);
}
