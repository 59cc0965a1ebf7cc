//===- SourceText.cpp - the files that findings speak of
//---------------------===//
#include "SourceText.h"

using namespace clang;

namespace cursor_tidy::tool {

SourceText::SourceText(Spelling Spell,
                       llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk)
    : Spell(std::move(Spell)),
      Engine(llvm::makeIntrusiveRefCnt<DiagnosticIDs>(), Options,
             new IgnoringDiagConsumer),
      Files(FileSystemOptions(), std::move(Disk)), Sources(Engine, Files) {
  Engine.setSourceManager(&Sources);
}

FileID SourceText::fileOf(facts::Name File) {
  auto [Known, IsNew] = Loaded.try_emplace(File);
  if (IsNew)
    // Loaded by the spelling, which is then what Clang's printer shows.
    if (auto Entry = Files.getOptionalFileRef(Spell(File.text())))
      Known->second =
          Sources.createFileID(*Entry, SourceLocation(), SrcMgr::C_User);
  return Known->second;
}

SourceLocation SourceText::at(facts::Name File, uint32_t Offset) {
  FileID Id = fileOf(File);
  if (Id.isInvalid() || Offset > Sources.getFileIDSize(Id))
    return {};
  return Sources.getComposedLoc(Id, Offset);
}

SourceLocation SourceText::at(const facts::Location &Place) {
  return Place.isValid() ? at(Place.File, Place.Offset) : SourceLocation();
}

CharSourceRange SourceText::range(const facts::Location &Place) {
  SourceLocation Begin = at(Place);
  SourceLocation End =
      Begin.isValid() ? at(Place.File, Place.EndOffset) : Begin;
  if (End.isInvalid() || End < Begin)
    return {};
  return CharSourceRange::getCharRange(Begin, End);
}

} // namespace cursor_tidy::tool
