//===- CallOperators.cpp - what a call of an object runs ------------------===//
#include "extract/CallOperators.h"

#include "extract/Unit.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

namespace cursor_tidy::extract {

using namespace clang;

/// All that a class has, instances of templates among them.
static SmallVector<const CXXMethodDecl *>
callOperators(const CXXRecordDecl &Class) {
  SmallVector<const CXXMethodDecl *> Result;
  if (!Class.hasDefinition())
    return Result;
  auto Add = [&](const Decl *Found) {
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Found);
        Method && !isDependent(*Method))
      Result.push_back(Method);
  };
  const ASTContext &Context = Class.getASTContext();
  for (const NamedDecl *Found :
       Class.lookup(Context.DeclarationNames.getCXXOperatorName(OO_Call)))
    if (const auto *Template = dyn_cast<FunctionTemplateDecl>(Found))
      for (const FunctionDecl *Instance : Template->specializations())
        Add(Instance);
    else
      Add(Found);
  return Result;
}

/// True for overloads that differ in no more than `const`.
static bool takesTheSame(const CXXMethodDecl &A, const CXXMethodDecl &B) {
  return llvm::equal(A.parameters(), B.parameters(),
                     [&](const ParmVarDecl *Of, const ParmVarDecl *Other) {
                       return A.getASTContext().hasSameType(Of->getType(),
                                                            Other->getType());
                     });
}

const CXXMethodDecl *callOperator(const CXXRecordDecl &Class) {
  auto All = callOperators(Class);
  // Other templates than generic lambdas choose by more than their instances.
  if (!Class.isLambda())
    llvm::erase_if(All, [](const CXXMethodDecl *Method) {
      return Method->getPrimaryTemplate() != nullptr;
    });
  if (All.empty() || !llvm::all_of(All, [&](const CXXMethodDecl *Other) {
        return takesTheSame(*All.front(), *Other);
      }))
    return nullptr;
  return All.back();
}

const CXXMethodDecl *callOperatorFor(const CXXRecordDecl &Class,
                                     QualType Argument) {
  auto All = callOperators(Class);
  for (const CXXMethodDecl *Method : All)
    if (Method->getNumParams() > 0 && Method->getMinRequiredArguments() < 2)
      if (QualType Taken =
              Method->getParamDecl(0)->getType().getNonReferenceType();
          Class.getASTContext().hasSameUnqualifiedType(Taken, Argument))
        return Method;
  return All.size() == 1 ? All.front() : callOperator(Class);
}

} // namespace cursor_tidy::extract
