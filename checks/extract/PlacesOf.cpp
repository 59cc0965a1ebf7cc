//===- PlacesOf.cpp - places of expressions -------------------------------===//
#include "extract/Lowering.h"

#include "clang/AST/ASTContext.h"

namespace cursor_tidy::extract {

using namespace clang;
using facts::BlockId;

Lowering::Place Lowering::lvalue(const Expr *E) {
  E = E->IgnoreParens();
  SourceRange At = E->getSourceRange();
  if (!E->isGLValue()) {
    if (E->getType()->isRecordType() || E->getType()->isArrayType())
      return temporary(E);
    Place To = newTemp();
    into(To, E);
    return To;
  }
  switch (E->getStmtClass()) {
  case Stmt::DeclRefExprClass: {
    const auto *Reference = cast<DeclRefExpr>(E);
    const ValueDecl *D = Reference->getDecl();
    if (const auto *Binding = dyn_cast<BindingDecl>(D)) {
      if (const VarDecl *Holder = Binding->getHoldingVar())
        return deref(variablePlace(Holder, false, At));
      return Binding->getBinding() ? lvalue(Binding->getBinding()) : newTemp();
    }
    if (const auto *V = dyn_cast<VarDecl>(D)) {
      bool IsCapture = Reference->refersToEnclosingVariableOrCapture() &&
                       Captures.count(V->getCanonicalDecl());
      Place Result = variablePlace(V, IsCapture, At);
      return V->getType()->isReferenceType() && !IsCapture ? deref(Result)
                                                           : Result;
    }
    Place Holder = newTemp();
    set(Holder, functionValue(E), At);
    return deref(Holder);
  }
  case Stmt::MemberExprClass:
    return memberPlace(cast<MemberExpr>(E));
  case Stmt::StringLiteralClass:
  case Stmt::PredefinedExprClass: {
    Place Text = newTemp();
    set(Text, literal(E), At);
    return deref(Text);
  }
  case Stmt::ArraySubscriptExprClass:
    return subscript(cast<ArraySubscriptExpr>(E));
  case Stmt::MaterializeTemporaryExprClass:
    return materialized(cast<MaterializeTemporaryExpr>(E));
  case Stmt::ExprWithCleanupsClass:
    return lvalue(cast<ExprWithCleanups>(E)->getSubExpr());
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return lvalue(cast<SubstNonTypeTemplateParmExpr>(E)->getReplacement());
  case Stmt::CXXDefaultArgExprClass:
    return lvalue(cast<CXXDefaultArgExpr>(E)->getExpr());
  case Stmt::CXXDefaultInitExprClass:
    return lvalue(cast<CXXDefaultInitExpr>(E)->getExpr());
  case Stmt::OpaqueValueExprClass:
    if (auto Known = Opaque.find(cast<OpaqueValueExpr>(E));
        Known != Opaque.end())
      return behind(Known->second, At);
    break;
  case Stmt::CompoundLiteralExprClass: {
    Place To = newTemp();
    into(To, cast<CompoundLiteralExpr>(E)->getInitializer());
    return To;
  }
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass: {
    Place Holder = newTemp();
    conditional(cast<AbstractConditionalOperator>(E), [&](const Expr *Arm) {
      if (isa<CXXThrowExpr>(Arm->IgnoreParens()))
        return ignored(Arm);
      set(Holder, addressOf(lvalue(Arm)), Arm->getSourceRange());
    });
    return deref(Holder);
  }
  case Stmt::UnaryOperatorClass: {
    const auto *Operation = cast<UnaryOperator>(E);
    const Expr *Operand = Operation->getSubExpr();
    if (Operation->getOpcode() == UO_Deref) {
      if (const auto *Begin =
              dyn_cast<DeclRefExpr>(Operand->IgnoreParenImpCasts()))
        if (auto Found = Iterated.find(dyn_cast<VarDecl>(Begin->getDecl()));
            Found != Iterated.end())
          return Found->second;
      if (std::optional<Place> Array = decayed(Operand))
        return element(std::move(*Array), 0);
      return behind(rvalue(Operand), At);
    }
    if (Operation->isIncrementDecrementOp()) {
      step(Operation);
      return lvalue(Operand);
    }
    if (Operation->getOpcode() == UO_Extension)
      return lvalue(Operand);
    break;
  }
  case Stmt::BinaryOperatorClass: {
    const auto *Operation = cast<BinaryOperator>(E);
    if (Operation->getOpcode() == BO_Comma) {
      ignored(Operation->getLHS());
      return lvalue(Operation->getRHS());
    }
    if (Operation->getOpcode() == BO_Assign) {
      assign(Operation);
      return lvalue(Operation->getLHS());
    }
    break;
  }
  case Stmt::CompoundAssignOperatorClass:
    compoundAssign(cast<CompoundAssignOperator>(E));
    return lvalue(cast<CompoundAssignOperator>(E)->getLHS());
  default:
    break;
  }
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    if (isCastLike(*Call))
      return lvalue(Call->getArg(0));
    if (const auto *Operation = dyn_cast<CXXOperatorCallExpr>(Call);
        Operation && Operation->getOperator() == OO_Star &&
        Operation->getNumArgs() == 1)
      if (const auto *Begin = dyn_cast<DeclRefExpr>(
              Operation->getArg(0)->IgnoreParenImpCasts()))
        if (auto Found = Iterated.find(dyn_cast<VarDecl>(Begin->getDecl()));
            Found != Iterated.end())
          return Found->second;
    Place Holder = newTemp();
    call(Call, Holder);
    return deref(Holder);
  }
  if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    switch (Cast->getCastKind()) {
    case CK_DerivedToBase:
    case CK_UncheckedDerivedToBase:
    case CK_BaseToDerived:
      return baseOf(lvalue(Cast->getSubExpr()), Cast);
    default:
      return lvalue(Cast->getSubExpr());
    }
  }
  Place Holder = newTemp();
  set(Holder, unknownExpression(E), At);
  return deref(Holder);
}

