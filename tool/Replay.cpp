//===- Replay.cpp - an answer that still holds ----------------------------===//
#include "Replay.h"

#include "Bytes.h"

#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace cursor_tidy::tool {

std::optional<Answer> replay(Cache &From, StringRef Key, Inputs &Inputs) {
  std::optional<std::string> Bytes = From.get(Key);
  if (!Bytes)
    return std::nullopt;
  ByteReader In(*Bytes);
  for (size_t Left = In.count(16); Left; --Left) {
    StringRef Path = In.text(), Hash = In.text();
    if (Inputs.hashOfFile(Path) != Hash)
      return std::nullopt;
  }
  for (size_t Left = In.count(8); Left; --Left)
    if (sys::fs::exists(In.text()))
      return std::nullopt;
  Answer Kept;
  Kept.Ends = static_cast<Status>(In.number());
  Kept.Output = In.text().str();
  Kept.Errors = In.text().str();
  if (In.hasFailed() || !In.isAtEnd())
    return std::nullopt;
  return Kept;
}

void keepAnswer(Cache &In, StringRef Key, const Answer &Given, Inputs &Inputs) {
  ByteWriter Out;
  auto Files = Inputs.files();
  Out.number(Files.size());
  for (const auto &[Path, Hash] : Files) {
    Out.text(Path);
    Out.text(Hash);
  }
  std::vector<std::string> Absent = Inputs.absent();
  Out.number(Absent.size());
  for (const std::string &Path : Absent)
    Out.text(Path);
  Out.number(Given.Ends);
  Out.text(Given.Output);
  Out.text(Given.Errors);
  In.put(Key, Out.take());
}

} // namespace cursor_tidy::tool
