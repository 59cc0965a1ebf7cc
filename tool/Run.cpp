//===- Run.cpp - the units of a run, as facts -----------------------------===//
#include "Run.h"

#include "Budget.h"
#include "Flags.h"
#include "Scan.h"
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
std::string keyOf(const Unit &Of, ArrayRef<std::string> Files,
                  const Reading &How, Inputs &Inputs) {
  KeyText Key;
  Key.add("unit");
  Key.add(How.Made);
  Key.add(How.Root);
  Key.add(Of.File);
  Key.add(Of.Directory);
  for (const std::string &Word : analysisCommand(Of))
    Key.add(Word);
  for (const std::string &File : Files) {
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
        Files(Units.size()), Memory(How.Memory),
        Pool(hardware_concurrency(How.Jobs)) {}

  ReadUnits run();

private:
  void scan();
  UnitFacts read(size_t I, bool Matters);
  std::variant<facts::Program, Failure> parse(size_t I);
  std::variant<facts::Program, Failure> parseWithin(size_t I);
  std::optional<facts::Program> kept(const std::string &Key);

  ArrayRef<Unit> Units;
  const Setup &Known;
  const Reading &How;
  Inputs &Inputs;
  Progress &Shown;
  std::vector<std::vector<std::string>> Files; ///< that each unit reads
  std::vector<UnitText> Texts;
  std::atomic<size_t> FromCache = 0;
  Budget Memory;
  DefaultThreadPool Pool;
};

void Reader::scan() {
  Texts.assign(Units.size(), {.SeesDriver = true, .Files = {}});
  bool Chooses =
      How.ChoosesUnits && (How.IsForLink || Units.size() >= WorthChoosing);
  if (!Chooses && !How.IsForLink && !How.Kept && !Memory.isBounded())
    return;
  Scanner Scanner(Inputs);
  TextReader Text(Known.Models);
  for (size_t I = 0; I != Units.size(); ++I)
    Pool.async([&, I] {
      Files[I] = Scanner.filesOf(Units[I]);
      // Also those of units that do not matter: they may, after a change.
      if (How.Kept)
        for (const std::string &File : Files[I])
          Inputs.hashOfFile(File);
      if (Chooses)
        Texts[I] = Text.read(Files[I]);
    });
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
uint64_t expectedMemory(ArrayRef<std::string> Files) {
  constexpr uint64_t Always = 8 << 20, ForEachByte = 20;
  uint64_t Text = 0;
  for (const std::string &File : Files) {
    uint64_t Size = 0;
    if (!sys::fs::file_size(File, Size))
      Text += Size;
  }
  return Always + ForEachByte * Text;
}

std::variant<facts::Program, Failure> Reader::parseWithin(size_t I) {
  auto Parse = [&] { return parseUnit(Units[I], Known.Models, How.Root); };
  return Memory.isBounded() ? Memory.run(expectedMemory(Files[I]), Parse)
                            : Parse();
}

std::variant<facts::Program, Failure> Reader::parse(size_t I) {
  if (!How.Kept || Files[I].empty())
    return parseWithin(I);
  std::string Key = keyOf(Units[I], Files[I], How, Inputs);
  if (std::optional<facts::Program> Known = kept(Key))
    return std::move(*Known);
  auto Result = parseWithin(I);
  if (auto *Program = std::get_if<facts::Program>(&Result))
    How.Kept->put(Key, facts::serialize(*Program));
  return Result;
}

UnitFacts Reader::read(size_t I, bool Matters) {
  UnitFacts Facts{.File = belowRoot(Units[I].File, How.Root),
                  .Text = Texts[I],
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
  std::vector<bool> Matters = chooseUnits(Texts, Known.Models);
  ReadUnits Result;
  for (size_t I = How.Part.Index; I < Units.size(); I += How.Part.Count)
    Result.Units.emplace_back();
  for (size_t I = How.Part.Index, At = 0; I < Units.size();
       I += How.Part.Count, ++At) {
    Result.IsComplete &= !Files[I].empty();
    append_range(Result.Files, Files[I]);
    Pool.async([&, I, At] {
      Result.Units[At] = read(I, Matters[I]);
      Shown.finished(Units[I].Spelling);
    });
  }
  llvm::sort(Result.Files);
  Result.Files.erase(llvm::unique(Result.Files), Result.Files.end());
  Pool.wait();
  Result.FromCache = FromCache;
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
