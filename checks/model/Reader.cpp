//===- Reader.cpp - typed questions to a JSON node
//--------------------------===//
//
// The small questions that reading a model file is made of. What the keys mean
// is in ReadModel.cpp and Sugar.cpp.
//
//===----------------------------------------------------------------------===//
#include "model/Reader.h"

#include <algorithm>

using namespace cursor_tidy;
using namespace cursor_tidy::model;

using Kind = JsonNode::Kind;

void Reader::expect(const JsonNode &Found, std::string_view Expected) {
  wrong(Found, Found.describe(), Expected);
}

void Reader::missing(const JsonNode &Object, std::string_view Key) {
  wrong(Object, "an object without the key \"" + std::string(Key) + "\"",
        "that key");
}

void Reader::wrong(const JsonNode &At, std::string_view Found,
                   std::string_view Expected) {
  if (Problem.empty())
    Problem = llvm::toString(jsonError(File, At.Line, Found, Expected));
}

llvm::Error Reader::takeError() {
  if (Problem.empty())
    return llvm::Error::success();
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Problem);
}

void Reader::onlyKeys(const JsonNode &Object,
                      std::initializer_list<std::string_view> Keys) {
  if (Object.What != Kind::Object)
    return expect(Object, "an object");
  for (const JsonNode &Member : Object.Items) {
    if (std::find(Keys.begin(), Keys.end(), Member.Key) != Keys.end())
      continue;
    std::string All;
    for (std::string_view Key : Keys)
      All += (All.empty() ? "\"" : ", \"") + std::string(Key) + "\"";
    return wrong(Member, "the key \"" + Member.Key + "\"", "one of " + All);
  }
}

const JsonNode &Reader::member(const JsonNode &Object,
                               std::string_view Key) const {
  const JsonNode *Found = Object.find(Key);
  return Found ? *Found : Absent;
}

std::string Reader::text(const JsonNode &Object, std::string_view Key) {
  const JsonNode &Found = member(Object, Key);
  if (Found.What != Kind::Null && Found.What != Kind::Text)
    expect(Found, "a text");
  return Found.Text;
}

std::string Reader::requiredText(const JsonNode &Object, std::string_view Key) {
  if (Object.What == Kind::Object && !Object.find(Key))
    missing(Object, Key);
  return text(Object, Key);
}

bool Reader::flag(const JsonNode &Object, std::string_view Key) {
  const JsonNode &Found = member(Object, Key);
  if (Found.What != Kind::Null && Found.What != Kind::Bool)
    expect(Found, "true or false");
  return Found.Number != 0;
}

int64_t Reader::number(const JsonNode &Object, std::string_view Key,
                       int64_t Else) {
  const JsonNode &Found = member(Object, Key);
  if (Found.What == Kind::Null)
    return Else;
  if (Found.What != Kind::Int)
    expect(Found, "a number");
  return Found.Number;
}

std::vector<std::string> Reader::texts(const JsonNode &Object,
                                       std::string_view Key) {
  const JsonNode &Found = member(Object, Key);
  if (Found.What == Kind::Text)
    return {Found.Text};
  std::vector<std::string> Texts;
  if (Found.What == Kind::List)
    for (const JsonNode &Item : Found.Items) {
      if (Item.What != Kind::Text)
        expect(Item, "a text");
      Texts.push_back(Item.Text);
    }
  else if (Found.What != Kind::Null)
    expect(Found, "a text or a list of texts");
  return Texts;
}
