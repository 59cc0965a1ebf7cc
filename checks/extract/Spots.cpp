//===- Spots.cpp - where a fix may write ----------------------------------===//
//
// Facts outlive the source, so what a fix of a handle that is left open needs
// is noted while the source is there: the statement that closes what a variable
// holds, and in front of each way out the room for it. Both only where the text
// is the user's own and stands as it reads: no macro, no template, no name that
// is declared twice in the function, no result that the close could spoil.
//
//===----------------------------------------------------------------------===//
#include "extract/Lowering.h"

#include "clang/AST/ASTContext.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace cursor_tidy::extract {

using namespace clang;
using llvm::StringRef;

//--- how a handle is closed -------------------------------------------------//

static bool isSame(const ASTContext &Context, QualType L, QualType R) {
  return Context.hasSameUnqualifiedType(L, R);
}

/// The call of a function of one parameter that takes what Name holds, or its
/// address; empty when it takes neither.
static std::string callOf(const ASTContext &Context,
                          const FunctionDecl &Function, QualType Type,
                          StringRef Name) {
  if (Function.getNumParams() != 1 || Function.isVariadic())
    return {};
  QualType Wants = Function.getParamDecl(0)->getType();
  std::string Called = Function.getNameAsString();
  bool TakesAny = Wants->isVoidPointerType() && Type->isPointerType() &&
                  !Type->getPointeeType().isConstQualified();
  if (TakesAny || isSame(Context, Wants, Type))
    return Called + "(" + Name.str() + ");";
  if (Wants->isPointerType() && isSame(Context, Wants->getPointeeType(), Type))
    return Called + "(&" + Name.str() + ");";
  return {};
}

/// The statement that closes what a variable of that type holds, when the
/// function can name what closes it.
static std::string closingOf(const Unit &In, facts::Name Kind, QualType Type,
                             StringRef Name, SourceLocation Before) {
  const model::Handle *Known = In.Models.handleOf(Kind);
  if (!Known)
    return {};
  StringRef Closer(Known->Kind.Closer.text());
  if (Closer == "delete")
    return Type->isPointerType() && Type->getPointeeType()->isRecordType()
               ? "delete " + Name.str() + ";"
               : "";
  auto Spelled = In.Context.Idents.find(Closer);
  if (Spelled == In.Context.Idents.end())
    return {};
  for (const NamedDecl *Found :
       In.Context.getTranslationUnitDecl()->lookup(Spelled->second))
    if (const auto *Function = dyn_cast<FunctionDecl>(Found);
        Function && In.Context.getSourceManager().isBeforeInTranslationUnit(
                        Function->getLocation(), Before))
      if (std::string Call = callOf(In.Context, *Function, Type, Name);
          !Call.empty())
        return Call;
  return {};
}

bool Lowering::isWritten(SourceLocation Where) const {
  return Where.isValid() && Where.isFileID() && !In.isSystem(Where) &&
         !Source.getTemplateInstantiationPattern();
}

void Lowering::noteClosing(const VarDecl *V, const Place &At) {
  QualType Type = V->getType();
  bool IsPlain = At.Root == Place::Base::Local || At.Root == Place::Base::Param;
  if (!IsPlain || V->getName().empty() || Type->isReferenceType() ||
      !isWritten(V->getLocation()))
    return;
  facts::Name Kind = In.handleOf(Type);
  if (std::string Statement =
          closingOf(In, Kind, Type, V->getName(), Source.getLocation());
      !Statement.empty())
    Made.Closings.push_back({At, Kind, facts::Name(Statement)});
}

/// What a destructor could close: a member that is null when it is not open.
void Lowering::noteClosings(const CXXDestructorDecl &Destructor) {
  if (Destructor.isImplicit() || !isWritten(Destructor.getLocation()))
    return;
  for (const FieldDecl *Field : Destructor.getParent()->fields()) {
    QualType Type = Field->getType();
    if (!Type->isPointerType() || Field->getName().empty())
      continue;
    facts::Name Kind = In.handleOf(Type);
    std::string Statement =
        closingOf(In, Kind, Type, Field->getName(), Destructor.getLocation());
    if (Statement.empty())
      continue;
    if (!StringRef(Statement).starts_with("delete "))
      Statement = ("if (" + Field->getName() + ") ").str() + Statement;
    Made.Closings.push_back(
        {field(deref(place(Place::Base::This)), facts::Name(Field->getName())),
         Kind, facts::Name(Statement)});
  }
}

