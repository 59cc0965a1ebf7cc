//===- TextLexer.h - the handle program's text as tokens ------------------===//
#ifndef CURSOR_TIDY_FACTS_TEXTLEXER_H
#define CURSOR_TIDY_FACTS_TEXTLEXER_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cursor_tidy::facts::text {

struct Token {
  enum class Kind : uint8_t {
    Word,    ///< `open`, `p0`
    Number,  ///< `42`; a minus before it is a token of its own
    String,  ///< `"c:@F@f"`; Text is what stands between the quotes, unescaped
    Unknown, ///< `?` and `?nonzero` and its like
    Sign,    ///< one or two characters: `=`, `==`, `..`
    LineEnd,
    Damaged, ///< what is no token; Text says what is wrong
    End
  };
  Kind What = Kind::End;
  std::string Text;
  unsigned Line = 0; ///< from 1
  size_t Begin = 0;  ///< offset in the text
  size_t End = 0;    ///< behind it
};

/// All tokens of a text, an End last. A comment runs from `#` to the end of its
/// line; line ends within parentheses are left out.
std::vector<Token> lex(std::string_view Text);

} // namespace cursor_tidy::facts::text

#endif
