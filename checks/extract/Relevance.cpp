//===- Relevance.cpp - which functions can touch a handle -----------------===//
#include "extract/Relevance.h"

#include "extract/Vocabulary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/AST/ExprCXX.h"

namespace cursor_tidy::extract {

using namespace clang;

namespace {

/// What one body mentions.
struct Mentions {
  bool Touches = false; ///< a handle's type or a driver's function
  bool Unseen = false;  ///< a function of the project that has no body here
  bool Acts = false;    ///< a thread, a lock, or the end of the process
  llvm::SetVector<const FunctionDecl *> Functions; ///< definitions
};

/// True for a handle, and for what the standard library makes to hold one or an
/// object with one: it is the library that makes and ends that.
bool isAboutHandle(const Unit &In, QualType Type, unsigned Depth = 4) {
  if (Type.isNull() || Type->isDependentType() || Depth == 0)
    return false;
  if (!In.handleOf(Type).empty())
    return true;
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Type.getNonReferenceType()->getAsCXXRecordDecl());
  if (!Class || !isStandard(*Class))
    return false;
  auto HasMember = [&](QualType Held) {
    const CXXRecordDecl *Of = Held->getAsCXXRecordDecl();
    return Of && Of->hasDefinition() && !isStandard(*Of) &&
           llvm::any_of(Of->fields(), [&](const FieldDecl *Field) {
             return isAboutHandle(In, Field->getType(), Depth - 1);
           });
  };
  llvm::ArrayRef<TemplateArgument> Given = Class->getTemplateArgs().asArray();
  return llvm::any_of(Given, [&](const TemplateArgument &Each) {
    return Each.getKind() == TemplateArgument::Type &&
           (HasMember(Each.getAsType()) ||
            isAboutHandle(In, Each.getAsType(), Depth - 1));
  });
}

/// Reads one body, not those of the lambdas in it: they are functions too.
class BodyReader : public ConstDynamicRecursiveASTVisitor {
public:
  BodyReader(const Unit &In, Mentions &Found) : In(In), Found(Found) {
    ShouldVisitImplicitCode = true;
  }

  bool VisitDeclRefExpr(const DeclRefExpr *E) override {
    return mention(E->getDecl());
  }
  bool VisitMemberExpr(const MemberExpr *E) override {
    return mention(E->getMemberDecl());
  }
  bool VisitCXXConstructExpr(const CXXConstructExpr *E) override {
    return mention(E->getConstructor()) && ends(E->getType());
  }
  bool VisitVarDecl(const VarDecl *V) override {
    return mention(V) && ends(V->getType());
  }
  bool VisitCXXDeleteExpr(const CXXDeleteExpr *E) override {
    return ends(E->getDestroyedType());
  }
  bool VisitCXXBindTemporaryExpr(const CXXBindTemporaryExpr *E) override {
    return ends(E->getType());
  }
  bool VisitCallExpr(const CallExpr *E) override {
    if (!In.handleOf(E->getType()).empty())
      Found.Touches = true;
    return true;
  }
  bool TraverseLambdaExpr(const LambdaExpr *E) override { return lambda(E); }

private:
  bool lambda(const LambdaExpr *E) {
    if (const FunctionDecl *Body = E->getCallOperator())
      Found.Functions.insert(Body);
    for (const Expr *Init : E->capture_inits())
      if (Init)
        TraverseStmt(Init);
    return true;
  }

  bool ends(QualType Type) {
    const CXXDestructorDecl *Destructor =
        Type.isNull() ? nullptr : In.destructorOf(Type);
    return !Destructor || mention(Destructor);
  }

  bool mention(const ValueDecl *D) {
    const auto *Function = dyn_cast<FunctionDecl>(D);
    if (!Function) {
      Found.Touches = Found.Touches || isAboutHandle(In, D->getType());
      // A table of functions: what it holds may be called.
      const auto *Table = dyn_cast<VarDecl>(D);
      if (Table && Table->hasGlobalStorage() &&
          Tables.insert(Table->getCanonicalDecl()).second)
        if (const Expr *Init = Table->getAnyInitializer())
          TraverseStmt(Init);
      return true;
    }
    if (const FunctionDecl *Definition = Function->getDefinition())
      Found.Functions.insert(Definition);
    else if (!In.isSystem(Function->getLocation()) && mayPass(*Function))
      Found.Unseen = true;
    if (driverOf(In, *Function))
      Found.Touches = true;
    Found.Acts = Found.Acts || In.actsAtDistance(*Function);
    return true;
  }

