//===- Modelled.cpp - functions that are not read from source -------------===//
#include "extract/Modelled.h"

#include "extract/Builders.h"
#include "extract/CallOperators.h"
#include "extract/ModelBodies.h"
#include "extract/ModelBodiesBound.h"
#include "extract/ModelBodiesSerial.h"
#include "extract/Namesakes.h"
#include "extract/Parameters.h"
#include "extract/Relevance.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/CXXInheritance.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/Support/ErrorHandling.h"

#include <algorithm>

namespace cursor_tidy::extract {

using namespace clang;

//--- the shape of a declaration ---------------------------------------------//

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

/// The hidden field in which an object of a type, or of what it points to,
/// keeps its handle or status; a class derived from one has it too.
static facts::Name heldBy(const Unit &In, QualType Type) {
  if (Type.isNull())
    return {};
  Type = Type.getNonReferenceType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  while (Class) {
    if (const model::Class *Known = modelledClass(In, *Class))
      return facts::Name(Known->Holds);
    if (!Class->hasDefinition() || Class->getNumBases() == 0)
      return {};
    Class = Class->bases_begin()->getType()->getAsCXXRecordDecl();
  }
  return {};
}

/// What objects of drivers' classes hold, among parameters, result and `this`.
static void shapeHeld(Unit &In, const FunctionDecl &Function, Shape &Result) {
  for (const ParmVarDecl *Param : Function.parameters())
    Result.Held.push_back(heldBy(In, Param->getType()));
  QualType Returned = Function.getReturnType();
  Result.ResultHeld = heldBy(In, Returned);
  Result.ReturnsAddress =
      Returned->isPointerType() || Returned->isReferenceType();
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  if (!Method || Method->isStatic())
    return;
  const CXXRecordDecl &Class = *Method->getParent();
  QualType This = In.Context.getCanonicalTagType(&Class);
  Result.ThisHandle = In.handleOf(This);
  Result.ThisHeld = heldBy(In, This);
  Result.IsConst = Method->isConst();
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(Method)) {
    Result.IsCopy = Constructor->isCopyConstructor();
    Result.IsMove = Constructor->isMoveConstructor();
  } else {
    Result.IsCopy = Method->isCopyAssignmentOperator();
    Result.IsMove = Method->isMoveAssignmentOperator();
  }
  if (!Result.ThisHeld.empty())
    if (const CXXDestructorDecl *Ends = In.destructorOf(This))
      Result.End = In.use(*Ends);
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

static void shapeOwner(Unit &In, const FunctionDecl &Function, Shape &Result) {
  const CXXRecordDecl *Class = ownerOf(In, Function);
  if (!Class)
    return;
  if (isa<CXXMethodDecl>(Function))
    Result.Bases = stepsToBase(In, *Class, Function);
  shapeDeleter(In, *Class, Result);
  if (QualType Element = elementType(*Class); !Element.isNull())
    if (const CXXDestructorDecl *Destructor = In.destructorOf(Element))
      Result.Destroy = In.use(*Destructor);
  if (QualType Deleted = deletedType(*Class, Function); !Deleted.isNull())
    Result.Delete = deleteSymbol(deleteKey(In, Deleted));
}

/// What a body turned out to need of its owner's template arguments.
static void addDeletes(Unit &In, const FunctionDecl &Function,
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

/// What the function builds of its arguments, and what it keeps of them. Only
/// asked when the model wants to know: both mention functions.
static void shapeBuildings(Unit &In, const FunctionDecl &Function,
                           Shape &Result) {
  if (const CXXRecordDecl *Owner = ownerOf(In, Function))
    if (QualType Element = elementType(*Owner); !Element.isNull())
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

/// True when a model's body binds a call.
static bool binds(const model::Body &Body) {
  return std::any_of(Body.begin(), Body.end(), [](const model::Statement &S) {
    return S.Text == "bind" || S.Text.starts_with("bind ");
  });
}

/// True when a model's body builds objects.
static bool builds(const model::Body &Body) {
  for (const model::Statement &S : Body) {
    if (S.Text.starts_with("construct ") || S.Text.starts_with("spawn "))
      return true;
    for (const model::Body &Branch : S.Branches)
      if (builds(Branch))
        return true;
  }
  return false;
}

static Shape shapeOf(Unit &In, const FunctionDecl &Function) {
  facts::Function Head = In.declare(Function);
  Shape Result{.Symbol = Head.Symbol,
               .Text = Head.Text,
               .Class = Head.Class,
               .Params = Head.Params,
               .Forms = {},
               .Placeholders = {},
               .IsOut = {},
               .Held = {},
               .ByAddress = {},
               .ResultHandle = Head.ResultHandle,
               .ResultHeld = {},
               .ThisHandle = {},
               .ThisHeld = {},
               .IsMethod = isa<CXXMethodDecl>(Function) && !Head.IsStatic,
               .IsConstructor = Head.IsConstructor,
               .IsDestructor = Head.IsDestructor,
               .IsVirtual = Head.IsVirtual,
               .Deleter = {},
               .Delete = {},
               .Destroy = {},
               .End = {},
               .Element = {},
               .Again = {},
               .Bases = {},
               .Kept = {},
               .Methods = {}};
  for (const ParmVarDecl *Param : Function.parameters()) {
    facts::Name Handle = In.handleByAddress(Param->getType());
    Result.ByAddress.push_back(Handle);
    // The number of a handle is no answer that the function leaves.
    Result.Forms.push_back(Handle.empty() ? formOf(Param->getType())
                                          : ParamForm::Plain);
    Result.IsOut.push_back(Handle.empty() && isOut(Param->getType()));
    Result.Placeholders.push_back(placeholderOf(Param->getType()));
  }
  shapeHeld(In, Function, Result);
  shapeOwner(In, Function, Result);
  return Result;
}

//--- who speaks of it -------------------------------------------------------//

static facts::Function bodyOf(const model::Function &Model, const Shape &Of) {
  llvm::Expected<facts::Function> Body = modelledFunction(Model, Of);
  if (Body)
    return std::move(*Body);
  // A model that does not fit the declaration says nothing about it. The tests
  // of the models see to it that none of ours does.
  llvm::consumeError(Body.takeError());
  facts::Function Unseen;
  Unseen.Symbol = Of.Symbol;
  Unseen.Text = Of.Text;
  Unseen.Class = Of.Class;
  Unseen.Params = Of.Params;
  Unseen.ResultHandle = Of.ResultHandle;
  return Unseen;
}

/// What a thread of the library itself runs: a function that only models know.
static void addEntries(Unit &In, const facts::Function &Body) {
  for (const facts::Block &Block : Body.Blocks)
    for (const facts::Event &Event : Block.Events) {
      const auto *Spawn = std::get_if<facts::Spawn>(&Event.What);
      if (!Spawn || Spawn->Entry.What != facts::Value::Kind::Function)
        continue;
      unsigned Count = static_cast<unsigned>(Spawn->Arguments.size());
      const model::Function *Model =
          In.Models.function(Spawn->Entry.Symbol.text(), Count);
      if (!Model)
        continue;
      Shape Of;
      Of.Symbol = Of.Text = Spawn->Entry.Symbol;
      Of.Params.resize(Count);
      for (facts::Variable &Param : Of.Params)
        Param.IsPointer = true;
      In.add(bodyOf(*Model, Of));
    }
}

/// The model of a function by its name, or of a driver's method by that of the
/// method that it overrides.
static const model::Function *modelOf(const Unit &In,
                                      const FunctionDecl &Function) {
  if (const model::Function *Model =
          functionNamed(In, Function, typeWords(Function)))
    return Model;
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  if (!Method || isa<CXXDestructorDecl>(Method) || !driverOf(In, Function))
    return nullptr;
  for (const CXXMethodDecl *Overridden : Method->overridden_methods())
    if (const model::Function *Model = modelOf(In, *Overridden))
      return Model;
  return nullptr;
}

bool isReadFromSource(const Unit &In, const FunctionDecl &Function) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  return In.Models.isReadFromSource(Method ? qualifiedName(*Method->getParent())
                                           : qualifiedName(Function));
}

std::optional<facts::Function> modelled(Unit &In,
                                        const FunctionDecl &Function) {
  if (const model::Function *Model = modelOf(In, Function)) {
    Shape Of = shapeOf(In, Function);
    if (builds(Model->Does))
      shapeBuildings(In, Function, Of);
    shapeMethods(In, Function, Model->Does, Of);
    facts::Function Result = bodyOf(*Model, Of);
    Result.IsNoReturn |= Function.isNoReturn();
    addDeletes(In, Function, Result);
    addEntries(In, Result);
    for (facts::Function &Runner : serialRunners(Result))
      In.add(std::move(Runner));
    if (binds(Model->Does)) {
      In.add(boundClassOf(Of));
      In.add(boundCall(Of));
    }
    return Result;
  }
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&Function))
    if (const model::Class *Class = modelledClass(In, *Method->getParent());
        Class && Class->Rest != model::Otherwise::Source)
      return classDefault(*Class, shapeOf(In, Function));
  if (isReadFromSource(In, Function))
    return std::nullopt;
  const FunctionDecl *Definition = Function.getDefinition();
  if (const model::Driver *Driver = driverOf(In, Function);
      Driver && !Definition)
    return driverDefault(*Driver, shapeOf(In, Function));
  facts::Name File = In.Locations.file(Function.getLocation());
  if (!File.empty() && In.isSystem(Function.getLocation()) &&
      In.Models.isBorrowerHeader(File.text()))
    return borrowerDefault(shapeOf(In, Function));
  return std::nullopt;
}

