//===- Declared.cpp - what the sources themselves say of handles ----------===//
//
// Most units declare nothing, which the lack of the words tells at once.
// What is found is written as the JSON of a model: the keys and their meaning
// are those of a driver's file, and there is no second reader for them.
//
//===----------------------------------------------------------------------===//
#include "extract/Declared.h"

#include "extract/DeclaredDeallocators.h"
#include "extract/DeclaredLocks.h"
#include "extract/DeclaredWords.h"
#include "extract/Unit.h"
#include "extract/Vocabulary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <map>

namespace cursor_tidy::extract {

using namespace clang;
using llvm::StringRef;
using llvm::json::Array;
using llvm::json::Object;

namespace {

constexpr StringRef Prefix = "cursor_tidy::";
constexpr int Unjudged = 3; ///< the level of a handle that declares none

/// A driver in the making.
struct Made {
  std::string DeclaredBy;
  std::vector<std::string> Headers;
  int Level = Unjudged;
  std::map<std::string, Object> Handles; ///< by name
  std::vector<Object> Classes, Functions;
};

class DeclaredReader {
public:
  explicit DeclaredReader(const ASTContext &Context) : Context(Context) {}

  void readTypes(const DeclContext &Scope);
  void readFunctions(const DeclContext &Scope);
  std::vector<std::string> models();

private:
  void type(const TagDecl &Type);
  void methods(const CXXRecordDecl &Class);
  void function(const FunctionDecl &Function);
  Object signature(const FunctionDecl &Function, StringRef Name) const;
  const std::string *handleOf(QualType Type) const;
  Object opens(const FunctionDecl &Function, const std::string &Handle,
               StringRef At) const;
  bool byAnnotation(const FunctionDecl &Function, Object &Into) const;
  bool byHandleAttribute(const FunctionDecl &Function);
  bool byOwnership(const FunctionDecl &Function);
  void tagged(const FunctionDecl &Function, StringRef Tag, StringRef Key,
              Object Does);

