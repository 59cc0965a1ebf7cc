//===- OutlineBytes.cpp - the texts of units as bytes ---------------------===//
#include "OutlineBytes.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

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
  Out.word(Of.Declares);
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
  Result.Declares = In.word();
  return Result;
}

} // namespace

void OutlineTable::add(const UnitText &Of) {
  for (const auto &File : Of.Files)
    if (Numbers.try_emplace(File.get(), Outlines.size()).second)
      Outlines.push_back(File.get());
}

void OutlineTable::write(ByteWriter &Out) const {
  Out.number(Outlines.size());
  for (const Outline *Each : Outlines)
    tool::write(Out, *Each);
}

void OutlineTable::write(ByteWriter &Out, const UnitText &Of) const {
  Out.number(Of.SeesDriver);
  Out.number(Of.Files.size());
  for (const auto &File : Of.Files)
    Out.number(Numbers.lookup(File.get()));
}

OutlineList readOutlines(ByteReader &In) {
  OutlineList Table;
  for (size_t Left = In.count(16); Left; --Left)
    Table.push_back(std::make_shared<const Outline>(readOutline(In)));
  return Table;
}

std::optional<UnitText> readText(ByteReader &In, const OutlineList &Table) {
  UnitText Text;
  Text.SeesDriver = In.number();
  for (size_t Left = In.count(8); Left; --Left) {
    uint64_t Number = In.number();
    if (Number >= Table.size())
      return std::nullopt;
    Text.Files.push_back(Table[Number]);
  }
  return Text;
}

} // namespace cursor_tidy::tool
