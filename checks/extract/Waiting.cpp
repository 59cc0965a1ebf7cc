//===- Waiting.cpp - loops that wait until a flag is set ------------------===//
//
// `while (!ready) changed.wait(lock);` ends when another thread has set the
// flag and said so, also where that was before and the loop need not wait. So
// leaving it awaits what the body awaits, and a flag that is atomic itself.
//
// A flag is set once: a number that the function counts, or that it writes
// again behind the loop, is passed to and fro, and says nothing of what the
// other thread does next.
//
//===----------------------------------------------------------------------===//
#include "extract/Lowering.h"
#include "extract/Namesakes.h"
#include "extract/Parameters.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"

namespace cursor_tidy::extract {

using namespace clang;

namespace {

const ValueDecl *declarationOf(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Deref = dyn_cast<UnaryOperator>(E);
      Deref && Deref->getOpcode() == UO_Deref)
    E = Deref->getSubExpr()->IgnoreParenImpCasts();
  if (const auto *Name = dyn_cast<DeclRefExpr>(E))
    return Name->getDecl();
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return Member->getMemberDecl();
  return nullptr;
}

struct Flag {
  const ValueDecl *Is = nullptr;
  const Expr *Atomic = nullptr; ///< the object, when it is one
};

/// The flag that a condition wants to be set: `!ready`, `ready == 0`,
/// `!ready.load()`; none for anything else.
Flag flagOf(const Expr *Condition, const ASTContext &Context) {
  const Expr *E = Condition->IgnoreParenImpCasts();
  if (const auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot) {
    E = Not->getSubExpr()->IgnoreParenImpCasts();
  } else if (const auto *Binary = dyn_cast<BinaryOperator>(E);
             Binary && Binary->getOpcode() == BO_EQ &&
             Binary->getRHS()->isIntegerConstantExpr(Context) &&
             Binary->getRHS()->EvaluateKnownConstInt(Context) == 0) {
    E = Binary->getLHS()->IgnoreParenImpCasts();
  } else {
    return {};
  }
  if (!E->getType()->isIntegerType())
    return {};
  // An atomic's `load` or conversion.
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
      Call && Call->getMethodDecl() && Call->getMethodDecl()->isConst() &&
      isStandard(*Call->getMethodDecl())) {
    E = Call->getImplicitObjectArgument();
    return {.Is = declarationOf(E), .Atomic = E};
  }
  return {.Is = declarationOf(E)};
}

/// Looks for a flag that is counted, or written behind a place.
class WriteFinder : public ConstDynamicRecursiveASTVisitor {
public:
  WriteFinder(const ValueDecl *Flag, SourceLocation Behind,
              const SourceManager &Sources)
      : Flag(Flag), Behind(Behind), Sources(Sources) {}

  /// What is no load changes an atomic.
  bool VisitCallExpr(const CallExpr *E) override {
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(E->getDirectCallee());
    const Expr *Object = nullptr;
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E))
      Object = Call->getImplicitObjectArgument();
    else if (isa<CXXOperatorCallExpr>(E) && Method)
      Object = E->getArg(0);
    return !Object || !Method || Method->isConst() ||
           declarationOf(Object) != Flag ||
           Sources.isBeforeInTranslationUnit(E->getBeginLoc(), Behind);
  }
  bool VisitUnaryOperator(const UnaryOperator *E) override {
    return !E->isIncrementDecrementOp() ||
           declarationOf(E->getSubExpr()) != Flag;
  }
  bool VisitBinaryOperator(const BinaryOperator *E) override {
    if (!E->isAssignmentOp() || declarationOf(E->getLHS()) != Flag)
      return true;
    return !E->isCompoundAssignmentOp() &&
           Sources.isBeforeInTranslationUnit(E->getBeginLoc(), Behind);
  }

private:
  const ValueDecl *Flag;
  SourceLocation Behind;
  const SourceManager &Sources;
};

/// The places that a modelled function awaits, perhaps not for ever: `this`,
/// `p0`. It is the flag that ends the loop.
void addAwaited(const model::Body &Does, std::vector<StringRef> &To) {
  for (const model::Statement &Step : Does) {
    StringRef Text = Step.Text;
    if (Step.What == model::Statement::Kind::Line &&
        Text.consume_front("await "))
      To.push_back(Text);
    for (const model::Body &Branch : Step.Branches)
      addAwaited(Branch, To);
  }
}

} // namespace

/// Awaits what a call in the loop's body does.
void Lowering::awaitLike(const CallExpr &Call, SourceRange At) {
  const FunctionDecl *Callee = Call.getDirectCallee();
  const model::Function *Model =
      Callee ? functionNamed(In, *Callee, typeWords(*Callee)) : nullptr;
  std::vector<StringRef> Awaited;
  if (Model)
    addAwaited(Model->Does, Awaited);
  for (StringRef Text : Awaited) {
    unsigned Index = 0;
    const Expr *Object = nullptr;
    if (const auto *Method = dyn_cast<CXXMemberCallExpr>(&Call);
        Method && Text == "this")
      Object = Method->getImplicitObjectArgument();
    else if (Text.consume_front("p") && !Text.getAsInteger(10, Index) &&
             Index < Call.getNumArgs())
      Object = Call.getArg(Index);
    if (Object && !Object->HasSideEffects(In.Context))
      emit(facts::Await{Object->getType()->isPointerType() ? rvalue(Object)
                                                           : reference(Object)},
           At);
  }
}

void Lowering::awaitFlag(const WhileStmt *S) {
  const Flag Of = flagOf(S->getCond(), In.Context);
  SourceRange At = S->getCond()->getSourceRange();
  if (!Of.Is ||
      !WriteFinder(Of.Is, S->getEndLoc(), In.Context.getSourceManager())
           .TraverseStmt(Source.getBody()))
    return;
  if (Of.Atomic && !Of.Atomic->HasSideEffects(In.Context))
    emit(facts::Await{Of.Atomic->getType()->isPointerType()
                          ? rvalue(Of.Atomic)
                          : reference(Of.Atomic)},
         At);
  std::vector<const Stmt *> Steps{S->getBody()};
  if (const auto *Block = dyn_cast<CompoundStmt>(S->getBody()))
    Steps.assign(Block->body_begin(), Block->body_end());
  for (const Stmt *Step : Steps)
    if (const auto *E = dyn_cast<Expr>(Step))
      if (const auto *Call = dyn_cast<CallExpr>(E->IgnoreImplicit()))
        awaitLike(*Call, At);
}

} // namespace cursor_tidy::extract
