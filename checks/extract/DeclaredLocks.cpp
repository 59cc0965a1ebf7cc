//===- DeclaredLocks.cpp - locks that Clang's attributes speak of ---------===//
//
// Only locks that are named plainly: the object itself, one of its fields, a
// parameter, a global is left to its own functions.
//
//===----------------------------------------------------------------------===//
#include "extract/DeclaredLocks.h"

#include "extract/Symbols.h"
#include "extract/Vocabulary.h"
#include "facts/Text.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace cursor_tidy::extract {

using namespace clang;
using llvm::StringRef;
using llvm::json::Array;
using llvm::json::Object;

/// The address of the lock that an attribute names, in the text of the handle
/// program: `this`, `&this.*.mutex`, `p0`; empty when it is something else.
static std::string lockOf(const Expr *Named) {
  Named = Named->IgnoreParenImpCasts();
  if (const auto *Operator = dyn_cast<UnaryOperator>(Named))
    if (Operator->getOpcode() == UO_AddrOf || Operator->getOpcode() == UO_Deref)
      return lockOf(Operator->getSubExpr());
  if (isa<CXXThisExpr>(Named))
    return "this";
  if (const auto *Member = dyn_cast<MemberExpr>(Named)) {
    const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
    if (!Field || !isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts()))
      return {};
    bool IsAddress = Field->getType()->isPointerType() ||
                     Field->getType()->isReferenceType();
    return (IsAddress ? "this.*." : "&this.*.") + Field->getNameAsString();
  }
  const auto *Use = dyn_cast<DeclRefExpr>(Named);
  const auto *Param = Use ? dyn_cast<ParmVarDecl>(Use->getDecl()) : nullptr;
  if (!Param || !(Param->getType()->isPointerType() ||
                  Param->getType()->isReferenceType()))
    return {};
  return "p" + std::to_string(Param->getFunctionScopeIndex());
}

/// What an attribute names; without a name the object whose method it is.
template <typename Attribute>
static std::vector<std::string> locksOf(const Attribute &Of,
                                        const FunctionDecl &Function) {
  std::vector<std::string> Result;
  for (const Expr *Named : Of.args())
    if (std::string Lock = lockOf(Named); !Lock.empty())
      Result.push_back(std::move(Lock));
  if (Of.args_size() == 0 && isa<CXXMethodDecl>(Function))
    Result.push_back("this");
  return Result;
}

namespace {

/// Gathers functions of the unit that take or leave locks.
class LockReader {
public:
  void read(const DeclContext &Scope);
  std::optional<std::string> model();

private:
  void function(const FunctionDecl &Function);
  void scoped(const CXXRecordDecl &Class);
  void add(const FunctionDecl &Function, StringRef Key, Array Steps);

  Array Functions;
};

} // namespace

void LockReader::add(const FunctionDecl &Function, StringRef Key, Array Steps) {
  Functions.push_back(Object{{"name", qualifiedName(Function)},
                             {"params", int64_t(Function.getNumParams())},
                             {Key, std::move(Steps)},
                             {"source", "an attribute of -Wthread-safety"}});
}

/// An object that holds a lock for as long as it lives.
void LockReader::scoped(const CXXRecordDecl &Class) {
  for (const CXXConstructorDecl *Constructor : Class.ctors())
    if (const auto *Takes = Constructor->getAttr<AcquireCapabilityAttr>())
      if (auto Locks = locksOf(*Takes, *Constructor); Locks.size() == 1)
        add(*Constructor, "does",
            Array{"this.*.\"<lock>\" = " + Locks[0],
                  (Takes->isShared() ? "lock shared " : "lock ") + Locks[0],
                  "this.*.\"<held>\" = 1"});
  for (const CXXMethodDecl *Method : Class.methods()) {
    Array Leaves{Object{
        {"if", "this.*.\"<held>\""},
        {"then", Array{"unlock this.*.\"<lock>\"", "this.*.\"<held>\" = 0"}}}};
    if (Method->hasAttr<ReleaseCapabilityAttr>())
      add(*Method, "does", std::move(Leaves));
    else if (const auto *Again = Method->getAttr<AcquireCapabilityAttr>();
             Again && !isa<CXXConstructorDecl>(Method))
      add(*Method, "does",
          Array{"lock this.*.\"<lock>\"", "this.*.\"<held>\" = 1"});
  }
}

