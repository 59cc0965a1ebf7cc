//===- Construction.cpp - objects come to life ----------------------------===//
//
// Every value is built where it is wanted: `into` takes the place and an
// expression, so that a chain of prvalues makes one object and no copy.
//
//===----------------------------------------------------------------------===//
#include "extract/Lowering.h"

#include "clang/AST/ASTContext.h"

namespace cursor_tidy::extract {

using namespace clang;
using facts::BlockId;

/// Constructions of an array's elements that are followed one by one.
static constexpr uint64_t MaxElements = 4;

void Lowering::into(Place To, const Expr *E, Whole Part) {
  E = E->IgnoreParens();
  SourceRange At = E->getSourceRange();
  switch (E->getStmtClass()) {
  case Stmt::ExprWithCleanupsClass:
    return into(To, cast<ExprWithCleanups>(E)->getSubExpr(), Part);
  case Stmt::CXXBindTemporaryExprClass:
    return into(To, cast<CXXBindTemporaryExpr>(E)->getSubExpr(), Part);
  case Stmt::ConstantExprClass:
    return into(To, cast<ConstantExpr>(E)->getSubExpr(), Part);
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return into(To, cast<SubstNonTypeTemplateParmExpr>(E)->getReplacement(),
                Part);
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
    return construct(To, cast<CXXConstructExpr>(E), Part);
  case Stmt::CXXInheritedCtorInitExprClass:
    return inherited(To, cast<CXXInheritedCtorInitExpr>(E));
  case Stmt::InitListExprClass:
    return list(To, cast<InitListExpr>(E));
  case Stmt::CXXParenListInitExprClass: {
    for (const Expr *Init : cast<CXXParenListInitExpr>(E)->getInitExprs())
      escape(argument(Init), At);
    return set(To, Value::unknown(), At);
  }
  case Stmt::LambdaExprClass:
    return lambda(To, cast<LambdaExpr>(E));
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    return set(To, Value::number(0), At);
  case Stmt::CXXDefaultInitExprClass:
    return into(To, cast<CXXDefaultInitExpr>(E)->getExpr(), Part);
  case Stmt::CXXDefaultArgExprClass:
    return into(To, cast<CXXDefaultArgExpr>(E)->getExpr(), Part);
  case Stmt::CXXStdInitializerListExprClass: {
    // The elements of the list that a container takes over.
    const Expr *Array = cast<CXXStdInitializerListExpr>(E)->getSubExpr();
    if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(Array))
      return into(To, Temporary->getSubExpr(), Part);
    return set(To, Value::load(lvalue(Array)), At);
  }
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return conditional(cast<AbstractConditionalOperator>(E),
                       [&](const Expr *Arm) { into(To, Arm, Part); });
  case Stmt::StmtExprClass: {
    const CompoundStmt *Body = cast<StmtExpr>(E)->getSubStmt();
    const Cleanup *Saved = Stack;
    ScopeEnds.push_back(SourceRange(Body->getRBracLoc()));
    for (const Stmt *S : Body->body()) {
      const auto *Last = dyn_cast<Expr>(S);
      if (Last && S == Body->body_back() && !E->getType()->isVoidType())
        fullExpression([&] { into(To, Last); }, At);
      else
        statement(S);
    }
    runDown(Saved, ScopeEnds.back());
    Stack = Saved;
    ScopeEnds.pop_back();
    return;
  }
  case Stmt::CXXThrowExprClass:
    return throwing(cast<CXXThrowExpr>(E));
  default:
    break;
  }
  if (const auto *Call = dyn_cast<CallExpr>(E); Call && !E->isGLValue())
    return call(Call, To);
  if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    switch (Cast->getCastKind()) {
    case CK_BitCast:
      if (std::optional<Place> Start = startCast(Cast))
        return set(To, addressOf(std::move(*Start)), At);
      return into(To, Cast->getSubExpr(), Part);
    case CK_NoOp:
    case CK_ConstructorConversion:
    case CK_UserDefinedConversion:
    case CK_IntegralCast:
    case CK_NonAtomicToAtomic:
      if (!Cast->getSubExpr()->isGLValue())
        return into(To, Cast->getSubExpr(), Part);
      break;
    case CK_LValueToRValue:
      return set(To, Value::load(lvalue(Cast->getSubExpr())), At);
    default:
      break;
    }
  }
  if (E->isGLValue())
    return set(To, Value::load(lvalue(E)), At);
  if (E->getType()->isRecordType()) {
    // A form of object that we do not know.
    unknownExpression(E);
    return set(To, Value::unknown(), At);
  }
  set(To, rvalue(E), At);
}

