//===- TextParser.cpp - tokens and nouns of the text format ---------------===//
#include "facts/TextParser.h"

#include "facts/TextWords.h"

#include "llvm/ADT/StringRef.h"

namespace cursor_tidy::facts::text {

/// A place far beyond what any function has is a slip of the hand; without a
/// bound one digit too many would make us allocate gigabytes.
static constexpr uint32_t MaxIndex = 1 << 20;

Parser::Parser(std::string_view Text) : Text(Text), Tokens(lex(Text)) {}

//--- Tokens -----------------------------------------------------------------//

const Token &Parser::peek(size_t Ahead) const {
  return Tokens[std::min(At + Ahead, Tokens.size() - 1)];
}

bool Parser::atSign(std::string_view Sign, size_t Ahead) const {
  return peek(Ahead).What == Token::Kind::Sign && peek(Ahead).Text == Sign;
}

bool Parser::atWord(std::string_view Word, size_t Ahead) const {
  return peek(Ahead).What == Token::Kind::Word && peek(Ahead).Text == Word;
}

std::optional<uint32_t> Parser::numbered(char Letter, size_t Ahead) const {
  const Token &T = peek(Ahead);
  uint32_t Number = 0;
  llvm::StringRef Text = T.Text;
  if (T.What != Token::Kind::Word || !Text.consume_front({&Letter, 1}) ||
      Text.getAsInteger(10, Number) || Number > MaxIndex)
    return std::nullopt;
  return Number;
}

Token Parser::take() {
  Token Taken = peek();
  if (At + 1 < Tokens.size())
    ++At;
  return Taken;
}

bool Parser::takeSign(std::string_view Sign) {
  bool Is = atSign(Sign);
  if (Is)
    take();
  return Is;
}

bool Parser::takeWord(std::string_view Word) {
  bool Is = atWord(Word);
  if (Is)
    take();
  return Is;
}

void Parser::expectSign(std::string_view Sign) {
  if (!takeSign(Sign))
    fail("'" + std::string(Sign) + "'");
}

void Parser::expectLineEnd() {
  bool Ends = peek().What == Token::Kind::LineEnd ||
              peek().What == Token::Kind::End || atSign("}");
  if (!Ends)
    fail("the end of the line");
  skipLineEnds();
}

void Parser::skipLineEnds() {
  while (peek().What == Token::Kind::LineEnd)
    take();
}

void Parser::finish() {
  skipLineEnds();
  if (peek().What != Token::Kind::End)
    fail("the end of the text");
}

void Parser::fail(std::string_view Expected) {
  const Token &T = peek();
  std::string Found;
  switch (T.What) {
  case Token::Kind::End:
    Found = "the end of the text";
    break;
  case Token::Kind::LineEnd:
    Found = "the end of the line";
    break;
  case Token::Kind::Damaged:
    Found = T.Text;
    break;
  default:
    Found = "'" + std::string(Text.substr(T.Begin, T.End - T.Begin)) + "'";
  }
  failAt(T.Line, "found " + Found + ", expected " + std::string(Expected));
}

void Parser::failAt(unsigned Line, std::string Message) {
  if (!failed()) {
    MistakeLine = Line;
    Mistake = std::move(Message);
  }
  At = Tokens.size() - 1;
}

llvm::Error Parser::error() const {
  if (!failed())
    return llvm::Error::success();
  return llvm::createStringError("line " + std::to_string(MistakeLine) + ": " +
                                 Mistake);
}

//--- Nouns ------------------------------------------------------------------//

Name Parser::string(std::string_view Expected) {
  if (atString())
    return Name(take().Text);
  fail(Expected);
  return {};
}

std::vector<Name> Parser::strings(std::string_view Expected) {
  std::vector<Name> List;
  do
    List.push_back(string(Expected));
  while (takeSign(","));
  return List;
}

int64_t Parser::integer(int64_t Low, int64_t High) {
  size_t Start = At;
  bool Negative = takeSign("-");
  uint64_t Digits = 0;
  bool Fits = peek().What == Token::Kind::Number &&
              !llvm::StringRef(peek().Text).getAsInteger(10, Digits);
  const uint64_t Most = std::numeric_limits<int64_t>::max();
  if (Fits && Digits <= Most + Negative) {
    // Through unsigned arithmetic: the lowest integer has no positive twin.
    int64_t Number = Negative ? int64_t(0 - Digits) : int64_t(Digits);
    if (Number >= Low && Number <= High) {
      take();
      return Number;
    }
  }
  At = Start;
  fail("an integer");
  return 0;
}

uint32_t Parser::count() {
  return uint32_t(integer(0, std::numeric_limits<uint32_t>::max()));
}

bool Parser::atPlace() const {
  return atWord("_") || atWord("this") || atWord("result") || atSign("@") ||
         numbered('p') || numbered('v') || numbered('t');
}

Place Parser::place() {
  Place P;
  if (auto N = numbered('p')) {
    P.Root = Place::Base::Param;
    P.Index = *N;
    if (Params && *N >= *Params)
      fail("a parameter that the function has");
  } else if (auto N = numbered('v')) {
    P.Root = Place::Base::Local;
    P.Index = *N;
    Locals = std::max(Locals, *N + 1);
  } else if (auto N = numbered('t')) {
    P.Root = Place::Base::Temp;
    P.Index = *N;
    Temps = std::max(Temps, *N + 1);
  } else if (atWord("this")) {
    P.Root = Place::Base::This;
  } else if (atWord("result")) {
    P.Root = Place::Base::Result;
  } else if (atSign("@")) {
    P.Root = Place::Base::Global;
  } else if (!atWord("_")) {
    fail("a place");
  }
  take();
  if (P.Root == Place::Base::Global)
    P.Symbol = string("the symbol of a global");
  while (atSign(".")) {
    take();
    P.Path.push_back(step());
  }
  return P;
}

Step Parser::step() {
  if (takeSign("*"))
    return {.What = Step::Kind::Deref, .Field = {}};
  if (takeSign("["))
    return element();
  Step S;
  if (atString() || peek().What == Token::Kind::Word)
    S.Field = Name(take().Text);
  else
    fail("a field, '*' or '['");
  return S;
}

Step Parser::element() {
  Step S{.What = Step::Kind::VariableElement, .Field = {}, .Index = -1};
  if (auto Temp = numbered('t')) {
    S.Index = *Temp;
    Temps = std::max(Temps, *Temp + 1);
    take();
  } else if (peek().What == Token::Kind::Unknown && peek().Text == "?") {
    take();
  } else {
    S.What = Step::Kind::Element;
    S.Index = integer();
  }
  expectSign("]");
  return S;
}

Value Parser::value() {
  if (peek().What == Token::Kind::Unknown) {
    Value V;
    V.What = word(UnknownWords, "an unknown value");
    return V;
  }
  if (atSign("-") || peek().What == Token::Kind::Number)
    return Value::number(integer());
  if (takeSign("&"))
    return Value::address(place());
  if (takeWord("fn"))
    return Value::function(string("the symbol of a function"));
  if (takeWord("text"))
    return Value::text(string("the characters of a literal"));
  if (atPlace())
    return Value::load(place());
  fail("a value");
  return {};
}

std::vector<Value> Parser::arguments() {
  std::vector<Value> List;
  expectSign("(");
  while (!failed() && !atSign(")")) {
    List.push_back(value());
    if (!takeSign(","))
      break;
  }
  expectSign(")");
  return List;
}

BlockId Parser::block() {
  if (auto Number = numbered('b')) {
    take();
    return *Number;
  }
  if (atWord("b") && peek(1).Text == "?") {
    take();
    take();
    return NoBlock;
  }
  fail("a block such as 'b1'");
  return NoBlock;
}

std::optional<Declared> Parser::declaredIf() {
  Declared D;
  bool Any = false;
  while (!failed()) {
    if (takeWord("level"))
      D.Level = int8_t(integer(0, 3));
    else if (takeWord("word"))
      D.Word = string("a sharing word in quotes");
    else if (takeWord("by"))
      D.By = string("what declares it, in quotes");
    else
      break;
    Any = true;
  }
  if (!Any)
    return std::nullopt;
  return D;
}

Location Parser::locationIf() {
  Location L;
  if (!takeSign("@"))
    return L;
  L.File = File;
  if (atString()) {
    L.File = Name(take().Text);
    expectSign(":");
  }
  L.Line = count();
  if (takeSign(":"))
    L.Column = count();
  L.ColumnUtf16 = takeSign("/") ? count() : L.Column;
  if (takeSign("+"))
    L.Offset = count();
  if (takeSign("-")) {
    L.EndLine = count();
    expectSign(":");
    L.EndColumn = count();
    expectSign("+");
    L.EndOffset = count();
  }
  return L;
}

} // namespace cursor_tidy::facts::text
