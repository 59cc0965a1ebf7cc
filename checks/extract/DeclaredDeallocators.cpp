//===- DeclaredDeallocators.cpp - gcc's attribute malloc(dealloc, n) ------===//
//
// Memory is no handle: a pointer counts whose structure the deallocator takes
// by its own name, not as `void *`. Only functions at namespace scope are
// looked at: the attribute has no word that tells beforehand whether a unit has
// it, and looking costs nothing there.
//
//===----------------------------------------------------------------------===//
#include "extract/DeclaredDeallocators.h"

#include "extract/Symbols.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <map>
#include <set>

namespace cursor_tidy::extract {

using namespace clang;
using llvm::StringRef;
using llvm::json::Array;
using llvm::json::Object;

namespace {

class DeallocatorReader {
public:
  explicit DeallocatorReader(const model::Models &Models) : Models(Models) {}

  void read(const DeclContext &Scope);
  std::vector<std::string> models();

private:
  void function(const FunctionDecl &Opens, const RestrictAttr &Says);
  std::string keyOf(const RecordDecl &Type, const FunctionDecl &Closes);
  void add(const FunctionDecl &Function, StringRef Key, Array Steps);

  const model::Models &Models;
  std::map<std::string, Object> Made; ///< handles of this unit's own, by name
  std::set<std::string> Named;
  Array Functions;
};

} // namespace

static const RecordDecl *pointee(QualType Type) {
  return Type->isPointerType() ? Type->getPointeeType()->getAsRecordDecl()
                               : nullptr;
}

/// The handle that a structure is; made up when the models have none.
std::string DeallocatorReader::keyOf(const RecordDecl &Type,
                                     const FunctionDecl &Closes) {
  std::string Name = qualifiedName(Type);
  if (const model::Handle *Known = Models.handle(Name))
    return std::string(Known->Kind.Key.text());
  Made.try_emplace(Name, Object{{"handle", Name},
                                {"role", "connection"},
                                {"sharing", "shared"},
                                {"closer", qualifiedName(Closes)},
                                {"source", "an attribute"}});
  return Name + "/" + Name;
}

/// Each function once; one that a model names stays what the model says.
void DeallocatorReader::add(const FunctionDecl &Function, StringRef Key,
                            Array Steps) {
  std::string Name = qualifiedName(Function);
  if (!Models.function(Name, Function.getNumParams()) &&
      Named.insert(Name).second)
    Functions.push_back(Object{{"name", Name},
                               {"params", int64_t(Function.getNumParams())},
                               {Key, std::move(Steps)},
                               {"source", "its attribute malloc"}});
}

/// One that is defined in this unit is read: it says itself what it does.
void DeallocatorReader::function(const FunctionDecl &Opens,
                                 const RestrictAttr &Says) {
  const auto *Use = dyn_cast_or_null<DeclRefExpr>(Says.getDeallocator());
  const auto *Closes = Use ? dyn_cast<FunctionDecl>(Use->getDecl()) : nullptr;
  const RecordDecl *Type = pointee(Opens.getReturnType());
  if (!Closes || !Type || Opens.getDefinition())
    return;
  unsigned Index = Says.getDeallocatorPtrArgIndex().getASTIndex();
  const RecordDecl *Takes =
      Index < Closes->getNumParams()
          ? pointee(Closes->getParamDecl(Index)->getType())
          : nullptr;
  // One that returns such a pointer too, like realloc, may not close it.
  if (!Takes || !declaresSameEntity(Takes, Type) ||
      pointee(Closes->getReturnType()))
    return;
  std::string Key = keyOf(*Type, *Closes), From;
  for (unsigned I = 0; I != Opens.getNumParams(); ++I)
    if (const RecordDecl *Parent = pointee(Opens.getParamDecl(I)->getType());
        Parent && Models.handle(qualifiedName(*Parent)))
      From += (From.empty() ? " from p" : ", p") + std::to_string(I);
  add(Opens, "cases",
      Array{Array{"accesses",
                  "result = allocate \"" + qualifiedName(*Type) + "\"",
                  "open \"" + Key + "\" result" + From},
            Array{"accesses", "result = 0"}});
  if (!Closes->getDefinition())
    add(*Closes, "does", Array{"close p" + std::to_string(Index)});
}

void DeallocatorReader::read(const DeclContext &Scope) {
  for (const Decl *D : Scope.decls()) {
    if (isa<NamespaceDecl, LinkageSpecDecl>(D))
      read(*cast<DeclContext>(D));
    else if (const auto *Function = dyn_cast<FunctionDecl>(D);
             Function && Function->hasAttrs())
      for (const auto *Says : Function->specific_attrs<RestrictAttr>())
        function(*Function, *Says);
  }
}

std::vector<std::string> DeallocatorReader::models() {
  std::vector<std::string> Texts;
  auto Add = [&](Object Model) {
    llvm::raw_string_ostream(Texts.emplace_back())
        << llvm::json::Value(std::move(Model));
  };
  for (auto &[Name, Handle] : Made)
    Add(Object{{"driver", Name},
               {"title", Name},
               {"level", 3},
               {"declaredBy", "attributes of its functions"},
               {"handles", Array{std::move(Handle)}}});
  if (!Functions.empty())
    Add(Object{{"library", "deallocators"},
               {"functions", std::move(Functions)}});
  return Texts;
}

std::vector<std::string> declaredDeallocators(const ASTContext &Context,
                                              const model::Models &Models) {
  DeallocatorReader Reader(Models);
  Reader.read(*Context.getTranslationUnitDecl());
  return Reader.models();
}

} // namespace cursor_tidy::extract
