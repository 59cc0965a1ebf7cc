//===- Statements.cpp - statements and declarations -----------------------===//
#include "extract/Lowering.h"

#include "clang/AST/ASTContext.h"

namespace cursor_tidy::extract {

using namespace clang;
using facts::BlockId;

void Lowering::statement(const Stmt *S) {
  if (!S)
    return;
  if (const auto *E = dyn_cast<Expr>(S))
    return fullExpression([&] { ignored(E); }, E->getSourceRange());
  switch (S->getStmtClass()) {
  case Stmt::CompoundStmtClass:
    return compound(cast<CompoundStmt>(S));
  case Stmt::DeclStmtClass:
    return declaration(cast<DeclStmt>(S));
  case Stmt::IfStmtClass:
    return ifStatement(cast<IfStmt>(S));
  case Stmt::WhileStmtClass:
    return whileStatement(cast<WhileStmt>(S));
  case Stmt::DoStmtClass:
    return doStatement(cast<DoStmt>(S));
  case Stmt::ForStmtClass:
    return forStatement(cast<ForStmt>(S));
  case Stmt::CXXForRangeStmtClass:
    return rangeFor(cast<CXXForRangeStmt>(S));
  case Stmt::SwitchStmtClass:
    return switchStatement(cast<SwitchStmt>(S));
  case Stmt::CaseStmtClass:
  case Stmt::DefaultStmtClass:
    return switchCase(cast<SwitchCase>(S));
  case Stmt::ReturnStmtClass:
    return returnStatement(S, cast<ReturnStmt>(S)->getRetValue());
  case Stmt::CoreturnStmtClass:
    return returnStatement(S, cast<CoreturnStmt>(S)->getOperand());
  case Stmt::CXXTryStmtClass:
    return tryStatement(cast<CXXTryStmt>(S));
  case Stmt::BreakStmtClass:
  case Stmt::ContinueStmtClass:
  case Stmt::GotoStmtClass:
  case Stmt::IndirectGotoStmtClass:
    return jumpOut(S);
  case Stmt::LabelStmtClass:
    return label(cast<LabelStmt>(S));
  case Stmt::AttributedStmtClass:
    return statement(cast<AttributedStmt>(S)->getSubStmt());
  case Stmt::CoroutineBodyStmtClass:
    return statement(cast<CoroutineBodyStmt>(S)->getBody());
  case Stmt::CapturedStmtClass:
    return statement(cast<CapturedStmt>(S)->getCapturedStmt());
  default:
    break;
  }
  if (const auto *Directive = dyn_cast<OMPExecutableDirective>(S))
    return directive(Directive);
  // An assembler statement and the like: its parts run, in some order.
  for (const Stmt *Part : S->children())
    statement(Part);
}

void Lowering::fullExpression(llvm::function_ref<void()> Body, SourceRange At) {
  const Cleanup *Saved = Stack;
  unsigned SavedDepth = std::exchange(Conditional, 0);
  Body();
  Conditional = SavedDepth;
  runDown(Saved, At);
  Stack = Saved;
  // A temporary bound to a reference lives as long as the reference.
  for (Cleanup &Node : std::exchange(Extended, {}))
    push(std::move(Node));
}

void Lowering::compound(const CompoundStmt *S) {
  const Cleanup *Saved = Stack;
  ScopeEnds.push_back(SourceRange(S->getRBracLoc()));
  const size_t Closable = Made.Closings.size();
  const bool IsBody = S == Source.getBody();
  if (IsBody && Made.IsDestructor)
    spotAtStart(S);
  for (const Stmt *Part : S->body()) {
    Listed = Part;
    statement(Part);
  }
  if (IsBody || Made.Closings.size() > Closable)
    spotAtEnd(S);
  runDown(Saved, ScopeEnds.back());
  Stack = Saved;
  ScopeEnds.pop_back();
}

void Lowering::declaration(const DeclStmt *S) {
  for (const Decl *D : S->decls()) {
    if (const auto *V = dyn_cast<VarDecl>(D))
      variable(V);
    if (const auto *Parts = dyn_cast<DecompositionDecl>(D))
      for (const BindingDecl *Binding : Parts->bindings()) {
        if (const VarDecl *Holder = Binding->getHoldingVar())
          variable(Holder);
        else
          nameBinding(*Binding);
      }
  }
}

/// A part that is no variable of its own gets a reference that has its name, by
/// which what it holds is known.
void Lowering::nameBinding(const BindingDecl &Part) {
  QualType Type = Part.getType();
  if (!Part.getBinding() || !In.canReach(Type))
    return;
  Place Named = place(Place::Base::Local, Made.Locals.size());
  Made.Locals.push_back(In.variable(Part.getName(),
                                    In.Context.getLValueReferenceType(Type),
                                    Part.getSourceRange()));
  set(Named, Value::address(lvalue(Part.getBinding())), Part.getSourceRange());
}

void Lowering::variable(const VarDecl *V) {
  if (V->hasExternalStorage())
    return;
  if (V->isStaticLocal())
    return staticVariable(V);
  Place At = variablePlace(V, /*IsCapture=*/false, V->getSourceRange());
  SourceRange Range = V->getSourceRange();
  QualType Type = V->getType();
  if (const Expr *Init = V->getInit())
    fullExpression(
        [&] {
          if (Type->isReferenceType())
            set(At, reference(Init), Range);
          else
            into(At, Init);
        },
        Range);
  else if (const CXXRecordDecl *Class = In.classOf(Type))
    make(At, *Class, Range);
  noteClosing(V, At);
  pushVariable(At, Type, V);
}

/// A local static is initialised once; a hidden flag says whether it has been.
/// Who finds it done comes after the initialisation.
void Lowering::staticVariable(const VarDecl *V) {
  facts::Name Symbol = In.use(*V);
  Place At = globalPlace(Symbol);
  const Expr *Init = V->getInit();
  if (!Init || V->hasConstantInitialization())
    return;
  Place Done = globalPlace(facts::Name(std::string(Symbol.text()) + "@once"));
  In.Flags.push_back({.Symbol = Done.Symbol, .IsZero = true});
  BlockId First = newBlock(), Later = newBlock(), After = newBlock();
  finish(facts::Branch{Value::load(Done), Later, First, {}},
         V->getSourceRange());
  start(Later);
  emit(facts::Await{addressOf(Done)}, V->getSourceRange());
  jump(After);
  start(First);
  fullExpression(
      [&] {
        if (V->getType()->isReferenceType())
          set(At, reference(Init), V->getSourceRange());
        else
          into(At, Init);
      },
      V->getSourceRange());
  set(Done, Value::number(1), V->getSourceRange());
  emit(facts::Signal{addressOf(Done)}, V->getSourceRange());
  jump(After);
  start(After);
}

void Lowering::ifStatement(const IfStmt *S) {
  const Cleanup *Saved = Stack;
  ScopeEnds.push_back(SourceRange(S->getEndLoc()));
  if (S->getInit())
    statement(S->getInit());
  if (const DeclStmt *Variable = S->getConditionVariableDeclStmt())
    declaration(Variable);
  if (S->isConstexpr() || S->isConsteval()) {
    // Only one arm is compiled; the other is not there.
    const Stmt *Taken = nullptr;
    if (S->isConsteval())
      Taken = S->isNonNegatedConsteval() ? S->getElse() : S->getThen();
    else if (auto Arm = S->getNondiscardedCase(In.Context))
      Taken = *Arm;
    statement(Taken);
  } else {
    BlockId Then = newBlock(), Else = newBlock(), After = newBlock();
    fullCondition(S->getCond(), Then, Else);
    start(Then);
    statement(S->getThen());
    jump(After);
    start(Else);
    statement(S->getElse());
    jump(After);
    start(After);
  }
  runDown(Saved, ScopeEnds.back());
  Stack = Saved;
  ScopeEnds.pop_back();
}

void Lowering::returnStatement(const Stmt *S, const Expr *Result) {
  Place To = place(Place::Base::Result);
  const auto *Return = dyn_cast<ReturnStmt>(S);
  const VarDecl *Elided = Return ? Return->getNRVOCandidate() : nullptr;
  bool IsElided =
      Elided && Elided->isNRVOVariable() && Variables.lookup(Elided) == To;
  if (Result && !IsElided)
    fullExpression(
        [&] {
          if (ReturnsReference)
            set(To, reference(Result), Result->getSourceRange());
          else if (Result->getType()->isVoidType() || !Return)
            ignored(Result);
          else
            into(To, Result);
        },
        Result->getSourceRange());
  spotBefore(S);
  const Cleanup *Saved = Stack;
  for (const Cleanup *Node = Stack; Node; Node = Node->Below) {
    Stack = Node->Below;
    // The object that is returned in place goes on living.
    bool IsResult = IsElided && Node->Object == To;
    if (!IsResult && !Node->OnlyUnwinding)
      run(*Node, S->getSourceRange());
  }
  Stack = Saved;
  finish(facts::Return{}, S->getSourceRange());
}

void Lowering::tryStatement(const CXXTryStmt *S) {
  BlockId After = newBlock();
  Cleanup Node{.What = Cleanup::Kind::Try};
  Node.Try = S;
  for (unsigned I = 0; I < S->getNumHandlers(); ++I)
    Node.Handlers.push_back(newBlock());
  std::vector<BlockId> Handlers = Node.Handlers;
  const Cleanup *Saved = Stack;
  push(std::move(Node));
  compound(S->getTryBlock());
  Stack = Saved;
  jump(After);
  for (unsigned I = 0; I < S->getNumHandlers(); ++I) {
    const CXXCatchStmt *Handler = S->getHandler(I);
    start(Handlers[I]);
    ScopeEnds.push_back(SourceRange(Handler->getEndLoc()));
    if (const VarDecl *Caught = Handler->getExceptionDecl())
      set(variablePlace(Caught, /*IsCapture=*/false, Caught->getSourceRange()),
          nonZero(), Caught->getSourceRange());
    statement(Handler->getHandlerBlock());
    ScopeEnds.pop_back();
    Stack = Saved;
    jump(After);
  }
  start(After);
}

} // namespace cursor_tidy::extract
