//===- Owners.cpp - what owns, builds and deletes what --------------------===//
#include "extract/Owners.h"

#include "extract/Builders.h"
#include "extract/CallOperators.h"
#include "extract/Namesakes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/CXXInheritance.h"
#include "clang/AST/DeclTemplate.h"

namespace cursor_tidy::extract {

using namespace clang;

/// The type argument of a class template at a position, null when none.
static QualType typeArgument(const CXXRecordDecl &Class, unsigned Index) {
  const auto *Instance = dyn_cast<ClassTemplateSpecializationDecl>(&Class);
  if (!Instance || Instance->getTemplateArgs().size() <= Index ||
      Instance->getTemplateArgs()[Index].getKind() != TemplateArgument::Type)
    return {};
  return Instance->getTemplateArgs()[Index].getAsType();
}

/// The key by which `delete` of a type is known.
static facts::Name deleteKey(const Unit &In, QualType Type) {
  const CXXRecordDecl *Class = In.classOf(Type);
  return Class ? In.Symbols.of(*Class) : facts::Name(Type.getAsString());
}

/// True when a body calls a function or passes its address on.
static bool mentions(const facts::Function &Body, facts::Name Symbol) {
  auto Is = [&](const facts::Value &V) {
    return V.What == facts::Value::Kind::Function && V.Symbol == Symbol;
  };
  for (const facts::Block &Block : Body.Blocks)
    for (const facts::Event &Event : Block.Events) {
      if (const auto *Set = std::get_if<facts::Set>(&Event.What))
        if (Is(Set->From))
          return true;
      if (const auto *Call = std::get_if<facts::Call>(&Event.What)) {
        if (Is(Call->Callee))
          return true;
        for (const facts::Value &Argument : Call->Arguments)
          if (Is(Argument))
            return true;
      }
    }
  return false;
}

/// Adds the function that deletes an object of a type if a body wants it.
static void addDelete(Unit &In, QualType Type, const facts::Function &Body) {
  facts::Name Key = deleteKey(In, Type);
  if (!mentions(Body, deleteSymbol(Key)))
    return;
  if (const CXXRecordDecl *Class = In.classOf(Type))
    In.use(*Class);
  facts::Name Destructor;
  const CXXDestructorDecl *Runs = In.destructorOf(Type);
  if (Runs)
    Destructor = In.use(*Runs);
  In.add(deleteFunction(Key, Destructor, Runs && Runs->isVirtual()));
}

/// The type that a container holds, by the convention that names it.
static QualType elementType(const CXXRecordDecl &Class) {
  if (Class.hasDefinition())
    for (llvm::StringRef Name : {"value_type", "element_type"}) {
      const ASTContext &Context = Class.getASTContext();
      for (const NamedDecl *Found : Class.lookup(&Context.Idents.get(Name)))
        if (const auto *Typedef = dyn_cast<TypedefNameDecl>(Found))
          return Typedef->getUnderlyingType();
    }
  return typeArgument(Class, 0);
}

/// What an owner's deleter is called with: `D::pointer`, else `T *`.
static QualType ownedPointer(const CXXRecordDecl &Functor, QualType Pointee) {
  const ASTContext &Context = Functor.getASTContext();
  if (Functor.hasDefinition())
    for (const NamedDecl *Found :
         Functor.lookup(&Context.Idents.get("pointer")))
      if (const auto *Typedef = dyn_cast<TypedefNameDecl>(Found))
        return Typedef->getUnderlyingType();
  if (const ArrayType *Array = Context.getAsArrayType(Pointee))
    Pointee = Array->getElementType();
  return Context.getPointerType(Pointee);
}

/// What deletes the pointee of an owner: `std::unique_ptr<T, D>`.
static void shapeDeleter(Unit &In, const CXXRecordDecl &Owner, Shape &Result) {
  QualType Pointee = typeArgument(Owner, 0), Deleter = typeArgument(Owner, 1);
  const CXXRecordDecl *Functor =
      Deleter.isNull() ? nullptr : Deleter->getAsCXXRecordDecl();
  if (Pointee.isNull() || !Functor)
    return;
  // The library's own deleter for the same pointee: `std::default_delete<T>`.
  if (QualType Deleted = typeArgument(*Functor, 0);
      !Deleted.isNull() && isStandard(*Functor) &&
      In.Context.hasSameType(Deleted, Pointee)) {
    Result.Deleter = deleteSymbol(deleteKey(In, Pointee));
    Result.IsDefaultDelete = true;
    return;
  }
  // A std::function is called through the object that holds it.
  if (const CXXMethodDecl *Call =
          callOperatorFor(*Functor, ownedPointer(*Functor, Pointee));
      Call && !modelledClass(In, *Functor))
    Result.Deleter = In.use(*Call);
}

/// The class whose template arguments matter: a method's own, or the one that a
/// function makes (`std::make_unique<T>`).
static const CXXRecordDecl *ownerOf(const Unit &In,
                                    const FunctionDecl &Function) {
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&Function))
    return Method->getParent();
  return In.classOf(Function.getReturnType().getNonReferenceType());
}

/// The type whose objects `@delete` deletes.
static QualType deletedType(const CXXRecordDecl &Owner,
                            const FunctionDecl &Function) {
  QualType Pointee = typeArgument(Owner, 0);
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Function);
      Constructor && Constructor->getNumParams() > 0 &&
      Constructor->getParamDecl(0)->getType()->isPointerType())
    Pointee = Constructor->getParamDecl(0)->getType()->getPointeeType();
  bool IsObject =
      !Pointee.isNull() && !Pointee->isVoidType() && !Pointee->isFunctionType();
  return IsObject ? Pointee : QualType();
}

