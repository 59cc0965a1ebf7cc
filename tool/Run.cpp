//===- Run.cpp - the units of a run, as facts -----------------------------===//
#include "Run.h"

#include "Budget.h"
#include "Flags.h"
#include "Scan.h"
#include "ScanLog.h"
#include "facts/Serialize.h"

#include "clang/Basic/Version.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/Threading.h"

#include <atomic>

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

/// To choose among fewer would take as long as to read them.
constexpr size_t WorthChoosing = 8;

/// Hashed as one text with a mark between its parts.
class KeyText {
public:
  void add(StringRef Part) {
    Text += Part;
    Text += '\0';
  }
  std::string hash() const { return hashOf(Text); }

private:
  std::string Text;
};

/// The key of a unit's facts: all that the parse depends on.
std::string keyOf(const Unit &Of, ArrayRef<StringRef> Files, const Reading &How,
                  Inputs &Inputs) {
  KeyText Key;
  Key.add("unit");
  Key.add(How.Made);
  Key.add(How.Root);
  Key.add(Of.File);
  Key.add(Of.Directory);
  for (const std::string &Word : analysisCommand(Of))
    Key.add(Word);
  for (StringRef File : Files) {
    Key.add(File);
    Key.add(Inputs.hashOfFile(File));
  }
  return Key.hash();
}

class Reader {
public:
  Reader(ArrayRef<Unit> Units, const Setup &Known, const Reading &How,
         Inputs &Inputs, Progress &Progress)
      : Units(Units), Known(Known), How(How), Inputs(Inputs), Shown(Progress),
        Scans(Units.size()), Text(Known.Models), Memory(How.Memory),
        Pool(hardware_concurrency(How.Jobs)) {}

  ReadUnits run();

private:
  bool chooses() const;
  std::string logKey() const;
  void scan();
  void scan(size_t I, Scanner &With);
  UnitFacts read(size_t I, bool Matters);
  std::variant<facts::Program, Failure> parse(size_t I);
  std::variant<facts::Program, Failure> parseWithin(size_t I);
  std::optional<facts::Program> kept(const std::string &Key);

  ArrayRef<Unit> Units;
  const Setup &Known;
  const Reading &How;
  Inputs &Inputs;
  Progress &Shown;
  std::vector<Scan> Scans; ///< by unit
  TextReader Text;
  std::atomic<bool> HasLearnt = false; ///< something that no log says
  std::atomic<size_t> FromCache = 0, Scanned = 0;
  Budget Memory;
  DefaultThreadPool Pool;
};

bool Reader::chooses() const {
  return How.ChoosesUnits && (How.IsForLink || Units.size() >= WorthChoosing);
}

/// The key of the log of scans; empty when none is kept.
std::string Reader::logKey() const {
  if (!How.Kept || How.ScansOf.empty())
    return "";
  KeyText Key;
  Key.add(chooses() ? "scans and texts" : "scans");
  Key.add(How.Made);
  Key.add(How.Root);
  Key.add(How.ScansOf);
  return Key.hash();
}

void Reader::scan(size_t I, Scanner &With) {
  ++Scanned;
  Scan &Now = Scans[I];
  Now.Files = With.filesOf(Units[I]);
  if (!Now.Files.empty())
    HasLearnt = true;
  // Also those of units that do not matter: they may, after a change.
  if (How.Kept)
    for (StringRef File : Now.Files)
      Inputs.hashOfFile(File);
  if (chooses())
    Now.Text = Text.read(Now.Files);
}

void Reader::scan() {
  for (Scan &Each : Scans)
    Each.Text.SeesDriver = true;
  if (!chooses() && !How.IsForLink && !How.Kept && !Memory.isBounded())
    return;
  ScanLog Log;
  if (std::string Key = logKey(); !Key.empty())
    Log.load(*How.Kept, Key, Inputs, Pool);
  Log.teach(Text);
  size_t Found = 0;
  Scanner Scanner(Inputs);
  for (size_t I = 0; I != Units.size(); ++I)
    if (const Scan *Known = Log.find(Units[I])) {
      Scans[I] = *Known;
      ++Found;
    } else {
      Pool.async([&, I] { scan(I, Scanner); });
    }
  // What is void or of no unit any more is dropped.
  if (Found != Log.size())
    HasLearnt = true;
  Pool.wait();
}

std::optional<facts::Program> Reader::kept(const std::string &Key) {
  std::optional<std::string> Bytes = How.Kept->get(Key);
  if (!Bytes)
    return std::nullopt;
  Expected<facts::Program> Program = facts::deserialize(*Bytes);
  if (!Program) {
    consumeError(Program.takeError());
    return std::nullopt;
  }
  ++FromCache;
  return std::move(*Program);
}

