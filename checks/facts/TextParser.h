//===- TextParser.h - reads the handle program's text ---------------------===//
//
// A recursive descent parser, one method per rule of the grammar in
// docs/facts.md. The first mistake is kept and moves the parser to the end of
// the text, so that every rule may go on without asking and all loops end.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FACTS_TEXTPARSER_H
#define CURSOR_TIDY_FACTS_TEXTPARSER_H

#include "facts/Program.h"
#include "facts/TextLexer.h"

#include "llvm/Support/Error.h"

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cursor_tidy::facts::text {

class Parser {
public:
  explicit Parser(std::string_view Text);

  Program program();
  /// One event without its location.
  Action action();
  Terminator terminator();
  /// Whether a terminator starts here rather than an action.
  bool atTerminator() const;
  /// Expects that nothing follows.
  void finish();
  /// The first mistake, or success.
  llvm::Error error() const;

private:
  //--- tokens (TextParser.cpp) ---
  const Token &peek(size_t Ahead = 0) const;
  bool atSign(std::string_view Sign, size_t Ahead = 0) const;
  bool atWord(std::string_view Word, size_t Ahead = 0) const;
  bool atString() const { return peek().What == Token::Kind::String; }
  /// A letter and a number, as in `v12`, or none when it is something else.
  std::optional<uint32_t> numbered(char Letter, size_t Ahead = 0) const;
  bool failed() const { return !Mistake.empty(); }
  Token take();
  bool takeSign(std::string_view Sign);
  bool takeWord(std::string_view Word);
  void expectSign(std::string_view Sign);
  void expectLineEnd();
  void skipLineEnds();
  void fail(std::string_view Expected);
  void failAt(unsigned Line, std::string Message);

  //--- nouns (TextParser.cpp) ---
  Name string(std::string_view Expected);
  Name stringIf() { return atString() ? Name(take().Text) : Name(); }
  std::vector<Name> strings(std::string_view Expected);
  int64_t integer(int64_t Low = std::numeric_limits<int64_t>::min(),
                  int64_t High = std::numeric_limits<int64_t>::max());
  uint32_t count();
  template <typename Table>
  auto word(const Table &Words, std::string_view What);
  bool atPlace() const;
  Place place();
  Step step();
  Step element();
  Value value();
  std::vector<Value> arguments();
  BlockId block();
  std::optional<Declared> declaredIf();
  Location locationIf();

  //--- verbs (TextParseEvents.cpp) ---
  Action assignment();
  Action computation(Place To);
  std::optional<Action> producer(const Place &To);
  Action call(Place To);
  Action open();
  Action close();
  Action spawn();
  Terminator branch();
  Terminator switchTerminator();

  //--- programs (TextParseProgram.cpp) ---
  void item(Program &Into);
  HandleKind kind();
  LevelDeclaration level();
  Class classDefinition();
  Global global();
  Variable variable();
  void type(Variable &Of);
  bool variableFlag(Variable &Of);
  Function function(BodyKind Body);
  bool functionFlag(Function &Of);
  void parameters(Function &Of);
  void declarations(Function &Of);
  void blocks(Function &Of);
  bool blockLine(Block &Of);
  void checkTargets(const Function &Of, unsigned Line);

  std::string_view Text;
  std::vector<Token> Tokens;
  size_t At = 0;
  unsigned MistakeLine = 0;
  std::string Mistake;
  Name File;                      ///< of locations that name none
  uint32_t Locals = 0;            ///< one more than the highest local seen
  uint32_t Temps = 0;             ///< one more than the highest temporary seen
  std::optional<uint32_t> Params; ///< how many there are, where that is known
};

template <typename Table>
auto Parser::word(const Table &Words, std::string_view What) {
  // A word such as `read-shared` is three tokens.
  std::string Read = peek().Text;
  bool Joined = atSign("-", 1);
  if (Joined)
    Read += "-" + peek(2).Text;
  for (const auto &[Enumerator, Text] : Words)
    if (Text == Read) {
      At += Joined ? 3 : 1;
      return Enumerator;
    }
  std::string Expected(What);
  const char *Before = ": ";
  for (const auto &[Enumerator, Text] : Words) {
    Expected.append(Before).append(Text);
    Before = ", ";
  }
  fail(Expected);
  return Words.front().first;
}

} // namespace cursor_tidy::facts::text

#endif
