//===- DeclaredWords.cpp - whether anything is declared in code at all ----===//
#include "extract/DeclaredWords.h"

#include "extract/Vocabulary.h"

#include "llvm/ADT/STLExtras.h"

namespace cursor_tidy::extract {

using llvm::StringRef;

/// Clang's attributes; each may have underscores around it.
static constexpr StringRef Attributes[] = {"acquire_handle",
                                           "ownership_returns"};

bool mayDeclare(const clang::ASTContext &Context) {
  auto Knows = [&](StringRef Word) {
    return knowsWord(Context, Word) ||
           knowsWord(Context, ("__" + Word + "__").str());
  };
  return Knows("annotate") || llvm::any_of(Attributes, Knows);
}

/// `malloc (` behind `__attribute__` or `gnu::` in one declaration or macro.
static bool namesDeallocator(StringRef Text) {
  constexpr StringRef Word = "malloc";
  for (size_t At = Text.find(Word); At != StringRef::npos;
       At = Text.find(Word, At + Word.size())) {
    StringRef After = Text.drop_front(At + Word.size()).ltrim('_').ltrim();
    if (!After.starts_with("("))
      continue;
    StringRef Before = Text.take_front(At);
    Before = Before.drop_front(Before.find_last_of(";{}#") + 1);
    if (Before.contains("__attribute") || Before.contains("gnu::"))
      return true;
  }
  return false;
}

bool mayDeclare(StringRef Text, bool IsInstalled) {
  return Text.contains("cursor_tidy::") ||
         llvm::any_of(Attributes,
                      [&](StringRef Word) { return Text.contains(Word); }) ||
         (!IsInstalled && namesDeallocator(Text));
}

} // namespace cursor_tidy::extract
