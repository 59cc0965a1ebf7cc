//===- Outline.cpp - what a file's text defines and mentions --------------===//
#include "Outline.h"

#include "extract/DeclaredWords.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

/// A word or a sign; strings and numbers are left out.
struct Token {
  char Sign = 0;  ///< 0 for a word
  StringRef Text; ///< of a word; of a directive the rest of its line
};

constexpr char Directive = '#';

class Lexer {
public:
  explicit Lexer(StringRef Text) : Rest(Text) {}

  /// False at the end.
  bool next(Token &Into);

private:
  bool skipBlank();
  void skipQuoted(char Quote);
  void skipRaw();
  StringRef takeLine();

  StringRef Rest;
  bool IsLineStart = true;
};

bool isWordStart(char C) { return isAlpha(C) || C == '_'; }

/// Skips blanks and comments; false when there is none.
bool Lexer::skipBlank() {
  if (Rest.starts_with("//")) {
    Rest = Rest.drop_front(std::min(Rest.find('\n'), Rest.size()));
    return true;
  }
  if (Rest.starts_with("/*")) {
    size_t End = Rest.find("*/", 2);
    Rest = End == StringRef::npos ? "" : Rest.drop_front(End + 2);
    return true;
  }
  if (Rest.empty() || !isSpace(Rest.front()))
    return false;
  IsLineStart |= Rest.front() == '\n';
  Rest = Rest.drop_front();
  return true;
}

void Lexer::skipQuoted(char Quote) {
  size_t I = 1;
  while (I < Rest.size() && Rest[I] != Quote && Rest[I] != '\n')
    I += Rest[I] == '\\' ? 2 : 1;
  Rest = Rest.drop_front(std::min(I + 1, Rest.size()));
}

/// R"mark( ... )mark", with Rest at the quote.
void Lexer::skipRaw() {
  size_t Open = Rest.find('(');
  if (Open == StringRef::npos)
    return skipQuoted('"');
  std::string Close = (")" + Rest.slice(1, Open) + "\"").str();
  size_t End = Rest.find(Close, Open);
  Rest = End == StringRef::npos ? "" : Rest.drop_front(End + Close.size());
}

/// The rest of a directive, over its continued lines.
StringRef Lexer::takeLine() {
  size_t End = 0;
  while ((End = Rest.find('\n', End)) != StringRef::npos && End > 0 &&
         (Rest[End - 1] == '\\' ||
          (End > 1 && Rest[End - 1] == '\r' && Rest[End - 2] == '\\')))
    ++End;
  StringRef Line = Rest.take_front(End);
  Rest = Rest.drop_front(Line.size());
  return Line;
}

bool Lexer::next(Token &Into) {
  while (!Rest.empty()) {
    if (skipBlank())
      continue;
    char C = Rest.front();
    if (C == '#' && IsLineStart) {
      Into = {Directive, takeLine().drop_front()};
      return true;
    }
    IsLineStart = false;
    if (isWordStart(C)) {
      StringRef Word =
          Rest.take_while([](char D) { return isAlnum(D) || D == '_'; });
      Rest = Rest.drop_front(Word.size());
      if (Rest.starts_with("\"") && Word.ends_with("R"))
        skipRaw();
      else
        return Into = {0, Word}, true;
    } else if (isDigit(C)) {
      // A number with its suffix and its separators.
      Rest = Rest.drop_while([](char D) {
        return isAlnum(D) || D == '.' || D == '\'' || D == '_';
      });
    } else if (C == '"' || C == '\'') {
      skipQuoted(C);
    } else {
      Rest = Rest.drop_front();
      return Into = {C, ""}, true;
    }
  }
  return false;
}

/// Follows braces: those of namespaces and classes hold definitions, all others
/// are bodies.
class OutlineReader {
public:
  explicit OutlineReader(StringRef Text) : Source(Text) {}

  Outline read();

private:
  struct Container {
    Word Scope = 0;
    bool IsHidden = false; ///< an unnamed namespace, or in one
  };

  void directive(StringRef Line);
  void word(StringRef Text);
  void openBrace();
  void closeBrace();
  void endHead();
  bool opensContainer() const;
  Definition ofHead() const;
  void note(Definition &Of, StringRef Text) {
    Of.Words.push_back(wordOf(Text));
    Result.Words.push_back(Of.Words.back());
  }

  Lexer Source;
  Outline Result;
  std::vector<Container> Containers;
  unsigned Depth = 0; ///< of braces within a body
  Definition Current;
  std::vector<Token> Head; ///< since the last definition ended
};

void sortUnique(std::vector<Word> &Words) {
  llvm::sort(Words);
  Words.erase(llvm::unique(Words), Words.end());
}

/// A macro is a definition: its body is what a use of it mentions.
void OutlineReader::directive(StringRef Line) {
  Lexer Rest(Line.drop_while([](char C) { return C == ' ' || C == '\t'; }));
  Token Next;
  if (!Rest.next(Next) || Next.Text != "define" || !Rest.next(Next))
    return;
  Definition Macro;
  Macro.Name = wordOf(Next.Text);
  while (Rest.next(Next))
    if (!Next.Sign)
      note(Macro, Next.Text);
  Result.Definitions.push_back(std::move(Macro));
}

