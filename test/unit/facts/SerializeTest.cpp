//===- SerializeTest.cpp - the handle program as bytes --------------------===//
#include "SampleProgram.h"

#include "facts/Serialize.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/xxhash.h"

#include <gtest/gtest.h>

#include <random>

namespace cursor_tidy::facts {
namespace {

std::string mistakeIn(std::string_view Bytes) {
  llvm::Expected<Program> Read = deserialize(Bytes);
  return Read ? "no mistake" : llvm::toString(Read.takeError());
}

/// Bytes with a header that vouches for them, whatever they are.
std::string withHeader(std::string_view Body) {
  std::string Bytes = "CTHP\4";
  uint64_t Length = Body.size();
  for (; Length >= 0x80; Length >>= 7)
    Bytes += char(Length | 0x80);
  Bytes += char(Length);
  uint64_t Sum = llvm::xxh3_64bits(llvm::StringRef(Body));
  for (int Shift = 56; Shift >= 0; Shift -= 8)
    Bytes += char(Sum >> Shift);
  return Bytes.append(Body);
}

/// What follows the header.
std::string bodyOf(std::string_view Bytes) {
  size_t At = 5;
  while (Bytes[At] & 0x80)
    ++At;
  return std::string(Bytes.substr(At + 1 + 8));
}

TEST(Serialize, ReadsBackWhatItWrites) {
  Program Sample = sampleProgram();
  llvm::Expected<Program> Back = deserialize(serialize(Sample));
  ASSERT_TRUE(bool(Back)) << llvm::toString(Back.takeError());
  EXPECT_TRUE(*Back == Sample);
}

TEST(Serialize, ReadsBackAnEmptyProgram) {
  llvm::Expected<Program> Back = deserialize(serialize({}));
  ASSERT_TRUE(bool(Back)) << llvm::toString(Back.takeError());
  EXPECT_TRUE(*Back == Program());
}

TEST(Serialize, SameProgramGivesSameBytes) {
  EXPECT_EQ(serialize(sampleProgram()), serialize(sampleProgram()));
}

TEST(Serialize, SaysWhatIsWrong) {
  std::string Bytes = serialize(sampleProgram());
  EXPECT_EQ(mistakeIn("no facts at all"), "the facts cannot be read: these are "
                                          "no facts of cursor-tidy");
  EXPECT_EQ(mistakeIn(Bytes.substr(0, Bytes.size() / 2)),
            "the facts cannot be read: they are cut short");
  std::string Newer = Bytes;
  Newer[4] = 9;
  EXPECT_EQ(mistakeIn(Newer),
            "the facts cannot be read: found format version 9, expected 4");
  std::string Flipped = Bytes;
  Flipped.back() ^= 1;
  EXPECT_EQ(mistakeIn(Flipped), "the facts cannot be read: they are damaged");
  EXPECT_EQ(mistakeIn(Bytes + "x"),
            "the facts cannot be read: they are damaged");
}

TEST(Serialize, RefusesEveryCut) {
  std::string Bytes = serialize(sampleProgram());
  for (size_t Length = 0; Length < Bytes.size(); ++Length)
    EXPECT_NE(mistakeIn(std::string_view(Bytes).substr(0, Length)),
              "no mistake");
}

/// Behind the checksum: the reader itself trusts no byte either. A changed byte
/// may give another program, but never a crash or memory without end.
TEST(Serialize, SurvivesDamageThatTheChecksumVouchesFor) {
  std::string Body = bodyOf(serialize(sampleProgram()));
  ASSERT_EQ(withHeader(Body), serialize(sampleProgram()));
  std::mt19937 Random(20240917);
  size_t Refused = 0;
  for (int Round = 0; Round < 4000; ++Round) {
    std::string Damaged = Body;
    for (unsigned Flips = Random() % 4 + 1; Flips; --Flips)
      Damaged[Random() % Damaged.size()] ^= char(1 << Random() % 8);
    if (Round % 3 == 0)
      Damaged.resize(Random() % Damaged.size());
    Refused += mistakeIn(withHeader(Damaged)) != "no mistake";
  }
  EXPECT_GT(Refused, 1300u) << "at least every one that was cut";
}

TEST(Serialize, RefusesACountWithoutItsElements) {
  EXPECT_NE(mistakeIn(withHeader("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01")),
            "no mistake");
}

} // namespace
} // namespace cursor_tidy::facts