/// Two variables of one name: which of them a fix would mean depends on where
/// it stands.
void Lowering::dropHiddenClosings() {
  auto Declared = [&](facts::Name Name) {
    auto IsIt = [&](const facts::Variable &V) { return V.Text == Name; };
    return llvm::count_if(Made.Params, IsIt) +
           llvm::count_if(Made.Locals, IsIt);
  };
  llvm::erase_if(Made.Closings, [&](const facts::Closing &Of) {
    if (Of.Of.Root == Place::Base::This)
      return Declared(Of.Of.Path.back().Field) > 0;
    const auto &Variables =
        Of.Of.Root == Place::Base::Param ? Made.Params : Made.Locals;
    return Declared(Variables[Of.Of.Index].Text) > 1;
  });
}

//--- where there is room ----------------------------------------------------//

namespace {

/// The text around a place of a file.
struct Line {
  StringRef Before; ///< the file up to the place
  StringRef Indent; ///< what the line begins with
  bool IsFirst;     ///< nothing else stands before the place
};

} // namespace

static Line lineOf(const SourceManager &Sources, SourceLocation Where) {
  auto [File, Offset] = Sources.getDecomposedLoc(Where);
  StringRef Before = Sources.getBufferData(File).take_front(Offset);
  StringRef Whole = Before.substr(Before.rfind('\n') + 1);
  StringRef Indent =
      Whole.take_while([](char C) { return C == ' ' || C == '\t'; });
  return {Before, Indent, Indent.size() == Whole.size()};
}

/// True when a brace can stand behind the last token of that text.
static bool takesBrace(StringRef Before) {
  StringRef Last = Before.substr(Before.rfind('\n') + 1);
  return !Last.contains("//") && !Last.contains("*/") &&
         !Last.ltrim().starts_with("#");
}

/// Room for a statement in front of one that is all of an `if` or a loop.
static std::optional<facts::Spot> roomInBraces(const Unit &In, const Stmt *S) {
  const SourceManager &Sources = In.Context.getSourceManager();
  SourceLocation Begin = S->getBeginLoc();
  SourceLocation End = Lexer::findLocationAfterToken(
      S->getEndLoc(), tok::semi, Sources, In.Context.getLangOpts(),
      /*SkipTrailingWhitespaceAndNewLine=*/false);
  if (End.isInvalid())
    return std::nullopt;
  facts::Spot Room{.EndAt = In.Locations.between(End, End)};
  Line Here = lineOf(Sources, Begin);
  StringRef Above = Here.Before.rtrim();
  if (!Here.IsFirst || !takesBrace(Above)) {
    Room.Into = In.Locations.between(Begin, Begin);
    Room.Before = facts::Name("{ ");
    Room.After = facts::Name(" ");
    Room.End = facts::Name(" }");
    return Room;
  }
  SourceLocation Behind =
      Begin.getLocWithOffset(int(Above.size()) - int(Here.Before.size()));
  StringRef Outer = lineOf(Sources, Behind).Indent;
  if (!Here.Indent.starts_with(Outer))
    Outer = Here.Indent;
  std::string NewLine = "\n" + Here.Indent.str();
  Room.Into = In.Locations.between(Behind, Begin);
  Room.Before = facts::Name(" {" + NewLine);
  Room.After = facts::Name(NewLine);
  Room.End = facts::Name("\n" + Outer.str() + "}");
  return Room;
}