std::optional<facts::Function> modelled(Unit &In, const FieldDecl &Field) {
  const RecordDecl *Record = Field.getParent();
  std::string Spelling = qualifiedName(*Record);
  const model::Function *Model =
      In.Models.field(Spelling, Field.getNameAsString());
  if (const auto *Typedef = Record->getTypedefNameForAnonDecl();
      !Model && Typedef)
    Model =
        In.Models.field(Typedef->getNameAsString(), Field.getNameAsString());
  const model::Driver *Driver =
      In.Models.driverOfHeader(In.Locations.file(Field.getLocation()).text());
  if (!Model && !Driver)
    return std::nullopt;
  Shape Result;
  Result.Symbol = In.Symbols.of(Field);
  Result.Text = facts::Name(Spelling + "::" + Field.getNameAsString());
  QualType Type = Field.getType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  if (const auto *Prototype = Type->getAs<FunctionProtoType>()) {
    for (QualType Param : Prototype->param_types()) {
      Result.Params.push_back(In.variable("", Param, {}));
      Result.Forms.push_back(formOf(Param));
    }
    Result.ResultHandle = In.handleOf(Prototype->getReturnType());
  }
  return Model ? bodyOf(*Model, Result) : driverDefault(*Driver, Result);
}

} // namespace cursor_tidy::extract
