//===- NameTest.cpp - interned strings ------------------------------------===//
#include "facts/Name.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace cursor_tidy::facts {
namespace {

TEST(Name, EqualTextsAreOneName) {
  std::string Text = "sqlite3_stmt";
  Name First(Text);
  Text += "!";
  EXPECT_EQ(First, Name("sqlite3_stmt"));
  EXPECT_EQ(First.text().data(), Name("sqlite3_stmt").text().data());
  EXPECT_NE(First, Name(Text));
}

TEST(Name, OrderIsThatOfTheTexts) {
  Name Later("zz"), Earlier("aa");
  EXPECT_LT(Earlier, Later);
  EXPECT_LT(Name(), Earlier);
}

TEST(Name, EmptyIsEmptyHoweverItIsMade) {
  EXPECT_EQ(Name(), Name(""));
  EXPECT_EQ(std::hash<Name>()(Name()), std::hash<Name>()(Name("")));
}

TEST(Name, ThreadsInternTheSameNames) {
  constexpr int Count = 2000;
  std::vector<std::vector<Name>> Made(4);
  std::vector<std::thread> Threads;
  for (std::vector<Name> &Mine : Made)
    Threads.emplace_back([&Mine] {
      for (int I = 0; I < Count; ++I)
        Mine.emplace_back("name " + std::to_string(I));
    });
  for (std::thread &T : Threads)
    T.join();
  for (const std::vector<Name> &Mine : Made)
    EXPECT_EQ(Mine, Made.front());
  EXPECT_EQ(Made.front()[7].text(), "name 7");
}

} // namespace
} // namespace cursor_tidy::facts
