//===- Calls.cpp - calls of all forms -------------------------------------===//
#include "extract/Exceptions.h"
#include "extract/Lowering.h"

#include "clang/AST/ASTContext.h"
#include "clang/Basic/Builtins.h"

namespace cursor_tidy::extract {

using namespace clang;
using facts::BlockId;

bool isCastLike(const CallExpr &E) {
  const FunctionDecl *Callee = E.getDirectCallee();
  if (!Callee || E.getNumArgs() == 0)
    return false;
  switch (Callee->getBuiltinID()) {
  case Builtin::BImove:
  case Builtin::BIforward:
  case Builtin::BIforward_like:
  case Builtin::BImove_if_noexcept:
  case Builtin::BIas_const:
    return true;
  default:
    return false;
  }
}

bool Lowering::builtin(const CallExpr *E, const Place &To) {
  SourceRange At = E->getSourceRange();
  const FunctionDecl *Callee = E->getDirectCallee();
  if (!Callee)
    return false;
  if (isCastLike(*E)) {
    set(To, reference(E->getArg(0)), At);
    return true;
  }
  switch (Callee->getBuiltinID()) {
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_expect_with_probability:
    set(To, rvalue(E->getArg(0)), At);
    return true;
  case Builtin::BIaddressof:
  case Builtin::BI__addressof:
  case Builtin::BI__builtin_addressof:
    set(To, reference(E->getArg(0)), At);
    return true;
  case Builtin::BI__builtin_unreachable:
    finish(facts::Unreachable{}, At);
    return true;
  case Builtin::BI__builtin_va_start:
  case Builtin::BI__builtin_va_end:
  case Builtin::BI__builtin_va_copy:
    return true;
  default:
    return false;
  }
}

void Lowering::emitCall(facts::Call Made, const FunctionDecl *Callee,
                        SourceRange At) {
  if (!isNoThrow(Callee, In.Context))
    Made.Unwind = landing(Stack, nullptr);
  emit(std::move(Made), At);
  if (Callee && Callee->isNoReturn())
    finish(facts::Unreachable{}, At);
}

Lowering::Value Lowering::argument(const Expr *E) {
  if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(E)) {
    // Written in a header perhaps, but it happens at this call.
    SourceRange Saved = DefaultArgumentAt;
    if (Saved.isInvalid())
      DefaultArgumentAt = SourceRange(Default->getUsedLocation());
    Value Result = argument(Default->getExpr());
    DefaultArgumentAt = Saved;
    return Result;
  }
  if (E->isGLValue())
    return reference(E);
  if (!E->getType()->isRecordType())
    return rvalue(E);
  if (const auto *Cast = dyn_cast<ImplicitCastExpr>(E->IgnoreParens());
      Cast && Cast->getCastKind() == CK_LValueToRValue)
    return Value::load(lvalue(Cast->getSubExpr()));
  // The callee ends its parameter, so that this temporary has no cleanup.
  Place To = newTemp();
  into(To, E);
  return Value::load(To);
}

std::vector<Lowering::Value>
Lowering::arguments(llvm::ArrayRef<const Expr *> Given) {
  std::vector<Value> Result;
  for (const Expr *E : Given)
    Result.push_back(argument(E));
  return Result;
}

/// No parameter says what goes to a variadic function. Numbers whose addresses
/// do (`scanf`) may be written by it; no model can tell them from pointers. A
/// text is what its pointer points to.
void Lowering::variadicArguments(const CallExpr *E, facts::Call &Made) {
  QualType Callee = E->getCallee()->getType();
  if (Callee->isPointerType())
    Callee = Callee->getPointeeType();
  const auto *Prototype = Callee->getAs<FunctionProtoType>();
  if (!Prototype || !Prototype->isVariadic())
    return;
  for (unsigned I = Prototype->getNumParams(); I < Made.Arguments.size(); ++I) {
    QualType Type = E->getArg(I)->getType();
    Value &Given = Made.Arguments[I];
    if (Type->isPointerType() && Type->getPointeeType()->isAnyCharacterType() &&
        Given.What == Value::Kind::Load) {
      Given = Value::address(deref(Given.Where));
      continue;
    }
    if (!Type->isPointerType() || !Type->getPointeeType()->isArithmeticType() ||
        !In.handleOf(Type->getPointeeType()).empty() || // a handle's number
        Given.What != Value::Kind::Address)
      continue;
    set(Given.Where, Value::unknown(), E->getSourceRange());
    Given = nonZero();
  }
}