/// What a parse takes grows with the text that it reads: by measurement 14
/// bytes for each over real C++ headers, and half as much again for other
/// programs'.
uint64_t expectedMemory(ArrayRef<StringRef> Files) {
  constexpr uint64_t Always = 8 << 20, ForEachByte = 20;
  uint64_t Text = 0;
  for (StringRef File : Files) {
    uint64_t Size = 0;
    if (!sys::fs::file_size(File, Size))
      Text += Size;
  }
  return Always + ForEachByte * Text;
}

std::variant<facts::Program, Failure> Reader::parseWithin(size_t I) {
  auto Parse = [&] {
    return parseUnit(Units[I], Known.Models,
                     {.IsPartOfProgram = true,
                      .Root = How.Root,
                      .ReadsAll = !How.TakesShortcuts});
  };
  return Memory.isBounded() ? Memory.run(expectedMemory(Scans[I].Files), Parse)
                            : Parse();
}

std::variant<facts::Program, Failure> Reader::parse(size_t I) {
  if (!How.Kept || Scans[I].Files.empty())
    return parseWithin(I);
  std::string &Key = Scans[I].FactsKey;
  if (Key.empty()) {
    Key = keyOf(Units[I], Scans[I].Files, How, Inputs);
    HasLearnt = true;
  }
  if (std::optional<facts::Program> Known = kept(Key))
    return std::move(*Known);
  auto Result = parseWithin(I);
  if (auto *Program = std::get_if<facts::Program>(&Result))
    How.Kept->put(Key, facts::serialize(*Program));
  return Result;
}

UnitFacts Reader::read(size_t I, bool Matters) {
  UnitFacts Facts{.File = belowRoot(Units[I].File, How.Root),
                  .Text = Scans[I].Text,
                  .Result = std::nullopt};
  if (Matters)
    Facts.Result = parse(I);
  if (Facts.Result)
    if (auto *Wrong = std::get_if<Failure>(&*Facts.Result)) {
      Wrong->Unit = belowRoot(Wrong->Unit, How.Root);
      Wrong->File = belowRoot(Wrong->File, How.Root);
    }
  return Facts;
}

ReadUnits Reader::run() {
  scan();
  std::vector<UnitText> Texts;
  for (const Scan &Each : Scans)
    Texts.push_back(Each.Text);
  std::vector<bool> Matters = chooseUnits(Texts, Known.Models);
  ReadUnits Result;
  for (size_t I = How.Part.Index; I < Units.size(); I += How.Part.Count)
    Result.Units.emplace_back();
  for (size_t I = How.Part.Index, At = 0; I < Units.size();
       I += How.Part.Count, ++At) {
    Result.IsComplete &= !Scans[I].Files.empty();
    if (How.IsForLink)
      for (StringRef File : Scans[I].Files)
        Result.Files.push_back(File.str());
    Pool.async([&, I, At] {
      Result.Units[At] = read(I, Matters[I]);
      Shown.finished(Units[I].Spelling);
    });
  }
  llvm::sort(Result.Files);
  Result.Files.erase(llvm::unique(Result.Files), Result.Files.end());
  Pool.wait();
  Result.FromCache = FromCache;
  Result.Scanned = Scanned;
  if (std::string Key = logKey(); HasLearnt && !Key.empty())
    keepScans(*How.Kept, Key, Units, Scans, Inputs, Text);
  return Result;
}

} // namespace

std::string belowRoot(StringRef Path, StringRef Root) {
  if (!Root.empty() && Path.starts_with(Root) &&
      Path.drop_front(Root.size()).starts_with("/"))
    Path = Path.drop_front(Root.size() + 1);
  return Path.str();
}

std::vector<bool> chooseUnits(ArrayRef<UnitText> Texts,
                              const model::Models &Models) {
  if (Texts.size() < WorthChoosing)
    return std::vector<bool>(Texts.size(), true);
  return reachable(Texts, Models);
}

std::string identityOf(const Options &Options, Inputs &Inputs) {
  static int Here;
  KeyText Key;
  Key.add(CURSOR_TIDY_VERSION);
  Key.add(clang::getClangFullVersion());
  Key.add(Inputs.hashOfFile(sys::fs::getMainExecutable(nullptr, &Here)));
  for (const auto &List : {Options.Models, Options.Configurations})
    for (const std::string &File : List)
      Key.add(Inputs.hashOfFile(File));
  return Key.hash();
}

ReadUnits readUnits(ArrayRef<Unit> Units, const Setup &Known,
                    const Reading &How, Inputs &Inputs, Progress &Progress) {
  return Reader(Units, Known, How, Inputs, Progress).run();
}

} // namespace cursor_tidy::tool
