//===- Namesakes.cpp - what a name means: a library's or the program's own ===//
#include "extract/Namesakes.h"

#include "clang/AST/ASTContext.h"

#include <algorithm>

namespace cursor_tidy::extract {

using namespace clang;

/// True for what stands in a file of the program: one that is neither installed
/// nor a header of the library.
static bool isPrograms(const Unit &In, SourceLocation At,
                       std::string_view Library) {
  return !In.isSystem(At) &&
         !In.Models.isHeaderOf(Library, In.Locations.file(At).text());
}

/// True when the program defines a type. What it only declares may be the
/// library's: `struct sqlite3;`.
static bool isOwn(const Unit &In, const TagDecl &Type,
                  std::string_view Library) {
  const TagDecl *Definition = Type.getDefinition();
  return Definition && isPrograms(In, Definition->getLocation(), Library);
}

/// A typedef of a structure is as much the program's as the structure is; of
/// anything else there is nothing but the typedef.
static bool isOwn(const Unit &In, const TypedefNameDecl &Type,
                  std::string_view Library) {
  if (const TagDecl *Tag = Type.getUnderlyingType()->getAsTagDecl())
    return isOwn(In, *Tag, Library);
  return std::all_of(Type.redecls_begin(), Type.redecls_end(),
                     [&](const TypedefNameDecl *Declared) {
                       return isPrograms(In, Declared->getLocation(), Library);
                     });
}

/// True for a type that names a structure which is no handle of the library.
static bool isOtherStructure(const Unit &In, QualType Type,
                             std::string_view Library) {
  const model::Handle *Handle = In.Models.handleOf(In.handleOf(Type));
  if (Handle && Handle->Kind.Driver.text() == Library)
    return false;
  Type = Type.getNonReferenceType();
  while (Type->isPointerType())
    Type = Type->getPointeeType();
  return Type->isRecordType();
}

/// True for a function of the program that only has a name in common with one
/// of the library. One that it declares and does not define here may be the
/// library's, unless it speaks of other structures.
static bool isOwn(const Unit &In, const FunctionDecl &Function,
                  std::string_view Library) {
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&Function))
    return isOwn(In, *Method->getParent(), Library);
  if (const FunctionDecl *Definition = Function.getDefinition())
    return isPrograms(In, Definition->getLocation(), Library);
  for (const FunctionDecl *Declared : Function.redecls())
    if (!isPrograms(In, Declared->getLocation(), Library))
      return false;
  return isOtherStructure(In, Function.getReturnType(), Library) ||
         std::any_of(Function.param_begin(), Function.param_end(),
                     [&](const ParmVarDecl *Param) {
                       return isOtherStructure(In, Param->getType(), Library);
                     });
}

/// The driver or the library that a model belongs to.
template <typename Model> static std::string_view ownerOf(const Model &Of) {
  return Of.Driver.empty() ? Of.Library : Of.Driver;
}

const model::Handle *handleNamed(const Unit &In, const NamedDecl &Type) {
  const model::Handle *Found = In.Models.handle(qualifiedName(Type));
  if (!Found)
    return nullptr;
  std::string_view Driver = Found->Kind.Driver.text();
  const auto *Tag = dyn_cast<TagDecl>(&Type);
  bool Own = Tag ? isOwn(In, *Tag, Driver)
                 : isOwn(In, cast<TypedefNameDecl>(Type), Driver);
  return Own ? nullptr : Found;
}

const model::Class *modelledClass(const Unit &In, const CXXRecordDecl &Class) {
  const model::Class *Found = In.Models.modelledClass(qualifiedName(Class));
  return Found && isOwn(In, Class, ownerOf(*Found)) ? nullptr : Found;
}

const model::Function *functionNamed(const Unit &In,
                                     const FunctionDecl &Function,
                                     std::span<const std::string> Types) {
  const model::Function *Found = In.Models.function(
      qualifiedName(Function), Function.getNumParams(), Types);
  return Found && isOwn(In, Function, ownerOf(*Found)) ? nullptr : Found;
}

} // namespace cursor_tidy::extract