/// The body of a lambda without captures that a conversion makes a function
/// pointer of; null for any other function.
static const CXXMethodDecl *lambdaBehind(const FunctionDecl *Callee) {
  const auto *Conversion = dyn_cast_or_null<CXXConversionDecl>(Callee);
  if (!Conversion || !Conversion->getParent()->isLambda())
    return nullptr;
  const CXXMethodDecl *Body = Conversion->getParent()->getLambdaCallOperator();
  return Body && !isDependent(*Body) ? Body : nullptr;
}

void Lowering::call(const CallExpr *E, Place To) {
  SourceRange At = E->getSourceRange();
  if (isa<CXXPseudoDestructorExpr>(E->getCallee()->IgnoreParens()) ||
      builtin(E, To))
    return;
  llvm::ArrayRef<const Expr *> Given(E->getArgs(), E->getNumArgs());
  const FunctionDecl *Callee = E->getDirectCallee();
  if (const CXXMethodDecl *Body = lambdaBehind(Callee)) {
    ignored(cast<CXXMemberCallExpr>(E)->getImplicitObjectArgument());
    return set(std::move(To), Value::function(In.use(*Body)), At);
  }
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  facts::Call Made{
      .To = std::move(To), .Callee = {}, .Arguments = {}, .This = {}};
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E)) {
    const Expr *Object = Member->getImplicitObjectArgument();
    Made.This =
        Object->getType()->isPointerType() ? rvalue(Object) : reference(Object);
    const auto *Named =
        dyn_cast<MemberExpr>(E->getCallee()->IgnoreParenImpCasts());
    Made.Virtual = Method && Method->isVirtual() && Named &&
                   Named->performsVirtualDispatch(In.Context.getLangOpts());
    // `(object->*pointer)(...)`
    if (const auto *Pointer =
            dyn_cast<BinaryOperator>(E->getCallee()->IgnoreParenImpCasts()))
      Made.Callee = rvalue(Pointer->getRHS());
  } else if (isa<CXXOperatorCallExpr>(E) && Method &&
             Method->isImplicitObjectMemberFunction()) {
    if (Method->isTrivial() && Method->getParent() &&
        (Method->isCopyAssignmentOperator() ||
         Method->isMoveAssignmentOperator())) {
      Place Left = lvalue(Given[0]);
      set(Left, Value::load(lvalue(Given[1])), At);
      return set(Made.To, addressOf(Left), At);
    }
    Made.This = reference(Given[0]);
    Given = Given.drop_front();
    Made.Virtual = Method->isVirtual();
  } else if (isa<CXXOperatorCallExpr>(E) && Method && Method->isStatic()) {
    ignored(Given[0]);
    Given = Given.drop_front();
  }
  if (Callee) {
    Made.Callee = Value::function(In.use(*Callee));
  } else if (!Made.This) {
    const Expr *Pointer = E->getCallee()->IgnoreParenImpCasts();
    if (const auto *Deref = dyn_cast<UnaryOperator>(Pointer))
      Pointer = Deref->getSubExpr()->IgnoreParenImpCasts();
    const auto *Field = dyn_cast<MemberExpr>(Pointer);
    const auto *Declared =
        Field ? dyn_cast<FieldDecl>(Field->getMemberDecl()) : nullptr;
    facts::Name Modelled = Declared ? In.use(*Declared) : facts::Name();
    Made.Callee =
        Modelled.empty() ? rvalue(E->getCallee()) : Value::function(Modelled);
  }
  Made.Arguments = arguments(Given);
  variadicArguments(E, Made);
  emitCall(std::move(Made), Callee, At);
}

Lowering::Value Lowering::callValue(const CallExpr *E) {
  if (E->isGLValue())
    return Value::load(lvalue(E));
  Place To = E->getType()->isVoidType() ? Place{} : newTemp();
  call(E, To);
  if (To.isNone())
    return Value::unknown();
  pushTemporary(To, E->getType(), E->getSourceRange());
  return Value::load(To);
}

} // namespace cursor_tidy::extract
