//===- Modelled.cpp - functions that are not read from source -------------===//
#include "extract/Modelled.h"

#include "extract/ModelBodies.h"
#include "extract/ModelBodiesBound.h"
#include "extract/ModelBodiesSerial.h"
#include "extract/Namesakes.h"
#include "extract/Owners.h"
#include "extract/Parameters.h"
#include "extract/Relevance.h"

#include "clang/AST/ASTContext.h"
#include "llvm/Support/ErrorHandling.h"

#include <algorithm>

namespace cursor_tidy::extract {

using namespace clang;

//--- the shape of a declaration ---------------------------------------------//

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
