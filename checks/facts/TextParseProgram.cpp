//===- TextParseProgram.cpp - functions and programs as text --------------===//
#include "facts/Text.h"
#include "facts/TextParser.h"
#include "facts/TextWords.h"

#include "llvm/ADT/StringRef.h"

namespace cursor_tidy::facts::text {
namespace {

/// Every block that a terminator leads to.
struct TargetsOf {
  std::vector<BlockId> operator()(const Jump &T) const { return {T.To}; }
  std::vector<BlockId> operator()(const Branch &T) const {
    return {T.Then, T.Else};
  }
  std::vector<BlockId> operator()(const Switch &T) const {
    std::vector<BlockId> All{T.Default};
    for (const Switch::Case &Case : T.Cases)
      All.push_back(Case.To);
    return All;
  }
  std::vector<BlockId> operator()(const Choose &T) const { return T.To; }
  std::vector<BlockId> operator()(const Throw &T) const { return {T.To}; }
  std::vector<BlockId> operator()(const Return &) const { return {}; }
  std::vector<BlockId> operator()(const Unreachable &) const { return {}; }
};

std::vector<BlockId> targetsOf(const Block &B) {
  std::vector<BlockId> All = std::visit(TargetsOf(), B.End);
  for (const Event &E : B.Events)
    if (const auto *Called = std::get_if<Call>(&E.What))
      All.push_back(Called->Unwind);
  return All;
}

} // namespace

//--- Variables --------------------------------------------------------------//

Variable Parser::variable() {
  Variable V;
  if (!atString() && peek().What != Token::Kind::Word)
    fail("the name of a variable");
  V.Text = Name(take().Text);
  if (takeSign(":"))
    type(V);
  while (variableFlag(V))
    ;
  V.At = locationIf();
  return V;
}

/// In quotes the type is a text and no more. Without quotes, as people write a
/// test, it also says whether the variable is a pointer and what it permits.
void Parser::type(Variable &Of) {
  if (atString()) {
    Of.Type = Name(take().Text);
    return;
  }
  auto IsFlag = [this] {
    for (const auto &Flag : VariableFlags)
      if (atWord(Flag.Word))
        return true;
    return atWord("class") || atWord("handle") || atWord("destructor");
  };
  size_t Begin = peek().Begin, End = Begin;
  auto Continues = [&] {
    if (peek().What == Token::Kind::Word)
      return !IsFlag();
    return atSign("*") || atSign("&") || atSign("::");
  };
  while (Continues())
    End = take().End;
  llvm::StringRef Type(Text.data() + Begin, End - Begin);
  if (Type.empty())
    fail("a type");
  Of.Type = Name(Type);
  Of.IsPointer = Type.ends_with("*");
  Of.IsReference = Type.ends_with("&");
  Of.IsBorrow =
      Type.starts_with("const ") || (!Of.IsPointer && !Of.IsReference);
}

bool Parser::variableFlag(Variable &Of) {
  for (const auto &Flag : VariableFlags)
    if (takeWord(Flag.Word)) {
      Of.*Flag.Member = Flag.Present;
      return true;
    }
  if (takeWord("class")) {
    Of.Class = string("the symbol of a class");
    return !failed();
  }
  if (takeWord("handle")) {
    Of.Handle = string("the key of a kind of handle");
    return !failed();
  }
  return false;
}

//--- Functions --------------------------------------------------------------//

Function Parser::function(BodyKind Body) {
  Function F;
  unsigned Line = peek().Line;
  Name Outer = File;
  F.Body = Body;
  F.Symbol = string("the symbol of a function");
  F.Text = atString() ? Name(take().Text) : F.Symbol;
  F.At = locationIf();
  if (!F.At.File.empty())
    File = F.At.File;
  Locals = Temps = 0;
  Params.reset();
  while (functionFlag(F))
    ;
  if (takeSign("{")) {
    expectLineEnd();
    declarations(F);
    blocks(F);
    expectSign("}");
    F.Locals.resize(std::max<size_t>(F.Locals.size(), Locals));
    F.Temps = std::max(F.Temps, Temps);
    checkTargets(F, Line);
  }
  File = Outer;
  return F;
}

bool Parser::functionFlag(Function &Of) {
  if (atSign("(")) {
    parameters(Of);
    return !failed();
  }
  for (const auto &Flag : FunctionFlags)
    if (takeWord(Flag.Word)) {
      Of.*Flag.Member = Flag.Present;
      return true;
    }
  if (takeWord("class"))
    Of.Class = string("the symbol of a class");
  else if (takeWord("overrides"))
    Of.Overrides = strings("the symbol of a method");
  else if (takeWord("returns"))
    Of.ResultHandle = string("the key of a kind of handle");
  else
    return false;
  return !failed();
}

/// `(db: sqlite3*, sql: const char*)`, the short way to declare parameters.
void Parser::parameters(Function &Of) {
  expectSign("(");
  while (!failed() && !atSign(")")) {
    Of.Params.push_back(variable());
    if (!takeSign(","))
      break;
  }
  expectSign(")");
}

/// `p0 db: "sqlite3 *" pointer`, one declaration a line, before the blocks.
void Parser::declarations(Function &Of) {
  auto Declares = [this](char Letter) {
    const Token &Next = peek(1);
    return numbered(Letter) &&
           (Next.What == Token::Kind::Word || Next.What == Token::Kind::String);
  };
  auto ReadInto = [this](std::vector<Variable> &List, char Letter) {
    if (numbered(Letter) != List.size())
      fail("'" + std::string(1, Letter) + std::to_string(List.size()) + "'");
    take();
    List.push_back(variable());
    expectLineEnd();
  };
  while (!failed()) {
    if (Declares('p')) {
      ReadInto(Of.Params, 'p');
    } else if (Declares('v')) {
      ReadInto(Of.Locals, 'v');
    } else if (takeWord("temps")) {
      Of.Temps = count();
      expectLineEnd();
    } else if (takeWord("closing")) {
      Place Held = place();
      Name Kind = string("the key of a kind of handle");
      Of.Closings.push_back(
          {std::move(Held), Kind, string("a statement in quotes")});
      expectLineEnd();
    } else {
      break;
    }
  }
  // A modelled function may look at arguments that its declaration leaves open.
  if (Of.Body != BodyKind::Modelled)
    Params = Of.Params.size();
}

/// A block without a terminator goes on in the next one; the last one returns.
void Parser::blocks(Function &Of) {
  auto AtEnd = [this] {
    return atSign("}") || peek().What == Token::Kind::End;
  };
  while (!AtEnd()) {
    if (numbered('b') && atSign(":", 1)) {
      if (*numbered('b') != Of.Blocks.size())
        fail("'b" + std::to_string(Of.Blocks.size()) + ":'");
      take();
      take();
      skipLineEnds();
    } else if (!Of.Blocks.empty()) {
      fail("a block such as 'b1:' or '}'");
    }
    Block &New = Of.Blocks.emplace_back();
    bool Ended = false;
    while (!Ended && !AtEnd() && !(numbered('b') && atSign(":", 1)))
      Ended = blockLine(New);
    if (!Ended)
      New.End = AtEnd() ? Terminator(Return{})
                        : Terminator(Jump{BlockId(Of.Blocks.size())});
  }
}

/// True when the line ended the block.
bool Parser::blockLine(Block &Of) {
  if (!atTerminator()) {
    Action What = action();
    Of.Events.push_back({std::move(What), locationIf()});
    expectLineEnd();
    return false;
  }
  Of.End = terminator();
  // `return 0` is short for `result = 0` and `return`. A global cannot be
  // returned so: `@` begins the location here.
  bool HasValue = std::holds_alternative<Return>(Of.End) && !atSign("@") &&
                  peek().What != Token::Kind::LineEnd && !atSign("}");
  std::optional<Value> Returned;
  if (HasValue)
    Returned = value();
  Of.EndAt = locationIf();
  if (Returned) {
    Place Result;
    Result.Root = Place::Base::Result;
    Of.Events.push_back({Set{Result, *std::move(Returned)}, Of.EndAt});
  }
  expectLineEnd();
  return true;
}

void Parser::checkTargets(const Function &Of, unsigned Line) {
  for (const Block &B : Of.Blocks)
    for (BlockId To : targetsOf(B))
      if (To != NoBlock && To >= Of.Blocks.size())
        failAt(Line, "the function leads to b" + std::to_string(To) +
                         ", expected one of its " +
                         std::to_string(Of.Blocks.size()) + " blocks");
}

//--- The rest of a program --------------------------------------------------//

HandleKind Parser::kind() {
  HandleKind K;
  K.Key = string("the key of a kind of handle");
  auto [Driver, Type] = llvm::StringRef(K.Key.text()).split('/');
  K.Driver = K.Title = Name(Driver);
  K.Type = Name(Type.empty() ? Driver : Type);
  auto Flag = [&] {
    for (const auto &Flag : KindFlags)
      if (takeWord(Flag.Word)) {
        K.*Flag.Member = Flag.Present;
        return true;
      }
    return false;
  };
  while (!failed()) {
    if (takeWord("driver"))
      K.Driver = string("the driver's name");
    else if (takeWord("title"))
      K.Title = string("the driver as people call it");
    else if (takeWord("type"))
      K.Type = string("the handle's type");
    else if (takeWord("role"))
      K.Is = word(RoleWords, "a role");
    else if (takeWord("sharing"))
      K.Sharing = word(SharingWords, "a sharing word");
    else if (takeWord("level"))
      K.Level = int8_t(integer(0, 3));
    else if (takeWord("declared"))
      K.DeclaredBy = string("what declares the level");
    else if (takeWord("closer"))
      K.Closer = string("a function's name");
    else if (takeWord("limit"))
      K.Limit = string("a limit");
    else if (takeWord("usedinchild"))
      K.UsedInChild = string("what comes of it");
    else if (takeWord("closedinchild"))
      K.ClosedInChild = string("what comes of it");
    else if (!Flag())
      break;
  }
  return K;
}

LevelDeclaration Parser::level() {
  LevelDeclaration L;
  L.Driver = string("the driver's name in quotes");
  L.Is = declaredIf().value_or(Declared{});
  L.At = locationIf();
  return L;
}

Class Parser::classDefinition() {
  Class C;
  Name Outer = File;
  C.Symbol = string("the symbol of a class");
  C.Text = atString() ? Name(take().Text) : C.Symbol;
  C.At = locationIf();
  if (!C.At.File.empty())
    File = C.At.File;
  while (!failed() && !takeSign("{")) {
    if (takeWord("bases"))
      C.Bases = strings("the symbol of a class");
    else if (takeWord("destructor"))
      C.Destructor = string("the symbol of a destructor");
    else if (takeWord("calloperator"))
      C.CallOperator = string("the symbol of a method");
    else if (takeWord("closure"))
      C.IsClosure = true;
    else
      fail("'{'");
  }
  expectLineEnd();
  while (!failed() && !takeSign("}")) {
    if (takeWord("field"))
      C.Fields.push_back({variable()});
    else if (takeWord("method"))
      C.Methods.push_back(string("the symbol of a method"));
    else
      fail("'field', 'method' or '}'");
    expectLineEnd();
  }
  File = Outer;
  return C;
}

Global Parser::global() {
  Global G;
  G.Symbol = string("the symbol of a global");
  G.Is = variable();
  G.IsZero = takeWord("zero");
  if (takeWord("destructor"))
    G.Destructor = string("the symbol of a destructor");
  return G;
}

void Parser::item(Program &Into) {
  for (const auto &[Body, Word] : BodyWords)
    if (takeWord(Word)) {
      Into.Functions.push_back(function(Body));
      return;
    }
  if (takeWord("unit")) {
    Into.Units.push_back(string("a file in quotes"));
    // Locations without a file of their own are in the first unit.
    File = Into.Units.front();
  } else if (takeWord("kind")) {
    Into.Kinds.push_back(kind());
  } else if (takeWord("level")) {
    Into.Levels.push_back(level());
  } else if (takeWord("class")) {
    Into.Classes.push_back(classDefinition());
  } else if (takeWord("global")) {
    Params.reset();
    Into.Globals.push_back(global());
  } else {
    fail("'unit', 'kind', 'level', 'class', 'global', 'define', 'declare' or "
         "'model'");
  }
}

Program Parser::program() {
  Program P;
  skipLineEnds();
  while (!failed() && peek().What != Token::Kind::End) {
    item(P);
    expectLineEnd();
  }
  return P;
}

} // namespace cursor_tidy::facts::text

namespace cursor_tidy::facts {

llvm::Expected<Program> parseProgram(std::string_view Text) {
  text::Parser P(Text);
  Program Read = P.program();
  if (llvm::Error Mistake = P.error())
    return std::move(Mistake);
  return Read;
}

llvm::Expected<Action> parseAction(std::string_view Line) {
  text::Parser P(Line);
  Action Read = P.action();
  P.finish();
  if (llvm::Error Mistake = P.error())
    return std::move(Mistake);
  return Read;
}

llvm::Expected<Terminator> parseTerminator(std::string_view Line) {
  text::Parser P(Line);
  Terminator Read = P.terminator();
  P.finish();
  if (llvm::Error Mistake = P.error())
    return std::move(Mistake);
  return Read;
}

} // namespace cursor_tidy::facts
