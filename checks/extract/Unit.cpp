//===- Unit.cpp - one translation unit on its way to a handle program -----===//
#include "extract/Unit.h"

#include "extract/Exceptions.h"
#include "extract/ModelBodies.h"
#include "extract/Namesakes.h"
#include "extract/System.h"
#include "model/Effects.h"

#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"

#include <algorithm>

namespace cursor_tidy::extract {

using namespace clang;

Unit::Unit(const ASTContext &Context, const model::Models &Models,
           const Settings &Chosen)
    : Context(Context), Models(Models), Chosen(Chosen),
      Locations(Context.getSourceManager(), Context.getLangOpts(), Chosen.Root),
      Symbols(Locations.mainFile()), Policy(Context.getPrintingPolicy()) {
  Policy.SuppressTagKeyword = true;
  Policy.AnonymousTagLocations = false;
}

bool isDependent(const FunctionDecl &Function) {
  return Function.isDependentContext() || Function.isTemplated();
}

bool isStandard(const Decl &Declaration) {
  // `__gnu_cxx` and its like too: names that are the implementation's.
  for (const DeclContext *Scope = Declaration.getDeclContext(); Scope;
       Scope = Scope->getParent())
    if (const auto *Space = dyn_cast<NamespaceDecl>(Scope))
      if (Space->getName().starts_with("__") || Space->isStdNamespace())
        return true;
  return false;
}

bool Unit::isSystem(SourceLocation Where) const {
  if (Where.isInvalid())
    return true;
  const SourceManager &Sources = Context.getSourceManager();
  Where = Sources.getExpansionLoc(Where);
  auto [At, Inserted] = System.try_emplace(Sources.getFileID(Where), false);
  if (Inserted)
    At->second = Sources.isInSystemHeader(Where) ||
                 isInstalled(Locations.file(Where).text());
  return At->second;
}

bool Unit::actsAtDistance(const FunctionDecl &Function) const {
  if (!Chosen.IsPartOfProgram)
    return false;
  auto [At, Inserted] = Acting.try_emplace(&Function, false);
  if (Inserted)
    if (const model::Function *Model = functionNamed(*this, Function))
      At->second = model::hasEffect(*Model);
  return At->second;
}

facts::Name Unit::use(const FunctionDecl &Function) {
  Functions.insert(Function.getCanonicalDecl());
  return Symbols.of(Function);
}

facts::Name Unit::use(const CXXRecordDecl &Class) {
  Classes.insert(Class.getCanonicalDecl());
  return Symbols.of(Class);
}

facts::Name Unit::use(const VarDecl &Global) {
  Globals.insert(Global.getCanonicalDecl());
  return Symbols.of(Global);
}

/// `session->create`: a function-pointer field of a handle, by which a driver
/// in C offers its methods.
static bool isMethodOfHandle(const Unit &In, const FieldDecl &Field) {
  facts::Name File = In.Locations.file(Field.getLocation());
  return Field.getType()->isFunctionPointerType() &&
         !In.handleOf(In.Context.getCanonicalTagType(Field.getParent()))
              .empty() &&
         In.Models.driverOfHeader(File.text());
}

facts::Name Unit::use(const FieldDecl &Field) {
  const RecordDecl *Record = Field.getParent();
  std::vector<std::string> Spellings{qualifiedName(*Record)};
  if (const auto *Typedef = Record->getTypedefNameForAnonDecl())
    Spellings.push_back(Typedef->getNameAsString());
  bool IsKnown = std::any_of(
      Spellings.begin(), Spellings.end(), [&](const std::string &Spelling) {
        return Models.field(Spelling, Field.getNameAsString()) != nullptr;
      });
  if (!IsKnown && !isMethodOfHandle(*this, Field))
    return {};
  Fields.insert(&Field);
  return Symbols.of(Field);
}

facts::Name Unit::useRead(QualType Object) {
  const model::Handle *Read = Models.handleOf(handleOf(Object));
  if (!Read || !Read->HasPublicFields || Object->isPointerType())
    return {};
  facts::Name Symbol("read " + std::string(Read->Kind.Key.text()));
  add(readFunction(Symbol, Read->Kind.Key));
  return Symbol;
}

facts::Function Unit::declare(const FunctionDecl &Declared) {
  const FunctionDecl *Definition = Declared.getDefinition();
  const FunctionDecl &Source = Definition ? *Definition : Declared;
  facts::Function Result;
  Result.Symbol = Symbols.of(Source);
  Result.Text = Symbols.text(Source);
  Result.IsNoReturn = Source.isNoReturn();
  Result.IsImplicit = Source.isImplicit();
  Result.MayThrow = mayThrowUnseen(Source, Context);
  Result.IsConstructor = isa<CXXConstructorDecl>(Source);
  Result.IsDestructor = isa<CXXDestructorDecl>(Source);
  Result.At = Locations.of(Source.getNameInfo().getSourceRange());
  Result.IsVisible =
      Source.isExternallyVisible() && Source.getAccess() != AS_private;
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&Source)) {
    Result.IsVirtual = Method->isVirtual();
    Result.IsStatic = Method->isStatic();
    Result.Class = use(*Method->getParent());
    if (Method->getParent()->isLambda())
      Result.IsVisible = false;
    for (const CXXMethodDecl *Overridden : Method->overridden_methods())
      Result.Overrides.push_back(Symbols.of(*Overridden));
  }
  for (const ParmVarDecl *Param : Source.parameters())
    Result.Params.push_back(
        variable(Param->getName(), Param->getType(), Param->getSourceRange()));
  Result.ResultHandle = handleOf(Source.getReturnType());
  return Result;
}

} // namespace cursor_tidy::extract
