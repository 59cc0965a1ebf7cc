//===- Locations.cpp - source ranges as plain data ------------------------===//
#include "extract/Locations.h"

#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

namespace cursor_tidy::extract {

using namespace clang;

/// Length of a condition's text in a message.
static constexpr size_t MaxText = 60;

/// The part of a path below a root, or empty.
static llvm::StringRef below(llvm::StringRef Root, llvm::StringRef Path) {
  return !Root.empty() && Path.consume_front(Root) && Path.consume_front("/")
             ? Path
             : "";
}

facts::Name Locations::fileOf(FileID File) const {
  auto [At, Inserted] = Files.try_emplace(File);
  if (!Inserted)
    return At->second;
  OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File);
  if (!Entry)
    return {};
  llvm::SmallString<256> Spelled(Entry->getName());
  Sources.getFileManager().makeAbsolutePath(Spelled);
  llvm::sys::path::remove_dots(Spelled, /*remove_dot_dot=*/true);
  llvm::SmallString<256> Real(Entry->getFileEntry().tryGetRealPathName());
  if (Real.empty())
    Real = Spelled;
  llvm::sys::path::remove_dots(Real, /*remove_dot_dot=*/true);
  llvm::StringRef Shown = below(Root, Real);
  // Build systems fill a folder with links to the sources.
  if (Shown.empty())
    Shown = below(Root, Spelled);
  return At->second = facts::Name(Shown.empty() ? Real.str() : Shown);
}

facts::Name Locations::file(SourceLocation Where) const {
  if (Where.isInvalid())
    return {};
  return fileOf(Sources.getFileID(Sources.getFileLoc(Where)));
}

facts::Name Locations::mainFile() const {
  return fileOf(Sources.getMainFileID());
}

/// UTF-16 code units in a piece of UTF-8.
static unsigned utf16Length(llvm::StringRef Text) {
  unsigned Units = 0;
  for (unsigned char C : Text)
    Units += (C & 0xC0) == 0x80 ? 0 : C >= 0xF0 ? 2 : 1;
  return Units;
}

/// Where a range ends that the user wrote: of a macro's body, at the end of the
/// macro's call.
static SourceLocation writtenEnd(const SourceManager &Sources,
                                 SourceLocation End) {
  while (End.isMacroID())
    End = Sources.isMacroArgExpansion(End)
              ? Sources.getImmediateSpellingLoc(End)
              : Sources.getImmediateExpansionRange(End).getEnd();
  return End;
}

facts::Location Locations::of(SourceRange Range) const {
  if (Range.isInvalid())
    return {};
  SourceLocation Begin = Sources.getFileLoc(Range.getBegin());
  SourceLocation Last = writtenEnd(Sources, Range.getEnd());
  auto [File, Offset] = Sources.getDecomposedLoc(Begin);
  auto [LastFile, LastOffset] = Sources.getDecomposedLoc(Last);
  // The parts of a macro's body may map to an end before the begin.
  if (LastFile != File || LastOffset < Offset)
    Last = Begin;
  SourceLocation End = Lexer::getLocForEndOfToken(Last, 0, Sources, Language);
  return between(Begin, End.isValid() ? End : Last);
}

facts::Location Locations::between(SourceLocation Begin,
                                   SourceLocation End) const {
  auto [File, Offset] = Sources.getDecomposedLoc(Begin);
  unsigned EndOffset = Sources.getFileOffset(End);
  unsigned Column = Sources.getColumnNumber(File, Offset);
  llvm::StringRef Text = Sources.getBufferData(File);
  return {.File = fileOf(File),
          .Line = Sources.getLineNumber(File, Offset),
          .Column = Column,
          .ColumnUtf16 =
              1 + utf16Length(Text.substr(Offset - (Column - 1), Column - 1)),
          .Offset = Offset,
          .EndLine = Sources.getLineNumber(File, EndOffset),
          .EndColumn = Sources.getColumnNumber(File, EndOffset),
          .EndOffset = EndOffset};
}

std::string Locations::text(SourceRange Range) const {
  if (Range.isInvalid())
    return {};
  CharSourceRange Written =
      CharSourceRange::getTokenRange(Sources.getFileLoc(Range.getBegin()),
                                     writtenEnd(Sources, Range.getEnd()));
  llvm::StringRef Source = Lexer::getSourceText(Written, Sources, Language);
  std::string Text;
  for (char C : Source) {
    bool Space = llvm::isSpace(C);
    if (Space && (Text.empty() || Text.back() == ' '))
      continue;
    Text += Space ? ' ' : C;
  }
  if (Text.size() > MaxText) {
    size_t Cut = MaxText - 3;
    while (Cut > 0 && (static_cast<unsigned char>(Text[Cut]) & 0xC0) == 0x80)
      --Cut;
    Text = Text.substr(0, Cut) + "...";
  }
  return Text;
}

} // namespace cursor_tidy::extract
