//===- UnitFacts.cpp - a unit on its way to the link ----------------------===//
#include "UnitFacts.h"

#include "OutlineBytes.h"
#include "facts/Serialize.h"

#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

constexpr StringRef Magic = "cursor-tidy facts 2\n";

/// What became of a unit, as the number that stands for it.
enum Outcome { Skipped, Parsed, Failed };

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

void write(ByteWriter &Out, const Origin &From) {
  Out.text(From.Made);
  Out.number(From.Configurations.size());
  for (const std::string &File : From.Configurations)
    Out.text(File);
}

Origin readOrigin(ByteReader &In) {
  Origin From;
  From.Made = In.text().str();
  for (size_t Left = In.count(8); Left; --Left)
    From.Configurations.push_back(In.text().str());
  return From;
}

/// A file of facts in memory.
class FactsFile {
public:
  static Expected<FactsFile> open(StringRef Path) {
    FactsFile File;
    auto Read = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                      /*RequiresNullTerminator=*/false);
    if (!Read)
      return createStringError(Path + ": " + Read.getError().message());
    if (!(*Read)->getBuffer().starts_with(Magic))
      return createStringError(Path + " is no file of facts; let 'cursor-tidy "
                                      "extract' write one");
    File.Buffer = std::move(*Read);
    return std::move(File);
  }
  ByteReader bytes() const {
    return ByteReader(Buffer->getBuffer().drop_front(Magic.size()));
  }

private:
  std::unique_ptr<MemoryBuffer> Buffer;
};

Error isDamaged(StringRef Path) {
  return createStringError(Path + " is damaged or cut short; extract again");
}

std::optional<UnitFacts> readUnit(ByteReader &In, const OutlineList &Outlines) {
  UnitFacts Unit;
  Unit.File = In.text().str();
  std::optional<UnitText> Text = readText(In, Outlines);
  if (!Text)
    return std::nullopt;
  Unit.Text = std::move(*Text);
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

std::string writeFacts(ArrayRef<UnitFacts> Units, const Origin &From) {
  OutlineTable Table;
  for (const UnitFacts &Unit : Units)
    Table.add(Unit.Text);
  ByteWriter Out;
  write(Out, From);
  Table.write(Out);
  Out.number(Units.size());
  for (const UnitFacts &Unit : Units) {
    Out.text(Unit.File);
    Table.write(Out, Unit.Text);
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

Expected<Origin> readOrigin(StringRef Path) {
  Expected<FactsFile> File = FactsFile::open(Path);
  if (!File)
    return File.takeError();
  ByteReader In = File->bytes();
  Origin From = readOrigin(In);
  if (In.hasFailed())
    return isDamaged(Path);
  return From;
}

Expected<std::vector<UnitFacts>> readFacts(StringRef Path, StringRef Made) {
  Expected<FactsFile> File = FactsFile::open(Path);
  if (!File)
    return File.takeError();
  ByteReader In = File->bytes();
  if (readOrigin(In).Made != Made && !In.hasFailed())
    return createStringError(Path + ": another version of cursor-tidy, or one "
                                    "with other models, wrote it; extract "
                                    "again");
  OutlineList Outlines = readOutlines(In);
  std::vector<UnitFacts> Units;
  bool IsWhole = true;
  for (size_t Left = In.count(24); Left && IsWhole; --Left) {
    std::optional<UnitFacts> Unit = readUnit(In, Outlines);
    IsWhole = Unit.has_value();
    if (Unit)
      Units.push_back(std::move(*Unit));
  }
  if (!IsWhole || In.hasFailed() || !In.isAtEnd())
    return isDamaged(Path);
  return Units;
}

} // namespace cursor_tidy::tool