/// As a reader knows it: `[rc, stmt]` for a structured binding.
static std::string nameOf(const VarDecl &V) {
  const auto *Parts = dyn_cast<DecompositionDecl>(&V);
  if (!Parts)
    return V.getNameAsString();
  std::string Result;
  for (const BindingDecl *Binding : Parts->bindings())
    Result += (Result.empty() ? "[" : ", ") + Binding->getNameAsString();
  return Result + "]";
}

Lowering::Place Lowering::variablePlace(const VarDecl *V, bool IsCapture,
                                        SourceRange) {
  V = V->getCanonicalDecl();
  if (V->hasGlobalStorage()) {
    constantTable(*V);
    return globalPlace(In.use(*V));
  }
  if (IsCapture && Captures.count(V))
    return capturePlace(V);
  if (auto Known = Variables.find(V); Known != Variables.end())
    return Known->second;
  Place At = place(Place::Base::Local, Made.Locals.size());
  Made.Locals.push_back(
      In.variable(nameOf(*V), V->getType(), V->getSourceRange()));
  // An object that every way out returns is built where the caller wants it.
  if (V->isNRVOVariable() && In.destructorOf(V->getType()))
    At = place(Place::Base::Result);
  return Variables[V] = At;
}

/// A captured variable: a field of the closure, which a capture by reference
/// makes an address.
Lowering::Place Lowering::capturePlace(const ValueDecl *V) {
  const FieldDecl *Field = Captures.lookup(V);
  Place At = field(deref(place(Place::Base::This)), facts::Name(V->getName()));
  return Field->getType()->isReferenceType() ? deref(At) : At;
}

Lowering::Place Lowering::memberPlace(const MemberExpr *E) {
  const ValueDecl *Member = E->getMemberDecl();
  SourceRange At = E->getSourceRange();
  if (const auto *Static = dyn_cast<VarDecl>(Member)) {
    ignored(E->getBase());
    Place Result = globalPlace(In.use(*Static));
    return Static->getType()->isReferenceType() ? deref(Result) : Result;
  }
  const auto *Field = dyn_cast<FieldDecl>(Member);
  std::optional<Place> Array;
  if (E->isArrow())
    Array = decayed(E->getBase());
  Place Object = Array          ? element(std::move(*Array), 0)
                 : E->isArrow() ? behind(rvalue(E->getBase()), At)
                                : lvalue(E->getBase());
  if (!Field) // an enumerator or a method named through an object
    return Object;
  QualType Whole = E->getBase()->getType();
  if (facts::Name Read =
          In.useRead(E->isArrow() ? Whole->getPointeeType() : Whole);
      !Read.empty())
    emit(facts::Call{.To = {},
                     .Callee = Value::function(Read),
                     .Arguments = {addressOf(Object)},
                     .This = {}},
         At);
  // Members of an unnamed struct or union are members of what it is in.
  if (facts::Name Name = In.fieldName(*Field); !Name.empty())
    Object = field(std::move(Object), Name);
  return Field->getType()->isReferenceType() ? deref(Object) : Object;
}

Lowering::Place Lowering::subscript(const ArraySubscriptExpr *E) {
  std::optional<Place> Array = decayed(E->getBase());
  if (!Array)
    Array = behind(rvalue(E->getBase()), E->getSourceRange());
  return indexed(std::move(*Array), E->getIdx(), E->getSourceRange());
}

