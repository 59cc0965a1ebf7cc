//===- Expressions.cpp - values of expressions ----------------------------===//
#include "extract/Lowering.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprConcepts.h"

namespace cursor_tidy::extract {

using namespace clang;
using facts::BlockId;

/// An integer that is known without running anything.
std::optional<Lowering::Value> Lowering::constant(const Expr *E) {
  if (E->isValueDependent() || !E->getType()->isIntegralOrEnumerationType())
    return std::nullopt;
  Expr::EvalResult Result;
  if (!E->EvaluateAsInt(Result, In.Context) || Result.HasSideEffects)
    return std::nullopt;
  const llvm::APSInt &Number = Result.Val.getInt();
  if (!Number.isRepresentableByInt64())
    return nonZero();
  return Value::number(Number.getExtValue());
}

/// The address of a literal: which one, if it may be a name.
Lowering::Value Lowering::literal(const Expr *E) {
  constexpr size_t MaxNameLength = 64;
  const auto *Text = dyn_cast<StringLiteral>(E->IgnoreParens());
  if (!Text || Text->getLength() > MaxNameLength)
    return nonZero();
  std::string Characters;
  for (unsigned I = 0; I < Text->getLength(); ++I) {
    uint32_t Unit = Text->getCodeUnit(I);
    if (Unit < ' ' || Unit > '~')
      return nonZero();
    Characters += static_cast<char>(Unit);
  }
  return Value::text(facts::Name(Characters));
}

Lowering::Value Lowering::rvalue(const Expr *E) {
  E = E->IgnoreParens();
  if (E->getType()->isRecordType() && !E->isGLValue())
    return Value::load(temporary(E));
  if (std::optional<Value> Known = constant(E))
    return *Known;
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return castValue(Cast);
  if (const auto *Operation = dyn_cast<BinaryOperator>(E))
    return binaryValue(Operation);
  if (const auto *Operation = dyn_cast<UnaryOperator>(E))
    return unaryValue(Operation);
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return callValue(Call);
  switch (E->getStmtClass()) {
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::GNUNullExprClass:
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    return Value::number(0);
  case Stmt::StringLiteralClass:
  case Stmt::PredefinedExprClass:
    return literal(E);
  case Stmt::CXXThisExprClass:
    return thisValue(E->getSourceRange());
  case Stmt::CXXNewExprClass:
    return allocation(cast<CXXNewExpr>(E));
  case Stmt::CXXDeleteExprClass:
    deletion(cast<CXXDeleteExpr>(E));
    return Value::unknown();
  case Stmt::CXXThrowExprClass:
    throwing(cast<CXXThrowExpr>(E));
    return Value::unknown();
  case Stmt::BlockExprClass:
    return block(cast<BlockExpr>(E));
  case Stmt::OpaqueValueExprClass:
    if (auto Known = Opaque.find(cast<OpaqueValueExpr>(E));
        Known != Opaque.end())
      return Known->second;
    return unknownExpression(E);
  case Stmt::ExprWithCleanupsClass:
    return rvalue(cast<ExprWithCleanups>(E)->getSubExpr());
  case Stmt::CXXBindTemporaryExprClass:
    return rvalue(cast<CXXBindTemporaryExpr>(E)->getSubExpr());
  case Stmt::ConstantExprClass:
    return rvalue(cast<ConstantExpr>(E)->getSubExpr());
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return rvalue(cast<SubstNonTypeTemplateParmExpr>(E)->getReplacement());
  case Stmt::CXXRewrittenBinaryOperatorClass: // `a != b` by `a == b`
    return rvalue(cast<CXXRewrittenBinaryOperator>(E)->getSemanticForm());
  case Stmt::GenericSelectionExprClass:
    return rvalue(cast<GenericSelectionExpr>(E)->getResultExpr());
  case Stmt::ChooseExprClass:
    return rvalue(cast<ChooseExpr>(E)->getChosenSubExpr());
  case Stmt::CXXDefaultArgExprClass:
  case Stmt::CXXDefaultInitExprClass:
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
  case Stmt::InitListExprClass:
  case Stmt::StmtExprClass: {
    Place To = newTemp();
    into(To, E);
    return Value::load(To);
  }
  default:
    break;
  }
  if (E->isGLValue()) // a reference where a value is wanted: its content
    return Value::load(lvalue(E));
  return unknownExpression(E);
}

/// What we do not know still runs, and what it is given is seen no more.
Lowering::Value Lowering::unknownExpression(const Expr *E) {
  if (isa<UnaryExprOrTypeTraitExpr, TypeTraitExpr, RequiresExpr,
          CXXNoexceptExpr, CXXTypeidExpr, SizeOfPackExpr>(E))
    return Value::unknown();
  for (const Stmt *Part : E->children())
    if (const auto *Operand = dyn_cast_or_null<Expr>(Part)) {
      if (Operand->isGLValue() && !Operand->getType()->isFunctionType())
        escape(addressOf(lvalue(Operand)), E->getSourceRange());
      else
        escape(rvalue(Operand), E->getSourceRange());
    }
  return Value::unknown();
}

void Lowering::escape(Value What, SourceRange At) {
  if (What.What == Value::Kind::Load || What.What == Value::Kind::Address)
    emit(facts::Escape{std::move(What)}, At);
}

void Lowering::ignored(const Expr *E) {
  E = E->IgnoreParens();
  if (const auto *Full = dyn_cast<ExprWithCleanups>(E))
    return ignored(Full->getSubExpr());
  if (const auto *Cast = dyn_cast<CastExpr>(E)) // `(void)f();`
    return ignored(Cast->getSubExpr());
  if (const auto *Call = dyn_cast<CallExpr>(E);
      Call && !(E->getType()->isRecordType() && !E->isGLValue()))
    return call(Call, Place{});
  if (const auto *Operation = dyn_cast<BinaryOperator>(E)) {
    if (Operation->getOpcode() == BO_Comma) {
      ignored(Operation->getLHS());
      return ignored(Operation->getRHS());
    }
    if (Operation->getOpcode() == BO_Assign)
      return assign(Operation);
    if (Operation->isLogicalOp()) {
      BlockId Right = newBlock(), After = newBlock();
      bool IsAnd = Operation->getOpcode() == BO_LAnd;
      condition(Operation->getLHS(), IsAnd ? Right : After,
                IsAnd ? After : Right);
      start(Right);
      ++Conditional;
      ignored(Operation->getRHS());
      --Conditional;
      jump(After);
      return start(After);
    }
  }
  if (const auto *Operation = dyn_cast<UnaryOperator>(E);
      Operation && Operation->isIncrementDecrementOp())
    return (void)step(Operation, Result::Unused);
  if (const auto *Ternary = dyn_cast<ConditionalOperator>(E))
    return conditional(Ternary, [&](const Expr *Arm) { ignored(Arm); });
  if (E->getType()->isRecordType() && !E->isGLValue())
    temporary(E);
  else if (E->isGLValue())
    lvalue(E);
  else
    rvalue(E);
}

Lowering::Value Lowering::functionValue(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Full = dyn_cast<ConstantExpr>(E))
    return functionValue(Full->getSubExpr());
  if (const auto *Parameter = dyn_cast<SubstNonTypeTemplateParmExpr>(E))
    return functionValue(Parameter->getReplacement());
  if (const auto *Reference = dyn_cast<DeclRefExpr>(E)) {
    if (const auto *Function = dyn_cast<FunctionDecl>(Reference->getDecl()))
      return Value::function(In.use(*Function));
    // A reference to a function holds the function.
    if (const auto *V = dyn_cast<VarDecl>(Reference->getDecl())) {
      Place At =
          variablePlace(V, Reference->refersToEnclosingVariableOrCapture(),
                        E->getSourceRange());
      return Value::load(At);
    }
  }
  if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Member->getMemberDecl()))
      return Value::function(In.use(*Method));
    return Value::load(memberPlace(Member));
  }
  if (const auto *Deref = dyn_cast<UnaryOperator>(E)) {
    if (Deref->getOpcode() == UO_Deref || Deref->getOpcode() == UO_AddrOf)
      return Deref->getSubExpr()->getType()->isFunctionType()
                 ? functionValue(Deref->getSubExpr())
                 : rvalue(Deref->getSubExpr());
  }
  return E->getType()->isFunctionType() ? unknownExpression(E) : rvalue(E);
}

