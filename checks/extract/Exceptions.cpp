//===- Exceptions.cpp - what may throw ------------------------------------===//
#include "extract/Exceptions.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

namespace cursor_tidy {

using namespace clang;

bool extract::isNoThrow(const FunctionDecl *Callee, const ASTContext &Context) {
  if (!Context.getLangOpts().CXXExceptions)
    return true;
  const auto *Type =
      Callee ? Callee->getType()->getAs<FunctionProtoType>() : nullptr;
  if (!Type)
    return false;
  if (isUnresolvedExceptionSpec(Type->getExceptionSpecType()))
    return isa<CXXDestructorDecl>(Callee);
  return Type->isNothrow();
}

/// Of what the project defines the body says it; C has no exceptions.
bool extract::mayThrowUnseen(const FunctionDecl &Source,
                             const ASTContext &Context) {
  return !Source.isExternC() && !isNoThrow(&Source, Context) &&
         (!Source.isThisDeclarationADefinition() ||
          Context.getSourceManager().isInSystemHeader(Source.getLocation()));
}

} // namespace cursor_tidy
