//===- DocumentTest.cpp - the examples of docs/facts.md -------------------===//
#include "facts/Text.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace cursor_tidy::facts {
namespace {

std::string document() {
  auto Root = std::filesystem::path(__FILE__).parent_path() / "../../..";
  std::ifstream In(Root / "docs/facts.md");
  std::stringstream Text;
  Text << In.rdbuf();
  return Text.str();
}

/// What stands between the fences of this kind.
std::string example(const std::string &Kind) {
  std::string Text = document(), Fence = "```facts " + Kind + "\n";
  size_t Begin = Text.find(Fence);
  if (Begin == std::string::npos) {
    ADD_FAILURE() << "docs/facts.md has no example '" << Kind << "'";
    return {};
  }
  Begin += Fence.size();
  return Text.substr(Begin, Text.find("```", Begin) - Begin);
}

std::string reprinted(const std::string &Text) {
  llvm::Expected<Program> Read = parseProgram(Text);
  if (Read)
    return print(*Read);
  return llvm::toString(Read.takeError());
}

TEST(Document, TheShortExampleIsPrintedAsThePageSays) {
  EXPECT_EQ(reprinted(example("short")), example("printed"));
}

TEST(Document, ThePrintedExampleIsReadBack) {
  EXPECT_EQ(reprinted(example("printed")), example("printed"));
}

} // namespace
} // namespace cursor_tidy::facts