Lowering::Value Lowering::thisValue(SourceRange) {
  if (OuterThis)
    return Value::load(*OuterThis);
  if (!ThisCapture)
    return Value::load(place(Place::Base::This));
  Place Field = field(deref(place(Place::Base::This)), facts::Name("this"));
  // `[*this]` keeps a copy of the object.
  if (!ThisCapture->getType()->isPointerType())
    return Value::address(Field);
  return Value::load(Field);
}

/// True for an expression that is 0 or 1, whatever its type: C's are `int`.
static bool isTruthValue(const Expr &E) {
  if (E.getType()->isBooleanType())
    return true;
  const Expr *Plain = E.IgnoreParens();
  if (const auto *Not = dyn_cast<UnaryOperator>(Plain))
    return Not->getOpcode() == UO_LNot;
  const auto *Binary = dyn_cast<BinaryOperator>(Plain);
  return Binary && (Binary->isLogicalOp() || Binary->isComparisonOp());
}

Lowering::Value Lowering::castValue(const CastExpr *E) {
  const Expr *Operand = E->getSubExpr();
  SourceRange At = E->getSourceRange();
  switch (E->getCastKind()) {
  case CK_LValueToRValue:
    return Value::load(lvalue(Operand));
  case CK_ArrayToPointerDecay:
    if (isa<StringLiteral, PredefinedExpr>(Operand->IgnoreParens()))
      return literal(Operand);
    return addressOf(lvalue(Operand));
  case CK_FunctionToPointerDecay:
    return functionValue(Operand);
  case CK_NullToPointer:
  case CK_NullToMemberPointer:
    return Value::number(0);
  case CK_PointerToBoolean:
  case CK_IntegralToBoolean:
  case CK_MemberPointerToBoolean:
    if (isTruthValue(*Operand))
      return rvalue(Operand);
    return compute(facts::Operator::NotEqual, rvalue(Operand), Value::number(0),
                   At);
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
  case CK_BaseToDerived:
    if (E->isGLValue() || !E->getType()->isPointerType())
      return Value::load(lvalue(E));
    return addressOf(baseOf(behind(rvalue(Operand), At), E));
  case CK_Dynamic:
    if (E->isGLValue())
      return Value::load(lvalue(E));
    escape(rvalue(Operand), At);
    return Value::unknown();
  case CK_ToVoid:
    ignored(Operand);
    return Value::unknown();
  case CK_FloatingToIntegral:
  case CK_FloatingToBoolean:
  case CK_IntegralToFloating:
    rvalue(Operand);
    return Value::unknown();
  case CK_BitCast:
    if (std::optional<Place> Start = startCast(E))
      return addressOf(std::move(*Start));
    return rvalue(Operand);
  default:
    // Casts between pointers and integers of all sorts keep the value.
    return Operand->isGLValue() && !Operand->getType()->isFunctionType()
               ? Value::load(lvalue(Operand))
               : rvalue(Operand);
  }
}

} // namespace cursor_tidy::extract