  /// A handle can go into or come out of such a function.
  bool mayPass(const FunctionDecl &Function) const {
    if (isa<CXXMethodDecl>(Function) || In.canReach(Function.getReturnType()))
      return true;
    for (const ParmVarDecl *Param : Function.parameters())
      if (In.canReach(Param->getType()))
        return true;
    return false;
  }

  const Unit &In;
  Mentions &Found;
  llvm::SmallPtrSet<const VarDecl *, 8> Tables; ///< that have been read
};

/// Collects the definitions of the user's functions.
class Collector : public ConstDynamicRecursiveASTVisitor {
public:
  explicit Collector(std::vector<const FunctionDecl *> &Found) : Found(Found) {
    ShouldVisitTemplateInstantiations = true;
    ShouldVisitImplicitCode = true;
  }
  bool VisitFunctionDecl(const FunctionDecl *Function) override {
    if (Function->doesThisDeclarationHaveABody() && !isDependent(*Function))
      Found.push_back(Function);
    return true;
  }

private:
  std::vector<const FunctionDecl *> &Found;
};

} // namespace

const model::Driver *driverOf(const Unit &In, const FunctionDecl &F) {
  facts::Name File = In.Locations.file(F.getLocation());
  return File.empty() ? nullptr : In.Models.driverOfHeader(File.text());
}

static Mentions mentionsOf(const Unit &In, const FunctionDecl &Definition) {
  Mentions Found;
  BodyReader Reader(In, Found);
  for (const ParmVarDecl *Param : Definition.parameters())
    if (!In.handleOf(Param->getType()).empty())
      Found.Touches = true;
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Definition))
    for (const CXXCtorInitializer *Init : Constructor->inits())
      Reader.TraverseStmt(Init->getInit());
  if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(&Definition)) {
    const CXXRecordDecl *Class = Destructor->getParent();
    auto Ends = [&](QualType Type) {
      if (const CXXDestructorDecl *Part = In.destructorOf(Type))
        if (const FunctionDecl *Defined = Part->getDefinition())
          Found.Functions.insert(Defined);
    };
    for (const FieldDecl *Field : Class->fields())
      Ends(Field->getType());
    for (const CXXBaseSpecifier &Base : Class->bases())
      Ends(Base.getType());
  }
  Reader.TraverseStmt(Definition.getBody());
  return Found;
}

bool touchesDriver(const Unit &In, const FunctionDecl &Definition) {
  return mentionsOf(In, Definition).Touches;
}

/// True when the unit has heard of a driver: one of its handle types has been
/// named. Nothing is traversed for this.
static bool canSeeDriver(const Unit &In) {
  for (const model::Driver &Driver : In.Models.drivers())
    for (const model::Handle &Handle : Driver.Handles) {
      // Without a type it is one that attributes of this unit speak of.
      if (Handle.Types.empty())
        return true;
      if (llvm::any_of(Handle.Types, [&](llvm::StringRef Type) {
            return knowsName(In.Context, Type);
          }))
        return true;
    }
  return false;
}

std::vector<const FunctionDecl *> relevantFunctions(const Unit &In) {
  if (!In.Chosen.IsPartOfProgram && !In.Chosen.ReadsAll && !canSeeDriver(In))
    return {};
  std::vector<const FunctionDecl *> All;
  Collector Collect(All);
  for (const Decl *D : In.Context.getTranslationUnitDecl()->decls())
    if (!In.isSystem(D->getLocation()))
      Collect.TraverseDecl(D);
  if (In.Chosen.ReadsAll)
    return All;
  llvm::DenseMap<const FunctionDecl *, std::vector<const FunctionDecl *>>
      Callers;
  llvm::SetVector<const FunctionDecl *> Relevant;
  llvm::DenseSet<const FunctionDecl *> Acting; ///< that other units may call
  for (const FunctionDecl *Function : All) {
    Mentions Found = mentionsOf(In, *Function);
    for (const FunctionDecl *Callee : Found.Functions)
      Callers[Callee].push_back(Function);
    if (Found.Touches || Found.Unseen)
      Relevant.insert(Function);
    else if (Found.Acts && Function->isExternallyVisible())
      Acting.insert(Function);
  }
  for (size_t I = 0; I < Relevant.size(); ++I)
    for (const FunctionDecl *Caller : Callers.lookup(Relevant[I]))
      Relevant.insert(Caller);
  std::vector<const FunctionDecl *> Result;
  llvm::DenseSet<const FunctionDecl *> Seen;
  for (const FunctionDecl *Function : All)
    if ((Relevant.contains(Function) || Acting.contains(Function)) &&
        Seen.insert(Function).second)
      Result.push_back(Function);
  return Result;
}

} // namespace cursor_tidy::extract
