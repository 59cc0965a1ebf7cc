//===- UnitFacts.cpp - a unit on its way to the link ----------------------===//
#include "UnitFacts.h"

#include "OutlineBytes.h"
#include "facts/Serialize.h"

#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

constexpr StringRef Magic = "cursor-tidy facts 1\n";

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

std::string writeFacts(ArrayRef<UnitFacts> Units, StringRef Made) {
  OutlineTable Table;
  for (const UnitFacts &Unit : Units)
    Table.add(Unit.Text);
  ByteWriter Out;
  Out.text(Made);
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
    return createStringError(Path + " is damaged or cut short; extract again");
  return Units;
}

} // namespace cursor_tidy::tool
