//===- Serialize.cpp - the handle program as bytes ------------------------===//
//
//   "CTHP" version length checksum  |  strings  program
//
// The checksum makes a damaged file an error rather than a wrong finding; the
// reader still trusts no byte, because a checksum is no signature.
//
//===----------------------------------------------------------------------===//
#include "facts/Serialize.h"

#include "facts/ByteCoding.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/xxhash.h"

namespace cursor_tidy::facts {
namespace {

using namespace bytes;

constexpr std::string_view Magic = "CTHP";

uint64_t checksum(std::string_view Bytes) {
  return llvm::xxh3_64bits(llvm::StringRef(Bytes));
}

llvm::Error mistake(const std::string &What) {
  return llvm::createStringError("the facts cannot be read: " + What);
}

/// The bytes behind the header, once the header vouches for them.
llvm::Expected<std::string_view> bodyOf(std::string_view Bytes) {
  if (!Bytes.starts_with(Magic))
    return mistake("these are no facts of cursor-tidy");
  Reader Header(Bytes.substr(Magic.size()));
  uint64_t Version = Header.varint();
  if (!Header.failed() && Version != FormatVersion)
    return mistake("found format version " + std::to_string(Version) +
                   ", expected " + std::to_string(FormatVersion));
  uint64_t Length = Header.varint();
  uint64_t Sum = 0;
  for (char Byte : Header.raw(sizeof(Sum)))
    Sum = Sum << 8 | uint8_t(Byte);
  std::string_view Body = Header.failed()
                              ? std::string_view()
                              : Bytes.substr(Magic.size() + Header.at());
  if (Header.failed() || Body.size() < Length)
    return mistake("they are cut short");
  if (Body.size() > Length || checksum(Body) != Sum)
    return mistake("they are damaged");
  return Body;
}

} // namespace

std::string serialize(const Program &Program) {
  Writer Out;
  Out.put(Program);
  std::string Body = Out.take();
  std::string Bytes(Magic);
  putVarint(Bytes, FormatVersion);
  putVarint(Bytes, Body.size());
  uint64_t Sum = checksum(Body);
  for (int Shift = 56; Shift >= 0; Shift -= 8)
    Bytes += char(Sum >> Shift);
  return Bytes + Body;
}

llvm::Expected<Program> deserialize(std::string_view Bytes) {
  llvm::Expected<std::string_view> Body = bodyOf(Bytes);
  if (!Body)
    return Body.takeError();
  Reader In(*Body);
  Program Read;
  In.strings();
  In.read(Read);
  if (In.failed() || !In.atEnd())
    return mistake("they are damaged");
  return Read;
}

} // namespace cursor_tidy::facts