void LockReader::function(const FunctionDecl &Function) {
  Array Steps;
  if (const auto *Takes = Function.getAttr<AcquireCapabilityAttr>())
    for (const std::string &Lock : locksOf(*Takes, Function))
      Steps.push_back((Takes->isShared() ? "lock shared " : "lock ") + Lock);
  if (const auto *Leaves = Function.getAttr<ReleaseCapabilityAttr>())
    for (const std::string &Lock : locksOf(*Leaves, Function))
      Steps.push_back("unlock " + Lock);
  if (!Steps.empty())
    return add(Function, "does", std::move(Steps));
  const auto *Tries = Function.getAttr<TryAcquireCapabilityAttr>();
  std::vector<std::string> Locks;
  if (Tries)
    Locks = locksOf(*Tries, Function);
  if (Locks.size() != 1)
    return;
  bool Worked = false;
  if (!Tries->getSuccessValue()->isValueDependent())
    Tries->getSuccessValue()->EvaluateAsBooleanCondition(
        Worked, Function.getASTContext());
  Array Held{(Tries->isShared() ? "lock shared " : "lock ") + Locks[0],
             std::string("result = ") + (Worked ? "?nonzero" : "0")};
  Array Failed{std::string("result = ") + (Worked ? "0" : "?nonzero")};
  add(Function, "cases", Array{std::move(Held), std::move(Failed)});
}

void LockReader::read(const DeclContext &Scope) {
  for (const Decl *D : Scope.decls()) {
    const auto *Class = dyn_cast<CXXRecordDecl>(D);
    if (Class && Class->isThisDeclarationADefinition() &&
        Class->hasAttr<ScopedLockableAttr>())
      scoped(*Class);
    else if (isa<NamespaceDecl, LinkageSpecDecl, CXXRecordDecl>(D))
      read(*cast<DeclContext>(D));
    else if (const auto *Function = dyn_cast<FunctionDecl>(D))
      if (!Function->isDependentContext() && Function->isFirstDecl())
        function(*Function);
  }
}

std::optional<std::string> LockReader::model() {
  if (Functions.empty())
    return std::nullopt;
  std::string Text;
  llvm::raw_string_ostream(Text) << llvm::json::Value(
      Object{{"library", "capabilities"}, {"functions", std::move(Functions)}});
  return Text;
}

std::optional<std::string> declaredLocks(const ASTContext &Context) {
  constexpr StringRef Words[] = {
      "acquire_capability", "acquire_shared_capability",
      "exclusive_lock_function", "shared_lock_function", "scoped_lockable"};
  if (llvm::none_of(Words,
                    [&](StringRef Word) { return knowsWord(Context, Word); }))
    return std::nullopt;
  LockReader Reader;
  Reader.read(*Context.getTranslationUnitDecl());
  return Reader.model();
}

void holdRequired(facts::Function &Body, const FunctionDecl &Function) {
  if (Body.Blocks.empty())
    return;
  std::vector<facts::Event> Held;
  for (const Decl *Each : Function.redecls())
    for (const auto *Wants : Each->specific_attrs<RequiresCapabilityAttr>())
      for (const std::string &Lock : locksOf(*Wants, Function))
        if (auto What = facts::parseAction(
                (Wants->isShared() ? "lock shared " : "lock ") + Lock))
          Held.push_back({.What = std::move(*What), .At = {}});
        else
          llvm::consumeError(What.takeError());
  std::vector<facts::Event> &First = Body.Blocks.front().Events;
  First.insert(First.begin(), Held.begin(), Held.end());
}

} // namespace cursor_tidy::extract
