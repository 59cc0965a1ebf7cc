//===- Builders.cpp - which constructor a library function runs -----------===//
#include "extract/Builders.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace cursor_tidy::extract {

using namespace clang;

namespace {

/// Bodies that are searched at most, for one call.
constexpr unsigned MaxBodies = 64;

/// Searches bodies in the order in which they run for a `new` of a class.
class BuilderReader : public ConstDynamicRecursiveASTVisitor {
public:
  BuilderReader(const CXXRecordDecl &Class, unsigned Given)
      : Class(Class), Given(Given) {}

  const CXXConstructorDecl *Found = nullptr;

  void read(const FunctionDecl &Function) {
    const FunctionDecl *Definition = Function.getDefinition();
    if (!Definition || !Definition->hasBody() || Bodies.size() >= MaxBodies ||
        !Bodies.insert(Definition).second)
      return;
    if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(Definition))
      for (const CXXCtorInitializer *Init : Constructor->inits())
        if (!Found)
          TraverseStmt(Init->getInit());
    if (!Found)
      TraverseStmt(Definition->getBody());
  }

  bool VisitCXXNewExpr(const CXXNewExpr *E) override {
    const auto *Built =
        dyn_cast_or_null<CXXConstructExpr>(E->getConstructExpr());
    if (!Built || !isOfClass(*Built->getConstructor()))
      return true;
    unsigned Written = 0;
    for (const Expr *Argument : Built->arguments())
      Written += !isa<CXXDefaultArgExpr>(Argument);
    if (Written == Given)
      Found = Built->getConstructor();
    return !Found;
  }
  bool VisitCallExpr(const CallExpr *E) override {
    if (const FunctionDecl *Callee = E->getDirectCallee())
      read(*Callee);
    return !Found;
  }
  bool VisitCXXConstructExpr(const CXXConstructExpr *E) override {
    if (!isOfClass(*E->getConstructor()))
      read(*E->getConstructor());
    return !Found;
  }

private:
  bool isOfClass(const CXXConstructorDecl &Constructor) const {
    return Constructor.getParent()->getCanonicalDecl() ==
           Class.getCanonicalDecl();
  }

  const CXXRecordDecl &Class;
  const unsigned Given;
  llvm::SmallPtrSet<const FunctionDecl *, 32> Bodies;
};

} // namespace

const CXXConstructorDecl *constructorWithin(const FunctionDecl &Builder,
                                            const CXXRecordDecl &Class) {
  BuilderReader Reader(Class, Builder.getNumParams());
  Reader.read(Builder);
  return Reader.Found;
}

const CXXConstructorDecl *constructorFrom(QualType Source,
                                          const CXXRecordDecl &Class) {
  const CXXRecordDecl *Of = Source.getNonReferenceType()->getAsCXXRecordDecl();
  if (!Of || !Class.hasDefinition() ||
      Of->getCanonicalDecl() != Class.getCanonicalDecl())
    return nullptr;
  bool Moves = !Source->isLValueReferenceType();
  const CXXConstructorDecl *Copy = nullptr;
  for (const CXXConstructorDecl *Each : Class.getDefinition()->ctors()) {
    if (Each->isDeleted())
      continue;
    if (Moves && Each->isMoveConstructor())
      return Each;
    if (Each->isCopyConstructor())
      Copy = Each;
  }
  return Copy;
}

} // namespace cursor_tidy::extract