void Lowering::make(Place Object, const CXXRecordDecl &Class, SourceRange At) {
  // C structs have no behaviour of their own.
  if (In.Context.getLangOpts().CPlusPlus && Class.hasDefinition() &&
      !In.isInert(Class))
    emit(facts::Make{std::move(Object), In.use(Class)}, At);
}

void Lowering::construct(Place To, const CXXConstructExpr *E, Whole Part) {
  SourceRange At = E->getSourceRange();
  const CXXConstructorDecl *Constructor = E->getConstructor();
  if (const auto *Array = In.Context.getAsConstantArrayType(E->getType())) {
    uint64_t Count = In.Context.getConstantArrayElementCount(Array);
    if (Count > MaxElements || Array->getElementType()->isArrayType())
      Count = 0;
    std::vector<Place> Elements;
    for (uint64_t I = 0; I < Count; ++I)
      Elements.push_back(element(To, I));
    if (Count == 0)
      Elements.push_back(someElement(To));
    for (const Place &Element : Elements) {
      make(Element, *Constructor->getParent(), At);
      if (!Constructor->isTrivial())
        emitCall({.To = {},
                  .Callee = Value::function(In.use(*Constructor)),
                  .Arguments = {},
                  .This = addressOf(Element)},
                 Constructor, At);
    }
    return;
  }
  if (Part == Whole::Complete)
    make(To, *Constructor->getParent(), At);
  if (E->requiresZeroInitialization())
    set(To, Value::number(0), At);
  if (Constructor->isTrivial()) {
    if (Constructor->isCopyOrMoveConstructor())
      set(To, Value::load(lvalue(E->getArg(0))), At);
    return;
  }
  emitCall({.To = {},
            .Callee = Value::function(In.use(*Constructor)),
            .Arguments = arguments({E->getArgs(), E->getNumArgs()}),
            .This = addressOf(To)},
           Constructor, At);
}

/// `using Base::Base;`: the derived constructor passes its parameters on.
void Lowering::inherited(Place To, const CXXInheritedCtorInitExpr *E) {
  const CXXConstructorDecl *Constructor = E->getConstructor();
  std::vector<Value> Passed;
  for (unsigned I = 0; I < Source.getNumParams(); ++I)
    Passed.push_back(Value::load(place(Place::Base::Param, I)));
  emitCall({.To = {},
            .Callee = Value::function(In.use(*Constructor)),
            .Arguments = std::move(Passed),
            .This = addressOf(To)},
           Constructor, E->getSourceRange());
}

void Lowering::list(Place To, const InitListExpr *E) {
  SourceRange At = E->getSourceRange();
  if (E->isTransparent() && E->getNumInits() == 1)
    return into(To, E->getInit(0));
  QualType Type = E->getType();
  if (!Type->isRecordType() && !Type->isArrayType()) {
    if (E->getNumInits() == 0)
      return set(To, Value::number(0), At);
    return into(To, E->getInit(0));
  }
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  if (Class)
    make(To, *Class, At);
  bool HasDefaults = E->getArrayFiller() != nullptr;
  for (const Expr *Init : E->inits())
    HasDefaults |= isa<ImplicitValueInitExpr>(Init);
  if (HasDefaults || E->getNumInits() == 0)
    set(To, Value::number(0), At);
  if (Type->isArrayType()) {
    for (unsigned I = 0; I < E->getNumInits(); ++I)
      if (!isa<ImplicitValueInitExpr>(E->getInit(I)))
        into(element(To, I), E->getInit(I));
    return;
  }
  unsigned Next = 0;
  if (Class && Class->hasDefinition())
    for (const CXXBaseSpecifier &Base : Class->bases()) {
      facts::Name Field = In.baseField(*Base.getType()->getAsCXXRecordDecl());
      if (Next < E->getNumInits())
        into(Field.empty() ? To : field(To, Field), E->getInit(Next++),
             Whole::Base);
    }
  const RecordDecl *Record = Type->getAsRecordDecl();
  auto InitField = [&](const FieldDecl &Field, const Expr *Init) {
    if (isa<ImplicitValueInitExpr>(Init))
      return;
    facts::Name Name = In.fieldName(Field);
    Place At = Name.empty() ? To : field(To, Name);
    if (Field.getType()->isReferenceType())
      set(At, reference(Init), Init->getSourceRange());
    else
      into(At, Init);
  };
  if (Record->isUnion()) {
    if (const FieldDecl *Field = E->getInitializedFieldInUnion();
        Field && E->getNumInits())
      InitField(*Field, E->getInit(0));
    return;
  }
  for (const FieldDecl *Field : Record->fields())
    if (!Field->isUnnamedBitField() && Next < E->getNumInits())
      InitField(*Field, E->getInit(Next++));
}

