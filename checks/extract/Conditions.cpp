//===- Conditions.cpp - what decides a branch -----------------------------===//
//
// `&&`, `||`, `!` and `?:` become control flow, so that each branch tests one
// thing and carries that thing's source text.
//
//===----------------------------------------------------------------------===//
#include "extract/Lowering.h"

#include "clang/AST/ASTContext.h"

namespace cursor_tidy::extract {

using namespace clang;
using facts::BlockId;
using facts::Operator;

/// Looks through what does not change whether a value is zero.
static const Expr *strip(const Expr *E) {
  for (;;) {
    E = E->IgnoreParens();
    if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(E)) {
      E = Rewritten->getSemanticForm();
      continue;
    }
    const auto *Cast = dyn_cast<CastExpr>(E);
    if (!Cast)
      return E;
    switch (Cast->getCastKind()) {
    case CK_IntegralToBoolean:
    case CK_PointerToBoolean:
    case CK_NoOp:
    case CK_IntegralCast: // `(unsigned)rc`, `!!p`: C's logic is of type int
    case CK_BitCast:
      E = Cast->getSubExpr();
      continue;
    default:
      return E;
    }
  }
}

void Lowering::fullCondition(const Expr *E, BlockId Then, BlockId Else) {
  const Cleanup *Saved = Stack;
  BlockId Yes = newBlock(), No = newBlock();
  unsigned SavedDepth = std::exchange(Conditional, 0);
  condition(E, Yes, No);
  Conditional = SavedDepth;
  const Cleanup *Inner = Stack;
  for (auto [Here, To] : {std::pair(Yes, Then), std::pair(No, Else)}) {
    start(Here);
    Stack = Inner;
    runDown(Saved, E->getSourceRange());
    jump(To);
  }
  Stack = Saved;
}

void Lowering::branch(Value On, const Expr *E, BlockId Then, BlockId Else) {
  SourceRange At = E->getSourceRange();
  if (On.What == Value::Kind::Int) // `while (1)`
    return jump(On.Number ? Then : Else);
  finish(facts::Branch{std::move(On), Then, Else,
                       facts::Name(In.Locations.text(At))},
         At);
}

void Lowering::condition(const Expr *E, BlockId Then, BlockId Else) {
  E = strip(E);
  if (const auto *Full = dyn_cast<ExprWithCleanups>(E))
    return condition(Full->getSubExpr(), Then, Else);
  if (const auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot)
    return condition(Not->getSubExpr(), Else, Then);
  if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    if (Binary->isLogicalOp()) {
      bool IsAnd = Binary->getOpcode() == BO_LAnd;
      BlockId Right = newBlock();
      condition(Binary->getLHS(), IsAnd ? Right : Then, IsAnd ? Else : Right);
      start(Right);
      ++Conditional;
      condition(Binary->getRHS(), Then, Else);
      --Conditional;
      return;
    }
    if (Binary->isComparisonOp() && Binary->getOpcode() != BO_Cmp)
      return comparison(Binary, Then, Else);
    if (Binary->getOpcode() == BO_Comma) {
      ignored(Binary->getLHS());
      return condition(Binary->getRHS(), Then, Else);
    }
  }
  if (const auto *Ternary = dyn_cast<ConditionalOperator>(E)) {
    BlockId Yes = newBlock(), No = newBlock();
    condition(Ternary->getCond(), Yes, No);
    ++Conditional;
    start(Yes);
    condition(Ternary->getTrueExpr(), Then, Else);
    start(No);
    condition(Ternary->getFalseExpr(), Then, Else);
    --Conditional;
    return;
  }
  if (const auto *Call = dyn_cast<CallExpr>(E))
    if (const FunctionDecl *Callee = Call->getDirectCallee();
        Callee && Callee->getBuiltinID() == Builtin::BI__builtin_expect)
      return condition(Call->getArg(0), Then, Else);
  branch(rvalue(E), E, Then, Else);
}

void Lowering::comparison(const BinaryOperator *E, BlockId Then, BlockId Else) {
  branch(binaryValue(E), E, Then, Else);
}

Lowering::Value Lowering::logicalValue(const Expr *E) {
  BlockId Yes = newBlock(), No = newBlock(), After = newBlock();
  Place To = newTemp();
  condition(E, Yes, No);
  start(Yes);
  set(To, Value::number(1), E->getSourceRange());
  jump(After);
  start(No);
  set(To, Value::number(0), E->getSourceRange());
  jump(After);
  start(After);
  return Value::load(To);
}

} // namespace cursor_tidy::extract
