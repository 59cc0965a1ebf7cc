//===- ScanLog.cpp - the scans of the last run ----------------------------===//
#include "ScanLog.h"

#include "OutlineBytes.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

/// Files that one task hashes.
constexpr size_t AtOnce = 64;

std::string keyOf(const Unit &Of) {
  std::string Text = Of.File + '\0' + Of.Directory;
  for (const std::string &Word : Of.Command)
    Text += '\0' + Word;
  return hashOf(Text);
}

/// A path with the hash that its content had.
struct LoggedFile {
  StringRef Path, Hash;
  bool IsSame = false;
};

std::vector<LoggedFile> readFiles(ByteReader &In, Inputs &Inputs,
                                  ThreadPoolInterface &Pool) {
  std::vector<LoggedFile> Files(In.count(16));
  for (LoggedFile &Each : Files) {
    Each.Path = Inputs.pathOf(In.text());
    Each.Hash = In.text();
  }
  ThreadPoolTaskGroup Hashing(Pool);
  for (size_t At = 0; At < Files.size(); At += AtOnce)
    Hashing.async([&Inputs, Some = MutableArrayRef(Files).slice(
                                At, std::min(AtOnce, Files.size() - At))] {
      for (LoggedFile &Each : Some)
        Each.IsSame = Inputs.hashOfFile(Each.Path) == Each.Hash;
    });
  Hashing.wait();
  return Files;
}

} // namespace

bool ScanLog::read(StringRef Bytes, Inputs &Inputs, ThreadPoolInterface &Pool) {
  ByteReader In(Bytes);
  for (size_t Left = In.count(8); Left; --Left) {
    StringRef Absent = In.text();
    if (sys::fs::exists(Absent))
      return false;
    Inputs.noteAbsent(Absent);
  }
  const std::vector<LoggedFile> Files = readFiles(In, Inputs, Pool);
  const OutlineList Table = readOutlines(In);
  for (const auto &Outline : Table) {
    size_t Number = In.number();
    if (Number >= Files.size())
      return false;
    if (Files[Number].IsSame)
      Outlines.push_back({Files[Number].Path, Outline});
  }
  for (size_t Left = In.count(40); Left; --Left) {
    StringRef Key = In.text();
    Scan Read;
    Read.FactsKey = In.text().str();
    bool IsSame = true;
    for (size_t Left = In.count(4); Left; --Left) {
      size_t Number = In.word();
      if (Number >= Files.size())
        return false;
      IsSame &= Files[Number].IsSame;
      Read.Files.push_back(Files[Number].Path);
    }
    ++Size;
    std::optional<UnitText> Text = readText(In, Table);
    if (!Text)
      return false;
    Read.Text = std::move(*Text);
    if (IsSame)
      Scans[Key] = std::move(Read);
  }
  return !In.hasFailed() && In.isAtEnd();
}

void ScanLog::load(Cache &From, StringRef Key, Inputs &Inputs,
                   ThreadPoolInterface &Pool) {
  std::optional<std::string> Bytes = From.get(Key);
  if (Bytes && read(*Bytes, Inputs, Pool))
    return;
  Size = 0;
  Scans.clear();
  Outlines.clear();
}

const Scan *ScanLog::find(const Unit &Of) const {
  auto Found = Scans.find(keyOf(Of));
  return Found == Scans.end() ? nullptr : &Found->second;
}

void ScanLog::teach(TextReader &Text) const {
  for (const auto &[Path, Says] : Outlines)
    Text.know(Path, Says);
}

void keepScans(Cache &In, StringRef Key, ArrayRef<Unit> Units,
               ArrayRef<Scan> Scans, Inputs &Inputs, TextReader &Text) {
  std::vector<StringRef> Files;
  DenseMap<const char *, uint32_t> Numbers; // of paths, each of which is unique
  OutlineTable Table;
  size_t Known = 0;
  for (const Scan &Each : Scans) {
    Known += !Each.Files.empty();
    for (StringRef Path : Each.Files)
      if (Numbers.try_emplace(Path.data(), Files.size()).second)
        Files.push_back(Path);
    Table.add(Each.Text);
  }
  ByteWriter Out;
  std::vector<std::string> Absent = Inputs.absent();
  Out.number(Absent.size());
  for (const std::string &Path : Absent)
    Out.text(Path);
  Out.number(Files.size());
  DenseMap<const Outline *, uint32_t> FileOf;
  for (StringRef Path : Files) {
    Out.text(Path);
    Out.text(Inputs.hashOfFile(Path));
    if (auto Says = Text.known(Path))
      FileOf[Says.get()] = Numbers[Path.data()];
  }
  Table.write(Out);
  for (const Outline *Each : Table.outlines())
    Out.number(FileOf.lookup(Each));
  Out.number(Known);
  for (size_t I = 0; I != Units.size(); ++I) {
    if (Scans[I].Files.empty())
      continue;
    Out.text(keyOf(Units[I]));
    Out.text(Scans[I].FactsKey);
    Out.number(Scans[I].Files.size());
    for (StringRef Path : Scans[I].Files)
      Out.word(Numbers[Path.data()]);
    Table.write(Out, Scans[I].Text);
  }
  In.put(Key, Out.take());
}

} // namespace cursor_tidy::tool
