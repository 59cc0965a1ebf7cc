//===- Operators.cpp - arithmetic, assignment, pointer sums ---------------===//
#include "extract/Lowering.h"

#include "clang/AST/ASTContext.h"

namespace cursor_tidy::extract {

using namespace clang;
using facts::Operator;

/// The operator that the handle program has for an opcode.
static std::optional<Operator> operatorOf(BinaryOperatorKind Opcode) {
  switch (Opcode) {
  case BO_EQ:
    return Operator::Equal;
  case BO_NE:
    return Operator::NotEqual;
  case BO_LT:
  case BO_GT:
    return Operator::Less;
  case BO_LE:
  case BO_GE:
    return Operator::LessEqual;
  case BO_And:
  case BO_AndAssign:
    return Operator::And;
  case BO_Or:
  case BO_OrAssign:
    return Operator::Or;
  case BO_Add:
  case BO_AddAssign:
    return Operator::Add;
  case BO_Sub:
  case BO_SubAssign:
    return Operator::Subtract;
  default:
    return std::nullopt;
  }
}

Lowering::Value Lowering::binaryValue(const BinaryOperator *E) {
  SourceRange At = E->getSourceRange();
  if (const auto *Compound = dyn_cast<CompoundAssignOperator>(E)) {
    compoundAssign(Compound);
    return Value::load(lvalue(E->getLHS()));
  }
  switch (E->getOpcode()) {
  case BO_Assign: {
    if (E->getLHS()->getType()->isRecordType()) {
      assign(E);
      return Value::load(lvalue(E->getLHS()));
    }
    Place To = lvalue(E->getLHS());
    into(To, E->getRHS());
    return Value::load(To);
  }
  case BO_Comma:
    ignored(E->getLHS());
    return rvalue(E->getRHS());
  case BO_LAnd:
  case BO_LOr:
    return logicalValue(E);
  case BO_PtrMemD:
  case BO_PtrMemI:
    return unknownExpression(E);
  default:
    break;
  }
  QualType LeftType = E->getLHS()->getType(),
           RightType = E->getRHS()->getType();
  if (E->getOpcode() == BO_Add && LeftType->isPointerType())
    return pointerSum(rvalue(E->getLHS()), LeftType, E->getRHS(), false, At);
  if (E->getOpcode() == BO_Add && RightType->isPointerType())
    return pointerSum(rvalue(E->getRHS()), RightType, E->getLHS(), false, At);
  if (E->getOpcode() == BO_Sub && LeftType->isPointerType() &&
      !RightType->isPointerType())
    return pointerSum(rvalue(E->getLHS()), LeftType, E->getRHS(), true, At);
  Value Left = rvalue(E->getLHS()), Right = rvalue(E->getRHS());
  std::optional<Operator> Op = operatorOf(E->getOpcode());
  if (!Op || LeftType->isRealFloatingType() ||
      (E->getOpcode() == BO_Sub && LeftType->isPointerType()))
    return Value::unknown();
  if (E->getOpcode() == BO_GT || E->getOpcode() == BO_GE)
    std::swap(Left, Right);
  return compute(*Op, std::move(Left), std::move(Right), At);
}

Lowering::Value Lowering::pointerSum(Value Pointer, QualType Type,
                                     const Expr *Index, bool Negative,
                                     SourceRange At) {
  if (!In.canReach(Type->getPointeeType()) && !In.canReach(Type)) {
    rvalue(Index);
    return nonZero(); // text and numbers: which element does not matter
  }
  Place Array = behind(std::move(Pointer), At);
  if (!Negative)
    return addressOf(indexed(std::move(Array), Index, At));
  rvalue(Index);
  return addressOf(someElement(std::move(Array)));
}

void Lowering::assign(const BinaryOperator *E) {
  const Expr *Right = E->getRHS();
  SourceRange At = E->getSourceRange();
  Place To = lvalue(E->getLHS());
  if (E->getLHS()->getType()->isRecordType() && !Right->isGLValue()) {
    // A new value is complete before it replaces the old one.
    const Expr *Plain = Right->IgnoreParens();
    bool IsLoad = isa<ImplicitCastExpr>(Plain);
    if (!IsLoad)
      return set(To, Value::load(temporary(Right)), At);
  }
  into(To, Right);
}

void Lowering::compoundAssign(const CompoundAssignOperator *E) {
  SourceRange At = E->getSourceRange();
  Place To = lvalue(E->getLHS());
  QualType Type = E->getLHS()->getType();
  if (Type->isPointerType()) {
    bool Negative = E->getOpcode() == BO_SubAssign;
    return set(To, pointerSum(Value::load(To), Type, E->getRHS(), Negative, At),
               At);
  }
  Value Right = rvalue(E->getRHS());
  std::optional<Operator> Op = operatorOf(E->getOpcode());
  if (!Op || Type->isRealFloatingType())
    return set(To, Value::unknown(), At);
  emit(facts::Compute{To, *Op, Value::load(To), std::move(Right)}, At);
}

/// `++i`, `i--`
Lowering::Value Lowering::step(const UnaryOperator *E, Result Wanted) {
  SourceRange At = E->getSourceRange();
  Place To = lvalue(E->getSubExpr());
  QualType Type = E->getSubExpr()->getType();
  Value Left = Value::load(To);
  if (E->isPostfix() && Wanted == Result::Used) {
    Place Old = newTemp();
    set(Old, Value::load(To), At);
    Left = Value::load(Old);
  }
  if (Type->isPointerType()) {
    bool Matters = In.canReach(Type->getPointeeType()) || In.canReach(Type);
    Place Next =
        E->isIncrementOp() ? element(deref(To), 1) : someElement(deref(To));
    set(To, Matters ? Value::address(Next) : nonZero(), At);
  } else if (Type->isIntegralOrEnumerationType()) {
    Operator Op = E->isIncrementOp() ? Operator::Add : Operator::Subtract;
    emit(facts::Compute{To, Op, Value::load(To), Value::number(1)}, At);
  } else {
    set(To, Value::unknown(), At);
  }
  return Left;
}

Lowering::Value Lowering::unaryValue(const UnaryOperator *E) {
  const Expr *Operand = E->getSubExpr();
  switch (E->getOpcode()) {
  case UO_AddrOf:
    if (Operand->getType()->isFunctionType() ||
        isa<FunctionProtoType>(Operand->getType().getCanonicalType()))
      return functionValue(Operand);
    if (E->getType()->isMemberPointerType())
      return E->getType()->isMemberFunctionPointerType()
                 ? functionValue(Operand)
                 : Value::unknown();
    return addressOf(lvalue(Operand));
  case UO_Deref:
    return Value::load(lvalue(E));
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec:
    return step(E);
  case UO_LNot:
    return logicalValue(E);
  case UO_Plus:
  case UO_Extension:
    return rvalue(Operand);
  case UO_Minus:
    if (Operand->getType()->isIntegralOrEnumerationType())
      return compute(Operator::Subtract, Value::number(0), rvalue(Operand),
                     E->getSourceRange());
    [[fallthrough]];
  default:
    rvalue(Operand);
    return Value::unknown();
  }
}

} // namespace cursor_tidy::extract
