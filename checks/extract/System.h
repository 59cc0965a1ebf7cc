//===- System.h - what is known of code that nobody in the project writes -===//
#ifndef CURSOR_TIDY_EXTRACT_SYSTEM_H
#define CURSOR_TIDY_EXTRACT_SYSTEM_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/StringRef.h"

namespace cursor_tidy::extract {

/// True for a header in a folder where libraries are installed. Clang counts
/// one that is found by `-I/usr/include/qt5`, as pkg-config says it, as the
/// project's own.
inline bool isInstalled(llvm::StringRef Path) {
  for (llvm::StringRef Folder :
       {"/usr/include/", "/usr/lib/", "/usr/local/include/"})
    if (Path.starts_with(Folder))
      return true;
  return false;
}

/// True when no exception comes out of a call.
inline bool isNoThrow(const clang::FunctionDecl *Callee,
                      const clang::ASTContext &Context) {
  if (!Context.getLangOpts().CXXExceptions)
    return true;
  const auto *Type =
      Callee ? Callee->getType()->getAs<clang::FunctionProtoType>() : nullptr;
  if (!Type)
    return false;
  if (clang::isUnresolvedExceptionSpec(Type->getExceptionSpecType()))
    return clang::isa<clang::CXXDestructorDecl>(Callee);
  return Type->isNothrow();
}

} // namespace cursor_tidy::extract

#endif