  const ASTContext &Context;
  std::map<std::string, Made> Drivers;
  /// Of each annotated type the driver and the handle.
  std::map<const Decl *, std::pair<std::string, std::string>> Types;
};

/// The value of an annotation: `connection`, or what stands behind `level=`.
std::optional<StringRef> annotation(const Decl &Of, StringRef Key) {
  for (const Decl *Each : Of.redecls())
    for (const auto *Note : Each->specific_attrs<AnnotateAttr>()) {
      StringRef Text = Note->getAnnotation();
      if (Text.consume_front(Prefix) && Text.consume_front(Key) &&
          (Text.empty() || Text.consume_front("=")))
        return Text;
    }
  return std::nullopt;
}

std::string parameter(size_t Index) { return "p" + std::to_string(Index); }

StringRef roleOf(const Decl &Type) {
  for (StringRef Role : {"environment", "connection", "cursor"})
    if (annotation(Type, Role))
      return Role;
  return "";
}

/// Whether threads may share a handle of this role at a level.
StringRef sharingOf(StringRef Role, int Level) {
  int Least = Role == "environment" ? 1 : Role == "connection" ? 2 : 3;
  return Level >= Least ? "shared" : "serial";
}

void DeclaredReader::type(const TagDecl &Type) {
  StringRef Role = roleOf(Type);
  if (Role.empty() || Types.contains(Type.getCanonicalDecl()))
    return;
  std::string Name = qualifiedName(Type);
  StringRef Outer = StringRef(Name).rsplit("::").first;
  std::string Driver = annotation(Type, "driver").value_or(Outer).str();
  int Level = Unjudged;
  if (auto Text = annotation(Type, "level");
      Text && Text->getAsInteger(10, Level))
    Level = Unjudged;
  Level = std::clamp(Level, 0, Unjudged);
  Made &To = Drivers[Driver];
  To.DeclaredBy = "the annotation of " + Name;
  To.Level = std::min(To.Level, Level);
  To.Handles[Name] = Object{{"handle", Name},
                            {"spellings", Array{Name}},
                            {"role", Role},
                            {"sharing", sharingOf(Role, Level)},
                            {"level", Level},
                            {"closer", annotation(Type, "closer").value_or("")},
                            {"source", "its annotation"}};
  StringRef File = Context.getSourceManager().getFilename(
      Context.getSourceManager().getExpansionLoc(Type.getLocation()));
  To.Headers.push_back(("/" + llvm::sys::path::filename(File)).str());
  Types[Type.getCanonicalDecl()] = {Driver, Name};
}

/// The handle that a type is, or points or refers to.
const std::string *DeclaredReader::handleOf(QualType Type) const {
  while (Type->isPointerType() || Type->isReferenceType())
    Type = Type->getPointeeType();
  const TagDecl *Tag = Type->getAsTagDecl();
  auto Found = Tag ? Types.find(Tag->getCanonicalDecl()) : Types.end();
  return Found == Types.end() ? nullptr : &Found->second.second;
}

Object DeclaredReader::signature(const FunctionDecl &Function,
                                 StringRef Name) const {
  return Object{{"name", Name.str()},
                {"params", int64_t(Function.getNumParams())},
                {"accesses", "*"},
                {"source", "its declaration"}};
}

/// An open at a place, from the handles among the other arguments.
Object DeclaredReader::opens(const FunctionDecl &Function,
                             const std::string &Handle, StringRef At) const {
  Object Open{{"handle", Handle}, {"at", At.str()}, {"onFailure", "null"}};
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  if (Method && At != "this" &&
      Types.contains(Method->getParent()->getCanonicalDecl()))
    Open["from"] = "this";
  for (size_t I = 0; I != Function.getNumParams(); ++I)
    if (const std::string *Other =
            handleOf(Function.getParamDecl(I)->getType());
        Other && *Other != Handle)
      Open["from"] = parameter(I);
  return Open;
}

/// `cursor_tidy::opens` and `cursor_tidy::closes` on a function: the result or
/// a `T **` is opened, the object of the method or the first handle closed.
bool DeclaredReader::byAnnotation(const FunctionDecl &Function,
                                  Object &Into) const {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Function);
  const std::string *Own = nullptr;
  if (Method)
    if (auto Found = Types.find(Method->getParent()->getCanonicalDecl());
        Found != Types.end())
      Own = &Found->second.second;
  if (annotation(Function, "closes")) {
    if (Own) {
      Into["closes"] = Object{{"handle", *Own}, {"at", "this"}};
      Into["does"] = Array{"this.*.closed = 1"};
      return true;
    }
    for (size_t I = 0; I != Function.getNumParams(); ++I)
      if (const std::string *Handle =
              handleOf(Function.getParamDecl(I)->getType())) {
        Into["closes"] = Object{{"handle", *Handle}, {"at", parameter(I)}};
        Into.erase("accesses");
        return true;
      }
  }
  if (!annotation(Function, "opens"))
    return false;
  if (const std::string *Handle = handleOf(Function.getReturnType())) {
    Into["opens"] = opens(Function, *Handle, "result");
    return true;
  }
  for (size_t I = 0; I != Function.getNumParams(); ++I) {
    QualType Type = Function.getParamDecl(I)->getType();
    if (!Type->isPointerType() || !Type->getPointeeType()->isPointerType())
      continue;
    if (const std::string *Handle = handleOf(Type)) {
      Into["opens"] = opens(Function, *Handle, parameter(I) + ".*");
      if (Function.getReturnType()->isIntegerType())
        Into["result"] = "status";
      return true;
    }
  }
  return false;
}

/// A class is its handle: constructors open it, unless they copy or move, and
/// the destructor closes it, unless a method has.
void DeclaredReader::methods(const CXXRecordDecl &Class) {
  auto Found = Types.find(Class.getCanonicalDecl());
  const CXXRecordDecl *Defined = Class.getDefinition();
  if (Found == Types.end() || Defined != &Class)
    return;
  const auto &[Driver, Handle] = Found->second;
  Array Methods;
  for (const CXXMethodDecl *Method : Defined->methods()) {
    if (isDependent(*Method) || Method->isImplicit())
      continue;
    const auto *Constructor = dyn_cast<CXXConstructorDecl>(Method);
    if (Constructor) {
      if (Constructor->isCopyOrMoveConstructor() ||
          (Constructor->isDefaultConstructor() &&
           !annotation(*Constructor, "opens")))
        continue;
      Object Entry = signature(*Method, "constructor");
      Entry["opens"] = opens(*Method, Handle, "this");
      Entry["does"] = Array{"this.*.closed = 0"};
      Methods.push_back(std::move(Entry));
      continue;
    }
    if (isa<CXXDestructorDecl>(Method)) {
      Methods.push_back(
          Object{{"name", "destructor"},
                 {"does", Array{Object{{"if", "this.*.closed == 0"},
                                       {"then", Array{"close ~this"}}}}}});
      continue;
    }
    Object Entry = signature(*Method, Method->getNameAsString());
    if (byAnnotation(*Method, Entry))
      Methods.push_back(std::move(Entry));
  }
  Drivers[Driver].Classes.push_back(Object{{"name", Handle},
                                           {"holds", "handle"},
                                           {"source", "its declaration"},
                                           {"methods", std::move(Methods)}});
}

/// A function that an attribute speaks of belongs to the driver of its tag.
void DeclaredReader::tagged(const FunctionDecl &Function, StringRef Tag,
                            StringRef Key, Object Does) {
  Made &To = Drivers[Tag.str()];
  To.DeclaredBy = "attributes of its functions";
  To.Handles.try_emplace(Tag.str(), Object{{"handle", Tag},
                                           {"role", "connection"},
                                           {"sharing", "shared"},
                                           {"source", "an attribute"}});
  Object Entry = signature(Function, qualifiedName(Function));
  Entry.erase("accesses");
  if (!Does.empty()) {
    Does["handle"] = Tag;
    Entry[Key] = std::move(Does);
  }
  To.Functions.push_back(std::move(Entry));
}

bool DeclaredReader::byHandleAttribute(const FunctionDecl &Function) {
  if (const auto *Returns = Function.getAttr<AcquireHandleAttr>()) {
    tagged(Function, Returns->getHandleType(), "opens",
           Object{{"at", "result"}, {"onFailure", "null"}});
    return true;
  }
  for (size_t I = 0; I != Function.getNumParams(); ++I) {
    const ParmVarDecl &Param = *Function.getParamDecl(I);
    if (const auto *Out = Param.getAttr<AcquireHandleAttr>())
      tagged(Function, Out->getHandleType(), "opens",
             Object{{"at", parameter(I) + ".*"}, {"onFailure", "null"}});
    else if (const auto *In = Param.getAttr<ReleaseHandleAttr>())
      tagged(Function, In->getHandleType(), "closes",
             Object{{"at", parameter(I)}});
    else if (const auto *Uses = Param.getAttr<UseHandleAttr>()) {
      tagged(Function, Uses->getHandleType(), "accesses", {});
      Drivers[Uses->getHandleType().str()].Functions.back()["accesses"] =
          (Uses->getHandleType() + " " + parameter(I)).str();
    } else
      continue;
    return true;
  }
  return false;
}

bool DeclaredReader::byOwnership(const FunctionDecl &Function) {
  bool Found = false;
  for (const auto *Owns : Function.specific_attrs<OwnershipAttr>()) {
    StringRef Tag = Owns->getModule()->getName();
    // The C library's memory is no handle.
    if (Tag == "malloc")
      continue;
    Found = true;
    if (Owns->isReturns()) {
      tagged(Function, Tag, "opens",
             Object{{"at", "result"}, {"onFailure", "null"}});
      continue;
    }
    for (const ParamIdx &Index : Owns->args()) {
      std::string At = parameter(Index.getASTIndex());
      if (Owns->isTakes()) {
        tagged(Function, Tag, "closes", Object{{"at", At}});
      } else {
        tagged(Function, Tag, "keeps", {});
        Drivers[Tag.str()].Functions.back()["keeps"] = Array{At};
      }
    }
  }
  return Found;
}

void DeclaredReader::function(const FunctionDecl &Function) {
  if (isDependent(Function) || byHandleAttribute(Function) ||
      byOwnership(Function))
    return;
  Object Entry = signature(Function, qualifiedName(Function));
  if (!byAnnotation(Function, Entry))
    return;
  for (const auto &[Type, Names] : Types)
    for (StringRef Key : {"opens", "closes"})
      if (const Object *Does = Entry.getObject(Key);
          Does && Does->getString("handle") == StringRef(Names.second)) {
        Drivers[Names.first].Functions.push_back(std::move(Entry));
        return;
      }
}

void DeclaredReader::readTypes(const DeclContext &Scope) {
  for (const Decl *D : Scope.decls()) {
    if (const auto *Type = dyn_cast<TagDecl>(D))
      type(*Type);
    if (isa<NamespaceDecl, LinkageSpecDecl, CXXRecordDecl>(D))
      readTypes(*cast<DeclContext>(D));
  }
}

void DeclaredReader::readFunctions(const DeclContext &Scope) {
  for (const Decl *D : Scope.decls()) {
    if (const auto *Class = dyn_cast<CXXRecordDecl>(D))
      methods(*Class);
    else if (const auto *Function = dyn_cast<FunctionDecl>(D);
             Function && Function->isFirstDecl())
      function(*Function);
    if (isa<NamespaceDecl, LinkageSpecDecl, CXXRecordDecl>(D))
      readFunctions(*cast<DeclContext>(D));
  }
}

std::vector<std::string> DeclaredReader::models() {
  std::vector<std::string> Texts;
  for (auto &[Name, Driver] : Drivers) {
    Array Handles, Classes, Functions;
    for (auto &[Handle, Entry] : Driver.Handles)
      Handles.push_back(std::move(Entry));
    for (Object &Entry : Driver.Classes)
      Classes.push_back(std::move(Entry));
    for (Object &Entry : Driver.Functions)
      Functions.push_back(std::move(Entry));
    std::string Text;
    llvm::raw_string_ostream(Text)
        << llvm::json::Value(Object{{"driver", Name},
                                    {"title", Name},
                                    {"level", Driver.Level},
                                    {"declaredBy", Driver.DeclaredBy},
                                    {"headers", Array(Driver.Headers)},
                                    {"handles", std::move(Handles)},
                                    {"classes", std::move(Classes)},
                                    {"functions", std::move(Functions)}});
    Texts.push_back(std::move(Text));
  }
  return Texts;
}

/// The variable of that name in the namespace of a qualified type, or null.
const VarDecl *constantBeside(const ASTContext &Context, StringRef Type,
                              const IdentifierInfo &Name) {
  const DeclContext *Scope = Context.getTranslationUnitDecl();
  auto [First, Rest] = Type.split("::");
  for (; !Rest.empty(); std::tie(First, Rest) = Rest.split("::")) {
    if (!knowsWord(Context, First))
      return nullptr;
    const DeclContext *Next = nullptr;
    for (const NamedDecl *Found : Scope->lookup(&Context.Idents.get(First)))
      if (const auto *Space = dyn_cast<NamespaceDecl>(Found))
        Next = Space;
    if (!Next)
      return nullptr;
    Scope = Next;
  }
  if (Scope->isTranslationUnit())
    return nullptr;
  for (const NamedDecl *Found : Scope->lookup(&Name))
    if (const auto *Constant = dyn_cast<VarDecl>(Found))
      return Constant;
  return nullptr;
}

} // namespace

