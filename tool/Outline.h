//===- Outline.h - what a file's text defines and mentions ----------------===//
//
// Read by a lexer that knows comments, strings, braces and directives, and
// nothing of types: a name is mentioned where it stands. So an outline may say
// too much and not too little, which is what choosing units needs.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_OUTLINE_H
#define CURSOR_TIDY_TOOL_OUTLINE_H

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <vector>

namespace cursor_tidy::tool {

/// Hash of an identifier. Two identifiers of one hash make an outline say too
/// much, no more.
using Word = uint32_t;

Word wordOf(llvm::StringRef Identifier);

/// A function, variable or macro with what stands in its body.
struct Definition {
  Word Name = 0;
  Word Scope = 0;          ///< the class or namespace named before it, or 0
  bool IsExported = true;  ///< other files may mention it
  bool HasBody = true;     ///< not only declared, or a variable set up
  std::vector<Word> Words; ///< sorted
};

struct Outline {
  std::vector<Definition> Definitions;
  std::vector<Word> Words; ///< all identifiers, sorted
  bool Declares = false;   ///< it may itself say that something is a handle

  bool mentions(Word Of) const;
};

Outline outlineOf(llvm::StringRef Text);

} // namespace cursor_tidy::tool

#endif
