//===- UnitFacts.cpp - a unit on its way to the link ----------------------===//
#include "UnitFacts.h"

#include "Bytes.h"
#include "facts/Serialize.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

constexpr StringRef Magic = "cursor-tidy facts 1\n";

/// What became of a unit, as the number that stands for it.
enum Outcome { Skipped, Parsed, Failed };

void write(ByteWriter &Out, const std::vector<Word> &Words) {
  Out.number(Words.size());
  for (Word Each : Words)
    Out.word(Each);
}

std::vector<Word> readWords(ByteReader &In) {
  std::vector<Word> Words(In.count(sizeof(Word)));
  for (Word &Each : Words)
    Each = In.word();
  return Words;
}

void write(ByteWriter &Out, const Outline &Of) {
  Out.number(Of.Definitions.size());
  for (const Definition &Each : Of.Definitions) {
    Out.word(Each.Name);
    Out.word(Each.Scope);
    Out.word(Each.IsExported | unsigned(Each.HasBody) << 1);
    write(Out, Each.Words);
  }
  write(Out, Of.Words);
}

Outline readOutline(ByteReader &In) {
  Outline Result;
  for (size_t Left = In.count(20); Left; --Left) {
    Definition Each;
    Each.Name = In.word();
    Each.Scope = In.word();
    unsigned Flags = In.word();
    Each.IsExported = Flags & 1;
    Each.HasBody = Flags & 2;
    Each.Words = readWords(In);
    Result.Definitions.push_back(std::move(Each));
  }
  Result.Words = readWords(In);
  return Result;
}

void write(ByteWriter &Out, const Failure &Of) {
  Out.text(Of.Unit);
  Out.text(Of.Message);
  Out.text(Of.File);
  Out.number(Of.Line);
  Out.number(Of.Column);
}

Failure readFailure(ByteReader &In) {
  Failure Of;
  Of.Unit = In.text().str();
  Of.Message = In.text().str();
  Of.File = In.text().str();
  Of.Line = static_cast<unsigned>(In.number());
  Of.Column = static_cast<unsigned>(In.number());
  return Of;
}

/// The outlines of all units, each once.
class OutlineTable {
public:
  explicit OutlineTable(ArrayRef<UnitFacts> Units) {
    for (const UnitFacts &Unit : Units)
      for (const auto &File : Unit.Text.Files)
        if (Numbers.try_emplace(File.get(), Outlines.size()).second)
          Outlines.push_back(File.get());
  }
  uint64_t numberOf(const Outline *Of) const { return Numbers.lookup(Of); }

  std::vector<const Outline *> Outlines;

private:
  DenseMap<const Outline *, uint64_t> Numbers;
};

std::optional<UnitFacts>
readUnit(ByteReader &In, ArrayRef<std::shared_ptr<const Outline>> Outlines) {
  UnitFacts Unit;
  Unit.File = In.text().str();
  Unit.Text.SeesDriver = In.number();
  for (size_t Left = In.count(8); Left; --Left) {
    uint64_t Number = In.number();
    if (Number >= Outlines.size())
      return std::nullopt;
    Unit.Text.Files.push_back(Outlines[Number]);
  }
  switch (In.number()) {
  case Skipped:
    return Unit;
  case Failed:
    Unit.Result = readFailure(In);
    return Unit;
  case Parsed: {
    Expected<facts::Program> Program = facts::deserialize(In.text());
    if (Program) {
      Unit.Result = std::move(*Program);
      return Unit;
    }
    consumeError(Program.takeError());
    return std::nullopt;
  }
  default:
    return std::nullopt;
  }
}

} // namespace

std::string writeFacts(ArrayRef<UnitFacts> Units, StringRef Made) {
  OutlineTable Table(Units);
  ByteWriter Out;
  Out.text(Made);
  Out.number(Table.Outlines.size());
  for (const Outline *Each : Table.Outlines)
    write(Out, *Each);
  Out.number(Units.size());
  for (const UnitFacts &Unit : Units) {
    Out.text(Unit.File);
    Out.number(Unit.Text.SeesDriver);
    Out.number(Unit.Text.Files.size());
    for (const auto &File : Unit.Text.Files)
      Out.number(Table.numberOf(File.get()));
    if (!Unit.Result) {
      Out.number(Skipped);
    } else if (const auto *Wrong = std::get_if<Failure>(&*Unit.Result)) {
      Out.number(Failed);
      write(Out, *Wrong);
    } else {
      Out.number(Parsed);
      Out.text(facts::serialize(std::get<facts::Program>(*Unit.Result)));
    }
  }
  return Magic.str() + Out.take();
}

Expected<std::vector<UnitFacts>> readFacts(StringRef Path, StringRef Made) {
  auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return createStringError(Path + ": " + Buffer.getError().message());
  StringRef Bytes = (*Buffer)->getBuffer();
  if (!Bytes.consume_front(Magic))
    return createStringError(Path + " is no file of facts; let 'cursor-tidy "
                                    "extract' write one");
  ByteReader In(Bytes);
  if (In.text() != Made && !In.hasFailed())
    return createStringError(Path + ": another version of cursor-tidy, or one "
                                    "with other models, wrote it; extract "
                                    "again");
  std::vector<std::shared_ptr<const Outline>> Outlines;
  for (size_t Left = In.count(16); Left; --Left)
    Outlines.push_back(std::make_shared<const Outline>(readOutline(In)));
  std::vector<UnitFacts> Units;
  bool IsWhole = true;
  for (size_t Left = In.count(24); Left && IsWhole; --Left) {
    std::optional<UnitFacts> Unit = readUnit(In, Outlines);
    IsWhole = Unit.has_value();
    if (Unit)
      Units.push_back(std::move(*Unit));
  }
  if (!IsWhole || In.hasFailed() || !In.isAtEnd())
    return createStringError(Path + " is damaged or cut short; extract again");
  return Units;
}

} // namespace cursor_tidy::tool