/// The models and those of further texts, if there are any.
static std::optional<model::Models>
withTexts(const model::Models &Models, const std::vector<std::string> &Texts) {
  if (Texts.empty())
    return std::nullopt;
  llvm::Expected<model::Models> Result = Models.with(Texts);
  if (Result)
    return std::move(*Result);
  // A declaration that makes no sense as a model says nothing.
  llvm::consumeError(Result.takeError());
  return std::nullopt;
}

std::optional<model::Models> withDeclared(const ASTContext &Context,
                                          const model::Models &Models) {
  std::vector<std::string> Texts;
  if (mayDeclare(Context)) {
    DeclaredReader Reader(Context);
    Reader.readTypes(*Context.getTranslationUnitDecl());
    Reader.readFunctions(*Context.getTranslationUnitDecl());
    Texts = Reader.models();
  }
  if (std::optional<std::string> Locks = declaredLocks(Context))
    Texts.push_back(std::move(*Locks));
  std::optional<model::Models> Result = withTexts(Models, Texts);
  // What annotations have made a handle is one for its deallocators too.
  const model::Models &Known = Result ? *Result : Models;
  if (auto More = withTexts(Known, declaredDeallocators(Context, Known)))
    return More;
  return Result;
}

std::vector<facts::LevelDeclaration> levelConstants(const Unit &In) {
  std::vector<facts::LevelDeclaration> Result;
  constexpr StringRef Name = "threadsafety";
  if (!knowsWord(In.Context, Name))
    return Result;
  for (const model::Driver &Driver : In.Models.drivers()) {
    const VarDecl *Found = nullptr;
    for (const model::Handle &Handle : Driver.Handles)
      for (const std::string &Type : Handle.Types)
        if (!Found)
          Found = constantBeside(In.Context, Type, In.Context.Idents.get(Name));
    if (!Found || !Found->getInit() || Found->getInit()->isValueDependent())
      continue;
    std::optional<llvm::APSInt> Value =
        Found->getInit()->getIntegerConstantExpr(In.Context);
    if (!Value || *Value < 0 || *Value > 3)
      continue;
    facts::Declared Is;
    Is.Level = static_cast<int8_t>(Value->getExtValue());
    Is.By = facts::Name(qualifiedName(*Found));
    Result.push_back({facts::Name(Driver.Name), Is,
                      In.Locations.of(SourceRange(Found->getLocation()))});
  }
  return Result;
}

} // namespace cursor_tidy::extract
