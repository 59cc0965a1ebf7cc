//===- TextLexer.cpp - the handle program's text as tokens ----------------===//
#include "facts/TextLexer.h"

#include "facts/TextWords.h"

namespace cursor_tidy::facts::text {
namespace {

bool isDigit(char C) { return C >= '0' && C <= '9'; }

bool isLetter(char C) {
  return C == '_' || (C >= 'a' && C <= 'z') || (C >= 'A' && C <= 'Z');
}

class Lexer {
public:
  explicit Lexer(std::string_view Text) : Text(Text) {}

  std::vector<Token> all() {
    for (Token T = next(); T.What != Token::Kind::End; T = next()) {
      track(T);
      // Parameters and arguments may be spread over lines.
      if (T.What != Token::Kind::LineEnd || Depth == 0)
        Tokens.push_back(std::move(T));
    }
    Tokens.push_back({Token::Kind::End, "", Line, At, At});
    return std::move(Tokens);
  }

private:
  Token next();
  Token string();
  Token token(Token::Kind What, size_t Length);
  void skipBlanks();
  void track(const Token &T);

  bool startsWith(std::string_view Prefix) const {
    return Text.substr(At).starts_with(Prefix);
  }

  std::string_view Text;
  std::vector<Token> Tokens;
  size_t At = 0;
  unsigned Line = 1;
  unsigned Depth = 0; ///< of parentheses
};

Token Lexer::token(Token::Kind What, size_t Length) {
  Token T{What, std::string(Text.substr(At, Length)), Line, At, At + Length};
  At += Length;
  return T;
}

void Lexer::skipBlanks() {
  while (At < Text.size() &&
         (Text[At] == ' ' || Text[At] == '\t' || Text[At] == '\r'))
    ++At;
  if (At < Text.size() && Text[At] == '#')
    At = std::min(Text.find('\n', At), Text.size());
}

void Lexer::track(const Token &T) {
  if (T.What == Token::Kind::LineEnd) {
    ++Line;
    return;
  }
  if (T.What != Token::Kind::Sign)
    return;
  if (T.Text == "(")
    ++Depth;
  // A brace ends what an unbalanced parenthesis began, so that one mistake does
  // not swallow the line ends of all that follows.
  if (T.Text == "{" || T.Text == "}")
    Depth = 0;
  if (T.Text == ")" && Depth)
    --Depth;
}

Token Lexer::string() {
  Token T{Token::Kind::String, "", Line, At, At};
  for (size_t I = At + 1; I < Text.size() && Text[I] != '\n'; ++I) {
    if (Text[I] == '"') {
      At = T.End = I + 1;
      return T;
    }
    if (Text[I] != '\\' || I + 1 == Text.size()) {
      T.Text += Text[I];
      continue;
    }
    char Escaped = Text[++I];
    T.Text += Escaped == 'n' ? '\n' : Escaped == 'r' ? '\r' : Escaped;
  }
  At = std::min(Text.find('\n', At), Text.size());
  return {Token::Kind::Damaged, "a string without its closing quote", Line,
          T.Begin, At};
}

Token Lexer::next() {
  skipBlanks();
  if (At == Text.size())
    return {Token::Kind::End, "", Line, At, At};
  char C = Text[At];
  if (C == '\n')
    return token(Token::Kind::LineEnd, 1);
  if (C == '"')
    return string();
  if (isDigit(C) || isLetter(C)) {
    size_t Length = 1;
    while (At + Length < Text.size() &&
           (isDigit(Text[At + Length]) ||
            (isLetter(C) && isLetter(Text[At + Length]))))
      ++Length;
    return token(isDigit(C) ? Token::Kind::Number : Token::Kind::Word, Length);
  }
  if (C == '?') {
    for (const auto &[Kind, Word] : UnknownWords)
      if (Word.size() > 1 && startsWith(Word))
        return token(Token::Kind::Unknown, Word.size());
    return token(Token::Kind::Unknown, 1);
  }
  for (std::string_view Pair : {"==", "!=", "<=", "..", "::"})
    if (startsWith(Pair))
      return token(Token::Kind::Sign, Pair.size());
  if (std::string_view("=<>(){}[],:.*&|+-@/").find(C) != std::string_view::npos)
    return token(Token::Kind::Sign, 1);
  Token Bad = token(Token::Kind::Damaged, 1);
  Bad.Text = "the character '" + Bad.Text + "'";
  return Bad;
}

} // namespace

std::vector<Token> lex(std::string_view Text) { return Lexer(Text).all(); }

} // namespace cursor_tidy::facts::text
