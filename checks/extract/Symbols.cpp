//===- Symbols.cpp - names of declarations --------------------------------===//
#include "extract/Symbols.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Index/USRGeneration.h"

namespace cursor_tidy::extract {

using namespace clang;

std::string ownName(const NamedDecl &Declaration) {
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Declaration))
    return Constructor->getParent()->getNameAsString();
  if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(&Declaration))
    return "~" + Destructor->getParent()->getNameAsString();
  if (const auto *Template = dyn_cast<FunctionTemplateDecl>(&Declaration))
    return ownName(*Template->getTemplatedDecl());
  return Declaration.getNameAsString();
}

std::string qualifiedName(const NamedDecl &Declaration) {
  std::string Result = ownName(Declaration);
  for (const DeclContext *Scope = Declaration.getDeclContext(); Scope;
       Scope = Scope->getParent()) {
    if (const auto *Space = dyn_cast<NamespaceDecl>(Scope)) {
      if (Space->isInline() || Space->isAnonymousNamespace())
        continue;
      Result = Space->getNameAsString() + "::" + Result;
    } else if (const auto *Record = dyn_cast<RecordDecl>(Scope)) {
      // An unnamed C struct still has the name of its typedef.
      std::string Name = Record->getNameAsString();
      if (const auto *Typedef = Record->getTypedefNameForAnonDecl())
        Name = Typedef->getNameAsString();
      Result = Name + "::" + Result;
    }
  }
  return Result;
}

/// The lambda that a declaration is, or whose member it is.
static const CXXRecordDecl *lambdaOf(const NamedDecl &Declaration) {
  const auto *Record = dyn_cast<CXXRecordDecl>(&Declaration);
  if (!Record)
    Record = dyn_cast<CXXRecordDecl>(Declaration.getDeclContext());
  return Record && Record->isLambda() ? Record : nullptr;
}

/// The function or class around a declaration, null at file scope.
static const NamedDecl *around(const Decl &Declaration) {
  for (const DeclContext *Scope = Declaration.getDeclContext(); Scope;
       Scope = Scope->getParent())
    if (isa<FunctionDecl>(Scope) || isa<RecordDecl>(Scope))
      return cast<NamedDecl>(Scope);
  return nullptr;
}

static std::string usr(const Decl &Declaration) {
  llvm::SmallString<128> Buffer;
  if (index::generateUSRForDecl(&Declaration, Buffer))
    return {};
  return std::string(Buffer);
}

static bool isInMainFile(const Decl &Declaration) {
  const SourceManager &Sources = Declaration.getASTContext().getSourceManager();
  return Sources.isInMainFile(
      Sources.getExpansionLoc(Declaration.getLocation()));
}

std::string Symbols::make(const NamedDecl &Declaration) const {
  const NamedDecl *Outer = around(Declaration);
  // Clang gives two lambdas of one function the same USR.
  if (const CXXRecordDecl *Lambda = lambdaOf(Declaration)) {
    if (Lambda != &Declaration)
      return std::string(of(*Lambda).text()) + "@" + usr(Declaration);
    const SourceManager &Sources =
        Declaration.getASTContext().getSourceManager();
    std::string Scope =
        Outer ? std::string(of(*Outer).text()) : std::string(Unit.text());
    SourceLocation At = Sources.getExpansionLoc(Lambda->getLocation());
    return Scope + "@lambda@" + std::to_string(Sources.getFileOffset(At)) +
           "." + std::to_string(Lambda->getLambdaManglingNumber());
  }
  std::string Symbol = usr(Declaration);
  const DeclContext *Scope = Declaration.getDeclContext();
  if (Scope->isFunctionOrMethod() && Outer)
    return std::string(of(*Outer).text()) + "@" +
           (Symbol.empty() ? Declaration.getNameAsString() : Symbol);
  if (Outer && lambdaOf(*Outer))
    return std::string(of(*Outer).text()) + "@" + Symbol;
  if (Symbol.empty())
    Symbol = qualifiedName(Declaration);
  // A static function of a header is the same in every unit that includes it.
  if (!Declaration.hasExternalFormalLinkage() && isInMainFile(Declaration))
    Symbol += "@" + std::string(Unit.text());
  return Symbol;
}

facts::Name Symbols::of(const NamedDecl &Declaration) const {
  const Decl *Canonical = Declaration.getCanonicalDecl();
  if (auto At = Known.find(Canonical); At != Known.end())
    return At->second;
  std::string Made = make(Declaration);
  facts::Name Symbol(Made);
  // Instances of one template for two lambdas of one function share a USR.
  for (unsigned Number = 2; !Taken.insert(Symbol).second; ++Number)
    Symbol = facts::Name(Made + "~" + std::to_string(Number));
  Known[Canonical] = Symbol;
  return Symbol;
}

facts::Name Symbols::text(const NamedDecl &Declaration) const {
  const Decl *Canonical = Declaration.getCanonicalDecl();
  if (auto At = Texts.find(Canonical); At != Texts.end())
    return At->second;
  std::string Text;
  if (lambdaOf(Declaration)) {
    const NamedDecl *Outer = around(*lambdaOf(Declaration));
    Text = Outer ? "lambda in " + std::string(text(*Outer).text()) : "lambda";
  } else {
    Text = qualifiedName(Declaration);
  }
  return Texts[Canonical] = facts::Name(Text);
}

} // namespace cursor_tidy::extract
