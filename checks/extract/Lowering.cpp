//===- Lowering.cpp - one function body -> blocks of events ---------------===//
#include "extract/Lowering.h"

#include "clang/AST/DeclCXX.h"

namespace cursor_tidy::extract {

using namespace clang;
using facts::BlockId;

Lowering::Lowering(Unit &In, const FunctionDecl &Source)
    : In(In), Source(Source), Made(In.declare(Source)),
      ReturnsReference(Source.getReturnType()->isReferenceType()) {}

facts::Function Lowering::run() {
  Made.Body = facts::BodyKind::Defined;
  const Stmt *Body = Source.getBody();
  start(newBlock());
  ScopeEnds.push_back(SourceRange(Body->getEndLoc()));
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&Source);
      Method && Method->getParent()->isLambda()) {
    llvm::DenseMap<const ValueDecl *, FieldDecl *> Fields;
    Method->getParent()->getCaptureFields(Fields, ThisCapture);
    Captures = std::move(Fields);
  }
  parameters(Source.parameters());
  if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(&Source))
    noteClosings(*Destructor);
  if (Source.isMain())
    for (const VarDecl *Global : In.Startup)
      startGlobal(*Global);
  if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(&Source))
    pushMembers(*Destructor);
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&Source))
    initializers(*Constructor);
  statement(Body);
  complete(SourceRange(Body->getEndLoc()));
  return std::move(Made);
}

void Lowering::complete(SourceRange At) {
  runDown(nullptr, At);
  Stack = nullptr;
  finish(facts::Return{}, At);
  resolveGotos();
  dropHiddenClosings();
  std::vector<facts::Event> &Entry = Made.Blocks.front().Events;
  Entry.insert(Entry.begin(), AtEntry.begin(), AtEntry.end());
  tidyBlocks();
}

/// What runs before main is told at its start.
void Lowering::startGlobal(const VarDecl &Global) {
  Place At = globalPlace(In.use(Global));
  SourceRange Range = Global.getSourceRange();
  const Expr *Init = Global.getInit();
  if (!Init)
    return set(At, Value::number(0), Range);
  fullExpression(
      [&] {
        if (Global.getType()->isReferenceType())
          set(At, reference(Init), Range);
        else
          into(At, Init);
      },
      Range);
}

/// A constant table of functions holds the same wherever it is read.
void Lowering::constantTable(const VarDecl &Table) {
  const VarDecl *Definition = nullptr;
  const Expr *Init = Table.getAnyInitializer(Definition);
  QualType Type = In.Context.getBaseElementType(Table.getType());
  if (!Init || Init->isValueDependent() || !Type.isConstQualified() ||
      !Type->isRecordType() || !In.holdsHandle(Type) || In.destructorOf(Type) ||
      !isa<InitListExpr>(Init->IgnoreParens()) ||
      !Definition->hasConstantInitialization() ||
      !Tables.insert(Definition).second)
    return;
  BlockId Saved = Current, Scratch = newBlock();
  start(Scratch);
  into(globalPlace(In.use(Table)), Init);
  // Constants are written without a branch.
  std::vector<facts::Event> &Events = Made.Blocks[Scratch].Events;
  AtEntry.insert(AtEntry.end(), Events.begin(), Events.end());
  Events.clear();
  Current = Saved;
}

void Lowering::parameters(llvm::ArrayRef<ParmVarDecl *> Declared) {
  for (const ParmVarDecl *Param : Declared) {
    Place At = place(Place::Base::Param, Param->getFunctionScopeIndex());
    Variables[Param] = At;
    noteClosing(Param, At);
    // A class argument belongs to the callee, which may have moved from it.
    if (In.destructorOf(Param->getType()))
      pushVariable(At, Param->getType(), Param);
  }
}

} // namespace cursor_tidy::extract