void Lowering::lambda(Place To, const LambdaExpr *E) {
  SourceRange At = E->getSourceRange();
  const CXXRecordDecl *Closure = E->getLambdaClass();
  make(To, *Closure, At);
  if (const CXXMethodDecl *Body = E->getCallOperator(); !isDependent(*Body))
    In.use(*Body);
  auto Field = Closure->field_begin();
  auto Init = E->capture_init_begin();
  for (const LambdaCapture &Capture : E->captures()) {
    const FieldDecl *Into = *Field++;
    const Expr *From = *Init++;
    if (Capture.capturesVLAType() || !From)
      continue;
    Place Where = field(To, In.fieldName(*Into));
    if (Into->getType()->isReferenceType())
      set(Where, reference(From), From->getSourceRange());
    else
      into(Where, From);
  }
}

void Lowering::conditional(const AbstractConditionalOperator *E,
                           llvm::function_ref<void(const Expr *)> Arm) {
  BlockId Yes = newBlock(), No = newBlock(), After = newBlock();
  if (const auto *Short = dyn_cast<BinaryConditionalOperator>(E)) {
    // `a ?: b` evaluates a once.
    const OpaqueValueExpr *Common = Short->getOpaqueValue();
    Opaque[Common] = Common->isGLValue() ? reference(Short->getCommon())
                                         : rvalue(Short->getCommon());
  }
  condition(E->getCond(), Yes, No);
  ++Conditional;
  start(Yes);
  Arm(E->getTrueExpr());
  jump(After);
  start(No);
  Arm(E->getFalseExpr());
  jump(After);
  --Conditional;
  start(After);
}

Lowering::Value Lowering::allocation(const CXXNewExpr *E) {
  SourceRange At = E->getSourceRange();
  QualType Type = E->getAllocatedType();
  const CXXRecordDecl *Class = In.classOf(Type);
  Place Pointer = newTemp();
  bool IsPlacement = E->getNumPlacementArgs() == 1 &&
                     E->getPlacementArg(0)->getType()->isPointerType();
  if (IsPlacement) {
    set(Pointer, rvalue(E->getPlacementArg(0)), At);
  } else {
    if (E->isArray() && E->getArraySize() && *E->getArraySize())
      rvalue(*E->getArraySize());
    emit(facts::Allocate{Pointer, Class ? In.use(*Class) : facts::Name()}, At);
  }
  if (const Expr *Init = E->getInitializer()) {
    if (!E->isArray())
      into(deref(Pointer), Init);
    else if (const auto *Each = dyn_cast<CXXConstructExpr>(Init);
             Each && !Each->getConstructor()->isTrivial())
      emitCall({.To = {},
                .Callee = Value::function(In.use(*Each->getConstructor())),
                .Arguments = {},
                .This = addressOf(someElement(deref(Pointer)))},
               Each->getConstructor(), At);
    else
      set(deref(Pointer), Value::number(0), At);
  }
  pushTemporary(Pointer, E->getType(), At);
  return Value::load(Pointer);
}

void Lowering::deletion(const CXXDeleteExpr *E) {
  SourceRange At = E->getSourceRange();
  Value Pointer = rvalue(E->getArgument());
  const CXXDestructorDecl *Destructor = In.destructorOf(E->getDestroyedType());
  if (!Destructor)
    return emit(facts::Free{std::move(Pointer)}, At);
  BlockId Lives = newBlock(), After = newBlock();
  finish(facts::Branch{Pointer, Lives, After,
                       facts::Name(In.Locations.text(
                           E->getArgument()->getSourceRange()))},
         At);
  start(Lives);
  Value Object = Pointer;
  if (E->isArrayForm())
    Object = addressOf(someElement(behind(Pointer, At)));
  emitCall({.To = {},
            .Callee = Value::function(In.use(*Destructor)),
            .Arguments = {},
            .This = Object,
            .Virtual = Destructor->isVirtual()},
           Destructor, At);
  emit(facts::Free{Pointer}, At);
  jump(After);
  start(After);
}

void Lowering::throwing(const CXXThrowExpr *E) {
  const clang::Type *Thrown = nullptr;
  if (const Expr *What = E->getSubExpr()) {
    Thrown = What->getType().getCanonicalType().getTypePtr();
    Place To = newTemp();
    into(To, What);
  }
  BlockId To = landing(Stack, Thrown);
  finish(facts::Throw{To}, E->getSourceRange());
}

} // namespace cursor_tidy::extract
