//===- Classes.cpp - classes, globals and kinds of a handle program -------===//
#include "extract/Classes.h"

#include "extract/CallOperators.h"
#include "extract/Lowering.h"
#include "extract/Relevance.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"

#include <map>

namespace cursor_tidy::extract {

using namespace clang;

/// Adds the fields of a class, those of unnamed structs in it too.
static void addFields(Unit &In, const RecordDecl &Class, facts::Class &To) {
  for (const FieldDecl *Field : Class.fields()) {
    if (Field->isAnonymousStructOrUnion()) {
      addFields(In, *Field->getType()->castAsRecordDecl(), To);
      continue;
    }
    facts::Name Name = In.fieldName(*Field);
    if (!Name.empty())
      To.Fields.push_back({In.variable(Name.text(), Field->getType(),
                                       Field->getSourceRange())});
  }
}

/// An object with methods begins as its constructors say, also where nobody is
/// seen to call them.
static void useConstructors(Unit &In, const CXXRecordDecl &Class,
                            facts::Class &To) {
  if (Class.isUnion() || Class.isLambda() || Class.isDependentContext() ||
      !In.holdsHandle(In.Context.getCanonicalTagType(&Class)))
    return;
  const CXXMethodDecl *Written = nullptr;
  for (const CXXMethodDecl *Each : Class.methods())
    if (!Each->isImplicit() && !Each->isStatic() && !isDependent(*Each))
      Written = Each;
  if (!Written)
    return;
  bool HasOwn = Class.hasUserDeclaredConstructor();
  for (const CXXConstructorDecl *Each : Class.ctors()) {
    HasOwn |= Each->doesThisDeclarationHaveABody();
    if (Each->isUserProvided() && !isDependent(*Each) && !Each->isDeleted() &&
        !Each->isCopyOrMoveConstructor())
      In.use(*Each);
  }
  if (HasOwn)
    return;
  facts::Function Made = Lowering::defaultConstructor(In, *Written);
  To.Methods.push_back(Made.Symbol);
  In.add(std::move(Made));
}

facts::Class describe(Unit &In, const CXXRecordDecl &Declared) {
  const CXXRecordDecl *Definition = Declared.getDefinition();
  const CXXRecordDecl &Class = Definition ? *Definition : Declared;
  facts::Class Result;
  Result.Symbol = In.Symbols.of(Class);
  Result.Text = In.Symbols.text(Class);
  Result.At = In.Locations.of(SourceRange(Class.getLocation()));
  if (!Definition)
    return Result;
  if (const CXXDestructorDecl *Destructor =
          In.destructorOf(In.Context.getCanonicalTagType(&Class)))
    Result.Destructor = In.use(*Destructor);
  Result.IsClosure = Class.isLambda();
  if (const CXXMethodDecl *Call = callOperator(Class))
    Result.CallOperator = In.use(*Call);
  if (In.isSystem(Class.getLocation()))
    return Result;
  for (const CXXBaseSpecifier &Base : Class.bases())
    if (const CXXRecordDecl *Of = Base.getType()->getAsCXXRecordDecl())
      Result.Bases.push_back(In.use(*Of));
  addFields(In, Class, Result);
  for (const CXXMethodDecl *Method : Class.methods())
    if (!isDependent(*Method))
      Result.Methods.push_back(In.Symbols.of(*Method));
  useConstructors(In, Class, Result);
  return Result;
}

namespace {

bool isZero(const APValue &Value) {
  switch (Value.getKind()) {
  case APValue::None:
  case APValue::Indeterminate:
    return true;
  case APValue::Int:
    return Value.getInt().isZero();
  case APValue::Float:
    return Value.getFloat().isPosZero();
  case APValue::LValue:
    return Value.isNullPointer();
  case APValue::MemberPointer:
    return !Value.getMemberPointerDecl();
  case APValue::Struct:
    for (unsigned I = 0; I < Value.getStructNumBases(); ++I)
      if (!isZero(Value.getStructBase(I)))
        return false;
    for (unsigned I = 0; I < Value.getStructNumFields(); ++I)
      if (!isZero(Value.getStructField(I)))
        return false;
    return true;
  case APValue::Array:
    for (unsigned I = 0; I < Value.getArrayInitializedElts(); ++I)
      if (!isZero(Value.getArrayInitializedElt(I)))
        return false;
    return !Value.hasArrayFiller() || isZero(Value.getArrayFiller());
  default:
    return false;
  }
}

/// True for a variable that is defined here and that nothing but zeros is in
/// when the program starts, without any code that runs for it.
bool startsAsZero(const VarDecl &Global) {
  const VarDecl *Definition = Global.getDefinition();
  // `PGconn *session;` in C is one, if no other declaration is.
  for (const VarDecl *Each : Global.redecls())
    if (!Definition && Each->isThisDeclarationADefinition())
      Definition = Each;
  if (!Definition || Definition->getType()->isReferenceType())
    return false;
  const Expr *Init = Definition->getInit();
  if (!Init)
    return true;
  if (Init->isValueDependent() || !Definition->hasConstantInitialization())
    return false;
  const APValue *Value = Definition->evaluateValue();
  return Value && isZero(*Value);
}

} // namespace

facts::Global describe(Unit &In, const VarDecl &Global) {
  facts::Global Result;
  Result.Symbol = In.Symbols.of(Global);
  Result.Is = In.variable(Global.getName(), Global.getType(),
                          SourceRange(Global.getLocation()));
  Result.Is.IsThreadLocal = Global.getTLSKind() != VarDecl::TLS_None;
  Result.IsZero = startsAsZero(Global);
  if (const CXXDestructorDecl *Destructor = In.destructorOf(Global.getType()))
    Result.Destructor = In.use(*Destructor);
  return Result;
}

//--- kinds ------------------------------------------------------------------//

namespace {

/// Gathers the keys of handle kinds that a program mentions.
class KindReader {
public:
  explicit KindReader(const model::Models &Models) : Models(Models) {}

  void add(facts::Name Key) {
    if (const model::Handle *Found =
            Key.empty() ? nullptr : Models.handleOf(Key))
      Kinds.emplace(Key, Found->Kind);
  }
  void add(const facts::Variable &V) { add(V.Handle); }
  void add(const facts::Function &Function) {
    add(Function.ResultHandle);
    for (const facts::Variable &Param : Function.Params)
      add(Param);
    for (const facts::Variable &Local : Function.Locals)
      add(Local);
    for (const facts::Block &Block : Function.Blocks)
      for (const facts::Event &Event : Block.Events)
        std::visit([&](const auto &What) { addKindOf(What); }, Event.What);
  }

  std::map<facts::Name, facts::HandleKind> Kinds;

private:
  template <typename Action> void addKindOf(const Action &What) {
    if constexpr (requires { facts::Name(What.Kind); })
      add(What.Kind);
  }

  const model::Models &Models;
};

} // namespace

std::vector<facts::HandleKind> kindsOf(const facts::Program &Program,
                                       const model::Models &Models) {
  KindReader Reader(Models);
  for (const facts::Function &Function : Program.Functions)
    Reader.add(Function);
  for (const facts::Global &Global : Program.Globals)
    Reader.add(Global.Is);
  for (const facts::Class &Class : Program.Classes)
    for (const facts::Class::Field &Field : Class.Fields)
      Reader.add(Field.Is);
  std::vector<facts::HandleKind> Result;
  for (auto &[Key, Kind] : Reader.Kinds)
    Result.push_back(Kind);
  return Result;
}

} // namespace cursor_tidy::extract