/// The way from the class that an argument points to, `unique_ptr<Derived> &&`
/// or `Derived *`, into the base class that the method's object points to.
static std::vector<facts::Name> stepsToBase(const Unit &In,
                                            const CXXRecordDecl &Owner,
                                            const FunctionDecl &Function) {
  QualType To = typeArgument(Owner, 0);
  if (To.isNull() || Function.getNumParams() == 0)
    return {};
  QualType From = Function.getParamDecl(0)->getType().getNonReferenceType();
  if (const CXXRecordDecl *Holder = From->getAsCXXRecordDecl())
    From = typeArgument(*Holder, 0);
  else
    From = From->getPointeeType();
  const CXXRecordDecl *Base = To->getAsCXXRecordDecl();
  const CXXRecordDecl *Derived =
      From.isNull() ? nullptr : From->getAsCXXRecordDecl();
  CXXBasePaths Paths;
  if (!Base || !Derived || !Base->hasDefinition() ||
      !Derived->hasDefinition() || !Derived->isDerivedFrom(Base, Paths))
    return {};
  std::vector<facts::Name> Steps;
  for (const CXXBasePathElement &Step : Paths.front())
    if (const CXXRecordDecl *Into = Step.Base->getType()->getAsCXXRecordDecl())
      if (facts::Name Field = In.baseField(*Into); !Field.empty())
        Steps.push_back(Field);
  return Steps;
}

/// True for `std::function<int()>` and its like, which hold a callable.
static bool holdsCallable(const CXXRecordDecl &Owner) {
  QualType Signature = typeArgument(Owner, 0);
  return !Signature.isNull() && Signature->isFunctionType();
}

/// What a function puts into its owner or ends there: the element of a
/// container, or the callable that it is given.
static QualType elementOf(const Unit &In, const CXXRecordDecl &Owner,
                          const FunctionDecl &Function) {
  if (!holdsCallable(Owner))
    return elementType(Owner);
  if (Function.getNumParams() != 1)
    return {};
  QualType Given = Function.getParamDecl(0)->getType().getNonReferenceType();
  const CXXRecordDecl *Class = Given->getAsCXXRecordDecl();
  // What std::bind returns is copied by its fields.
  return Class && !modelledClass(In, *Class) ? Given : QualType();
}

void shapeOwner(Unit &In, const FunctionDecl &Function, Shape &Result) {
  const CXXRecordDecl *Class = ownerOf(In, Function);
  if (!Class)
    return;
  if (isa<CXXMethodDecl>(Function))
    Result.Bases = stepsToBase(In, *Class, Function);
  shapeDeleter(In, *Class, Result);
  if (QualType Element = elementOf(In, *Class, Function); !Element.isNull())
    if (const CXXDestructorDecl *Destructor = In.destructorOf(Element))
      Result.Destroy = In.use(*Destructor);
  if (QualType Deleted = deletedType(*Class, Function); !Deleted.isNull())
    Result.Delete = deleteSymbol(deleteKey(In, Deleted));
}

void addDeletes(Unit &In, const FunctionDecl &Function,
                const facts::Function &Body) {
  const CXXRecordDecl *Class = ownerOf(In, Function);
  if (!Class)
    return;
  if (QualType Deleted = deletedType(*Class, Function); !Deleted.isNull())
    addDelete(In, Deleted, Body);
  if (QualType Pointee = typeArgument(*Class, 0); !Pointee.isNull())
    addDelete(In, Pointee, Body);
}

/// How an object of a class is built by a constructor (null when not known);
/// empty for what is no object that we follow.
static Building building(Unit &In, const CXXRecordDecl *Class,
                         const CXXConstructorDecl *By) {
  if (!Class || !Class->hasDefinition() || In.isInert(*Class))
    return {};
  Building Result;
  Result.Class = In.use(*Class);
  Result.IsCopy = By && By->isCopyOrMoveConstructor();
  if (!By || By->isTrivial())
    return Result;
  Result.Constructor = In.use(*By);
  for (const ParmVarDecl *Param : By->parameters())
    Result.ByReference.push_back(
        Param->getType()->isReferenceType() &&
        !Param->getType()->getPointeeType()->isFunctionType());
  return Result;
}

/// True for a function that may take out what its object or its argument holds:
/// `optional(optional &&)`, `value_or(U &&) &&`.
static bool movesElements(const FunctionDecl &Function) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  return (Method && Method->getRefQualifier() == RQ_RValue) ||
         (Function.getNumParams() == 1 &&
          Function.getParamDecl(0)->getType()->isRValueReferenceType());
}

void shapeBuildings(Unit &In, const FunctionDecl &Function, Shape &Result) {
  if (const CXXRecordDecl *Owner = ownerOf(In, Function))
    if (QualType Element = elementOf(In, *Owner, Function); !Element.isNull())
      if (const CXXRecordDecl *Class = Element->getAsCXXRecordDecl()) {
        const CXXConstructorDecl *By =
            Function.getNumParams() == 1
                ? constructorFrom(Function.getParamDecl(0)->getType(), *Class)
                : nullptr;
        Result.Element =
            building(In, Class, By ? By : constructorWithin(Function, *Class));
        QualType Again = movesElements(Function)
                             ? In.Context.getRValueReferenceType(Element)
                             : In.Context.getLValueReferenceType(Element);
        Result.Again = building(In, Class, constructorFrom(Again, *Class));
      }
  for (const ParmVarDecl *Param : Function.parameters()) {
    QualType Type = Param->getType();
    const CXXRecordDecl *Class =
        Type.getNonReferenceType()->getAsCXXRecordDecl();
    Result.Kept.push_back(
        building(In, Class, Class ? constructorFrom(Type, *Class) : nullptr));
  }
}

} // namespace cursor_tidy::extract
