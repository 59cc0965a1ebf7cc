//===- Bytes.h - plain data as bytes --------------------------------------===//
//
// For what is kept between runs. Numbers are eight bytes, texts have their
// length in front; what is cut short or damaged makes the reader fail, and it
// then gives empty values.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_BYTES_H
#define CURSOR_TIDY_TOOL_BYTES_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Endian.h"

#include <string>

namespace cursor_tidy::tool {

class ByteWriter {
public:
  void number(uint64_t Value) {
    char Bytes[8];
    llvm::support::endian::write64le(Bytes, Value);
    Out.append(Bytes, sizeof(Bytes));
  }
  void word(uint32_t Value) {
    char Bytes[4];
    llvm::support::endian::write32le(Bytes, Value);
    Out.append(Bytes, sizeof(Bytes));
  }
  void text(llvm::StringRef Text) {
    number(Text.size());
    Out.append(Text.data(), Text.size());
  }
  std::string take() { return std::move(Out); }

private:
  std::string Out;
};

class ByteReader {
public:
  explicit ByteReader(llvm::StringRef Bytes) : Rest(Bytes) {}

  uint64_t number() {
    llvm::StringRef Bytes = take(8);
    return Bytes.empty() ? 0 : llvm::support::endian::read64le(Bytes.data());
  }
  uint32_t word() {
    llvm::StringRef Bytes = take(4);
    return Bytes.empty() ? 0 : llvm::support::endian::read32le(Bytes.data());
  }
  llvm::StringRef text() { return take(number()); }
  /// A number of things, each of at least \p Size bytes.
  size_t count(size_t Size) {
    uint64_t Number = number();
    if (Number > Rest.size() / Size)
      Failed = true;
    return Failed ? 0 : Number;
  }

  bool hasFailed() const { return Failed; }
  bool isAtEnd() const { return Rest.empty(); }

private:
  llvm::StringRef take(uint64_t Size) {
    if (Failed || Size > Rest.size()) {
      Failed = true;
      return {};
    }
    llvm::StringRef Taken = Rest.take_front(Size);
    Rest = Rest.drop_front(Size);
    return Taken;
  }

  llvm::StringRef Rest;
  bool Failed = false;
};

} // namespace cursor_tidy::tool

#endif