std::optional<Lowering::Place> Lowering::decayed(const Expr *Pointer) {
  const auto *Decay = dyn_cast<ImplicitCastExpr>(Pointer->IgnoreParens());
  if (!Decay || Decay->getCastKind() != CK_ArrayToPointerDecay)
    return std::nullopt;
  return lvalue(Decay->getSubExpr());
}

Lowering::Place Lowering::indexed(Place Array, const Expr *Index,
                                  SourceRange At) {
  Value Number = rvalue(Index);
  if (Number.What == Value::Kind::Int)
    return element(std::move(Array), Number.Number);
  if (Number.What != Value::Kind::Load)
    return someElement(std::move(Array));
  // The index as it is now: the variable may change before the place is used.
  if (Number.Where.Root != Place::Base::Temp || !Number.Where.Path.empty()) {
    Place Now = newTemp();
    set(Now, Number, At);
    Number = Value::load(Now);
  }
  return elementByTemp(std::move(Array), Number.Where.Index);
}

/// Steps from an object to its base-class part, or back.
Lowering::Place Lowering::baseOf(Place Object, const CastExpr *Cast) {
  if (Cast->getCastKind() == CK_BaseToDerived) {
    // Back the way that led to the base, step by step.
    std::vector<const CXXBaseSpecifier *> Path(Cast->path_begin(),
                                               Cast->path_end());
    for (auto Base = Path.rbegin(); Base != Path.rend(); ++Base)
      if (const CXXRecordDecl *Class = (*Base)->getType()->getAsCXXRecordDecl())
        if (facts::Name Field = In.baseField(*Class); !Field.empty())
          Object = field(std::move(Object), facts::outOf(Field));
    return Object;
  }
  for (const CXXBaseSpecifier *Base : Cast->path())
    if (const CXXRecordDecl *Class = Base->getType()->getAsCXXRecordDecl())
      if (facts::Name Field = In.baseField(*Class); !Field.empty())
        Object = field(std::move(Object), Field);
  return Object;
}

/// From a structure to the one that it starts with, or back; none for any other
/// cast.
std::optional<Lowering::Place> Lowering::startCast(const CastExpr *Cast) {
  const Expr *Operand = Cast->getSubExpr();
  QualType From = Operand->getType()->getPointeeType(),
           To = Cast->getType()->getPointeeType();
  if (From.isNull() || To.isNull())
    return std::nullopt;
  std::vector<facts::Name> Down = In.startOf(From, To),
                           Up = In.startOf(To, From);
  if (Down.empty() && Up.empty())
    return std::nullopt;
  Place Object = behind(rvalue(Operand), Cast->getSourceRange());
  for (facts::Name Step : Down)
    Object = field(std::move(Object), Step);
  for (auto Step = Up.rbegin(); Step != Up.rend(); ++Step)
    Object =
        field(std::move(Object),
              facts::outOf(facts::Name("<" + std::string(Step->text()) + ">")));
  return Object;
}

Lowering::Place Lowering::materialized(const MaterializeTemporaryExpr *E) {
  const Expr *Init = E->getSubExpr();
  if (E->getStorageDuration() == SD_FullExpression)
    return temporary(Init);
  // Bound to a reference: a local without a name that lives as long.
  Place At = place(Place::Base::Local, Made.Locals.size());
  Made.Locals.push_back(
      In.variable("", Init->getType(), Init->getSourceRange()));
  into(At, Init);
  if (E->getStorageDuration() == SD_Automatic) {
    Cleanup Node{.Object = At, .Type = Init->getType()};
    Node.Runs = In.destructorOf(Init->getType());
    if (Node.Runs)
      Node.What = Cleanup::Kind::Destroy;
    if (Node.Runs || In.canReach(Init->getType()))
      Extended.push_back(std::move(Node));
  }
  return At;
}

Lowering::Place Lowering::temporary(const Expr *E) {
  // A part of an object that already has a place needs no other.
  if (E->isGLValue())
    return lvalue(E);
  const Expr *Inner = E->IgnoreParens();
  if (const auto *Cast = dyn_cast<ImplicitCastExpr>(Inner);
      Cast && Cast->getCastKind() == CK_LValueToRValue)
    return lvalue(Cast->getSubExpr());
  Place To = newTemp();
  into(To, E);
  pushTemporary(To, E->getType(), E->getSourceRange());
  return To;
}

Lowering::Value Lowering::reference(const Expr *E) {
  if (E->getType()->isFunctionType())
    return functionValue(E);
  return addressOf(lvalue(E));
}

} // namespace cursor_tidy::extract