/// True when the value of a result stays what it is, whatever is closed before
/// it is computed.
static bool isIndependent(const Unit &In, const Expr *E) {
  E = E->IgnoreImplicit();
  if (isa<IntegerLiteral, CharacterLiteral, FloatingLiteral, StringLiteral,
          CXXBoolLiteralExpr, CXXNullPtrLiteralExpr, GNUNullExpr,
          CXXScalarValueInitExpr>(E))
    return true;
  if (const auto *Named = dyn_cast<DeclRefExpr>(E)) {
    if (isa<EnumConstantDecl>(Named->getDecl()))
      return true;
    const auto *V = dyn_cast<VarDecl>(Named->getDecl());
    QualType Type = Named->getType();
    const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
    return V && V->hasLocalStorage() && !V->getType()->isReferenceType() &&
           (Type->isArithmeticType() || Type->isEnumeralType() ||
            (Class && In.isInert(*Class)));
  }
  if (isa<ParenExpr, UnaryOperator, BinaryOperator, CStyleCastExpr,
          CXXFunctionalCastExpr, CXXStaticCastExpr, InitListExpr,
          CXXConstructExpr, ConditionalOperator>(E)) {
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
      const CXXRecordDecl *Class = Construct->getConstructor()->getParent();
      if (!In.isInert(*Class))
        return false;
    }
    return llvm::all_of(E->children(), [&](const Stmt *Part) {
      const auto *Operand = dyn_cast_or_null<Expr>(Part);
      return Operand &&
             (isa<CXXDefaultArgExpr>(Operand) || isIndependent(In, Operand));
    });
  }
  return false;
}

void Lowering::emitSpot(std::optional<facts::Spot> Room, SourceRange Leaving) {
  if (Room)
    emit(std::move(*Room), Leaving);
}

/// In front of a return, a break or a continue.
void Lowering::spotBefore(const Stmt *S) {
  if (Made.Closings.empty() || !isReachable() || !isWritten(S->getBeginLoc()) ||
      !S->getEndLoc().isFileID())
    return;
  if (const auto *Return = dyn_cast<ReturnStmt>(S))
    if (const Expr *Result = Return->getRetValue();
        Result && !isIndependent(In, Result))
      return;
  if (Listed != S)
    return emitSpot(roomInBraces(In, S), S->getSourceRange());
  SourceLocation Begin = S->getBeginLoc();
  Line Here = lineOf(In.Context.getSourceManager(), Begin);
  emitSpot(facts::Spot{.Into = In.Locations.between(Begin, Begin),
                       .After = facts::Name(
                           Here.IsFirst ? "\n" + Here.Indent.str() : " ")},
           S->getSourceRange());
}

/// The indentation of what stands in a block.
static std::string indentInside(const Unit &In, const CompoundStmt *Scope,
                                const Stmt *Part) {
  const SourceManager &Sources = In.Context.getSourceManager();
  StringRef Outer = lineOf(Sources, Scope->getRBracLoc()).Indent;
  if (Part && Part->getBeginLoc().isFileID())
    if (Line Inner = lineOf(Sources, Part->getBeginLoc());
        Inner.IsFirst && Inner.Indent.starts_with(Outer))
      return Inner.Indent.str();
  return Outer.str() + "  ";
}

/// At the begin of a destructor, for what must be closed before its siblings.
void Lowering::spotAtStart(const CompoundStmt *Scope) {
  if (Made.Closings.empty() || !isWritten(Scope->getLBracLoc()) ||
      Scope->body_empty())
    return;
  SourceLocation Behind = Scope->getLBracLoc().getLocWithOffset(1);
  const Stmt *First = *Scope->body_begin();
  bool IsOneLine =
      !First->getBeginLoc().isFileID() ||
      !lineOf(In.Context.getSourceManager(), First->getBeginLoc()).IsFirst;
  std::string Before = IsOneLine ? " " : "\n" + indentInside(In, Scope, First);
  emitSpot(facts::Spot{.Into = In.Locations.between(Behind, Behind),
                       .Before = facts::Name(Before)},
           SourceRange(Scope->getLBracLoc()));
}

/// At the end of a block.
void Lowering::spotAtEnd(const CompoundStmt *Scope) {
  SourceLocation End = Scope->getRBracLoc();
  if (Made.Closings.empty() || !isReachable() || !isWritten(End))
    return;
  Line Here = lineOf(In.Context.getSourceManager(), End);
  facts::Spot Room{.Into = In.Locations.between(End, End),
                   .After = facts::Name(" ")};
  if (Here.IsFirst) {
    const Stmt *Last = Scope->body_empty() ? nullptr : Scope->body_back();
    Room.Before = facts::Name(StringRef(indentInside(In, Scope, Last))
                                  .drop_front(Here.Indent.size()));
    Room.After = facts::Name("\n" + Here.Indent.str());
  }
  emitSpot(std::move(Room), SourceRange(End));
}

} // namespace cursor_tidy::extract