/// Without `template <...>` in front.
ArrayRef<Token> withoutTemplate(ArrayRef<Token> Head) {
  while (Head.size() > 1 && Head[0].Text == "template" && Head[1].Sign == '<') {
    unsigned Open = 0;
    size_t I = 1;
    do
      Open += Head[I].Sign == '<' ? 1 : Head[I].Sign == '>' ? -1 : 0;
    while (++I < Head.size() && Open);
    Head = Head.drop_front(I);
  }
  return Head;
}

bool OutlineReader::opensContainer() const {
  ArrayRef<Token> Words = withoutTemplate(Head);
  auto Names = [](const Token &Each, ArrayRef<StringRef> Any) {
    return !Each.Sign && is_contained(Any, Each.Text);
  };
  bool Plain = none_of(Words, [](const Token &Each) {
    return Each.Sign == '(' || Each.Sign == '=';
  });
  if (Plain)
    return any_of(Words, [&](const Token &Each) {
      return Names(Each, {"namespace", "extern", "class", "struct", "union"});
    });
  // `struct alignas(8) Row {`, but not `struct row *first(void) {`.
  return Names(Words.front(), {"class", "struct", "union"}) &&
         !Words.back().Sign &&
         !Names(Words.back(),
                {"const", "noexcept", "override", "final", "volatile"});
}

/// The name before the first parenthesis, else before `=`, else the last.
Definition OutlineReader::ofHead() const {
  Definition Result;
  Result.IsExported = none_of(
      Containers, [](const Container &Around) { return Around.IsHidden; });
  if (!Containers.empty())
    Result.Scope = Containers.back().Scope;
  StringRef Name, Scope;
  unsigned Colons = 0;
  for (const Token &Each : Head) {
    if (Each.Sign == '(' || Each.Sign == '=')
      break;
    if (Each.Text == "static" && Containers.empty())
      Result.IsExported = false;
    Colons = Each.Sign == ':' ? Colons + 1 : Each.Sign ? 0 : Colons;
    if (Each.Sign)
      continue;
    Scope = Colons == 2 ? Name : "";
    Name = Each.Text;
    Colons = 0;
  }
  Result.Name = wordOf(Name);
  if (!Scope.empty())
    Result.Scope = wordOf(Scope);
  return Result;
}

void OutlineReader::openBrace() {
  if (Depth) {
    ++Depth;
    return;
  }
  if (opensContainer()) {
    Container Opened;
    bool IsNamespace = false;
    for (const Token &Each : Head) {
      IsNamespace |= Each.Text == "namespace";
      if (Each.Sign == ':')
        break;
      if (!Each.Sign && Each.Text != "namespace" && Each.Text != "extern" &&
          Each.Text != "inline")
        Opened.Scope = wordOf(Each.Text);
    }
    Opened.IsHidden = IsNamespace && !Opened.Scope;
    if (IsNamespace)
      Opened.Scope = 0;
    Containers.push_back(Opened);
    Head.clear();
    return;
  }
  // `: a(b), c{d} {` has several braces; they are one function's.
  bool GoesOn = Head.empty() || Head.front().Sign == ',';
  if (GoesOn && !Result.Definitions.empty()) {
    Current = std::move(Result.Definitions.back());
    Result.Definitions.pop_back();
  } else {
    Current = ofHead();
  }
  for (const Token &Each : Head)
    if (!Each.Sign)
      note(Current, Each.Text);
  Head.clear();
  Depth = 1;
}

void OutlineReader::closeBrace() {
  if (!Depth) {
    if (!Containers.empty())
      Containers.pop_back();
    Head.clear();
    return;
  }
  if (--Depth)
    return;
  Result.Definitions.push_back(std::move(Current));
  Current = {};
}

/// A `;` between definitions: a variable may call something to begin with.
void OutlineReader::endHead() {
  bool Initialises = any_of(Head, [](const Token &Each) {
    return Each.Sign == '(' || Each.Sign == '=';
  });
  if (Initialises) {
    Definition Declared = ofHead();
    Declared.HasBody = false;
    for (const Token &Each : Head)
      if (!Each.Sign && wordOf(Each.Text) != Declared.Name)
        note(Declared, Each.Text);
    Result.Definitions.push_back(std::move(Declared));
  }
  Head.clear();
}

void OutlineReader::word(StringRef Text) {
  if (Depth)
    return note(Current, Text);
  Result.Words.push_back(wordOf(Text));
  Head.push_back({0, Text});
}

Outline OutlineReader::read() {
  Token Next;
  while (Source.next(Next)) {
    if (Next.Sign == Directive)
      directive(Next.Text);
    else if (!Next.Sign)
      word(Next.Text);
    else if (Next.Sign == '{')
      openBrace();
    else if (Next.Sign == '}')
      closeBrace();
    else if (Next.Sign == ';' && !Depth)
      endHead();
    else if (!Depth)
      Head.push_back(Next);
  }
  // Braces that do not match, as between two halves of an #if: what is left
  // belongs to somebody.
  if (Depth)
    Result.Definitions.push_back(std::move(Current));
  for (Definition &Each : Result.Definitions)
    sortUnique(Each.Words);
  sortUnique(Result.Words);
  return std::move(Result);
}

} // namespace

Word wordOf(StringRef Identifier) {
  return static_cast<Word>(xxh3_64bits(Identifier)) | 1;
}

bool Outline::mentions(Word Of) const {
  return std::binary_search(Words.begin(), Words.end(), Of);
}

Outline outlineOf(StringRef Text) {
  Outline Result = OutlineReader(Text).read();
  Result.Declares = extract::mayDeclare(Text, /*IsInstalled=*/false);
  return Result;
}

} // namespace cursor_tidy::tool
