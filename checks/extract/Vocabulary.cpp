//===- Vocabulary.cpp - which words a unit knows --------------------------===//
#include "extract/Vocabulary.h"

#include "clang/AST/ASTContext.h"
#include "clang/Basic/IdentifierTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace cursor_tidy::extract {

bool knowsWord(const clang::ASTContext &Context, llvm::StringRef Word) {
  clang::IdentifierTable &Known = Context.Idents;
  if (Known.find(Word) != Known.end())
    return true;
  // Those of a precompiled header are looked up when they are met.
  clang::IdentifierInfoLookup *Precompiled =
      Known.getExternalIdentifierLookup();
  return Precompiled && Precompiled->get(Word);
}

bool knowsName(const clang::ASTContext &Context, llvm::StringRef Qualified) {
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  Qualified.split(Parts, "::");
  return llvm::all_of(
      Parts, [&](llvm::StringRef Part) { return knowsWord(Context, Part); });
}

} // namespace cursor_tidy::extract
