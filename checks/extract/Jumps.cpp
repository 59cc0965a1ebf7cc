//===- Jumps.cpp - loops, switches, labels --------------------------------===//
//
// A jump runs the cleanups between its own stack and the target's. A goto waits
// for that until all labels are known.
//
//===----------------------------------------------------------------------===//
#include "extract/Lowering.h"
#include "extract/Relevance.h"

#include "clang/AST/ASTContext.h"

namespace cursor_tidy::extract {

using namespace clang;
using facts::BlockId;
using facts::NoBlock;

void Lowering::whileStatement(const WhileStmt *S) {
  BlockId Head = newBlock(), Body = newBlock(), Exit = newBlock(),
          After = newBlock();
  const Cleanup *Outer = Stack;
  ScopeEnds.push_back(SourceRange(S->getEndLoc()));
  jump(Head);
  start(Head);
  if (const DeclStmt *Variable = S->getConditionVariableDeclStmt())
    declaration(Variable);
  fullCondition(S->getCond(), Body, Exit);
  start(Body);
  Targets.push_back({After, Head, Outer});
  statement(S->getBody());
  Targets.pop_back();
  runDown(Outer, ScopeEnds.back());
  jump(Head);
  // The loop's own variable ends on the way out too.
  start(Exit);
  awaitFlag(S);
  runDown(Outer, ScopeEnds.back());
  Stack = Outer;
  jump(After);
  start(After);
  ScopeEnds.pop_back();
}

void Lowering::doStatement(const DoStmt *S) {
  BlockId Body = newBlock(), Head = newBlock(), After = newBlock();
  jump(Body);
  start(Body);
  Targets.push_back({After, Head, Stack});
  statement(S->getBody());
  Targets.pop_back();
  jump(Head);
  start(Head);
  fullCondition(S->getCond(), Body, After);
  start(After);
}

void Lowering::forStatement(const ForStmt *S) {
  const Cleanup *Outer = Stack;
  ScopeEnds.push_back(SourceRange(S->getEndLoc()));
  statement(S->getInit());
  BlockId Head = newBlock(), Body = newBlock(), Next = newBlock(),
          Exit = newBlock(), After = newBlock();
  const Cleanup *Inner = Stack;
  jump(Head);
  start(Head);
  if (const DeclStmt *Variable = S->getConditionVariableDeclStmt())
    declaration(Variable);
  if (S->getCond())
    fullCondition(S->getCond(), Body, Exit);
  else
    jump(Body);
  start(Body);
  Targets.push_back({Exit, Next, Inner});
  statement(S->getBody());
  Targets.pop_back();
  runDown(Inner, ScopeEnds.back());
  Stack = Inner;
  jump(Next);
  start(Next);
  statement(S->getInc());
  jump(Head);
  start(Exit);
  runDown(Outer, ScopeEnds.back());
  Stack = Outer;
  jump(After);
  start(After);
  ScopeEnds.pop_back();
}

/// True when the program itself defines how a range is walked, or a driver: to
/// walk over its rows is to use them.
bool Lowering::hasOwnIterators(const VarDecl &Begin) const {
  const Expr *Init =
      Begin.getInit() ? Begin.getInit()->IgnoreImplicit() : nullptr;
  const auto *Call = dyn_cast_or_null<CallExpr>(Init);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee &&
         (!In.isSystem(Callee->getLocation()) || driverOf(In, *Callee));
}

/// `auto &row : rows`
facts::Name Lowering::rangeText(const CXXForRangeStmt &S) const {
  return facts::Name(In.Locations.text(SourceRange(
      S.getLoopVariable()->getBeginLoc(), S.getRangeInit()->getEndLoc())));
}

void Lowering::rangeForByIterators(const CXXForRangeStmt *S) {
  statement(S->getBeginStmt());
  statement(S->getEndStmt());
  BlockId Head = newBlock(), Body = newBlock(), Next = newBlock(),
          After = newBlock();
  const Cleanup *Inner = Stack;
  jump(Head);
  start(Head);
  SourceRange At = S->getRangeInit()->getSourceRange();
  Value More;
  fullExpression([&] { More = rvalue(S->getCond()); }, At);
  finish(facts::Branch{More, Body, After, rangeText(*S)}, At);
  start(Body);
  Targets.push_back({After, Next, Inner});
  statement(S->getLoopVarStmt());
  statement(S->getBody());
  Targets.pop_back();
  runDown(Inner, ScopeEnds.back());
  Stack = Inner;
  jump(Next);
  start(Next);
  statement(S->getInc());
  jump(Head);
  start(After);
}

/// A loop over a container of a library asks whether there is another turn and
/// takes some element of it; the iterators do not matter.
void Lowering::rangeFor(const CXXForRangeStmt *S) {
  const Cleanup *Outer = Stack;
  ScopeEnds.push_back(SourceRange(S->getEndLoc()));
  SourceRange At = S->getRangeInit()->getSourceRange();
  statement(S->getInit());
  statement(S->getRangeStmt());
  const auto *Range = cast<VarDecl>(S->getRangeStmt()->getSingleDecl());
  const auto *Begin = cast<VarDecl>(S->getBeginStmt()->getSingleDecl());
  if (hasOwnIterators(*Begin)) {
    rangeForByIterators(S);
    runDown(Outer, ScopeEnds.back());
    Stack = Outer;
    ScopeEnds.pop_back();
    return;
  }
  Place Container = variablePlace(Range, /*IsCapture=*/false, At);
  if (Range->getType()->isReferenceType())
    Container = deref(Container);
  Place Cursor = newTemp();
  set(Cursor, Value::number(0), At);
  BlockId Head = newBlock(), Body = newBlock(), After = newBlock();
  const Cleanup *Inner = Stack;
  jump(Head);
  start(Head);
  Place More = newTemp();
  emit(facts::Iterate{More, Container, Cursor}, At);
  finish(facts::Branch{Value::load(More), Body, After, rangeText(*S)}, At);
  start(Body);
  Iterated[Begin] = someElement(Container);
  Targets.push_back({After, Head, Inner});
  statement(S->getLoopVarStmt());
  statement(S->getBody());
  Targets.pop_back();
  runDown(Inner, ScopeEnds.back());
  Stack = Inner;
  jump(Head);
  start(After);
  runDown(Outer, ScopeEnds.back());
  Stack = Outer;
  ScopeEnds.pop_back();
}

void Lowering::switchStatement(const SwitchStmt *S) {
  const Cleanup *Outer = Stack;
  ScopeEnds.push_back(SourceRange(S->getEndLoc()));
  statement(S->getInit());
  if (const DeclStmt *Variable = S->getConditionVariableDeclStmt())
    declaration(Variable);
  SwitchFrame Frame{{}, Stack};
  SourceRange At = S->getCond()->getSourceRange();
  fullExpression([&] { Frame.Made.On = rvalue(S->getCond()); }, At);
  Frame.Made.Text = facts::Name(In.Locations.text(At));
  BlockId Head = Current, Exit = newBlock();
  Current = NoBlock;
  // `continue` inside a switch belongs to the loop around it.
  BlockId Next = Targets.empty() ? NoBlock : Targets.back().Continue;
  Switches.push_back(std::move(Frame));
  Targets.push_back({Exit, Next, Stack});
  const Cleanup *Inner = Stack;
  statement(S->getBody());
  Targets.pop_back();
  runDown(Inner, ScopeEnds.back());
  Stack = Inner;
  jump(Exit);
  facts::Switch Made = std::move(Switches.back().Made);
  Switches.pop_back();
  if (Made.Default == NoBlock)
    Made.Default = Exit;
  if (Head != NoBlock) {
    start(Head);
    finish(std::move(Made), At);
  }
  start(Exit);
  runDown(Outer, ScopeEnds.back());
  Stack = Outer;
  ScopeEnds.pop_back();
}

void Lowering::switchCase(const SwitchCase *S) {
  if (Switches.empty())
    return;
  BlockId Here = newBlock();
  jump(Here);
  start(Here);
  facts::Switch &Made = Switches.back().Made;
  if (const auto *Case = dyn_cast<CaseStmt>(S)) {
    auto ValueOf = [&](const Expr *E) {
      return E->EvaluateKnownConstInt(In.Context).extOrTrunc(64).getSExtValue();
    };
    int64_t Low = ValueOf(Case->getLHS());
    int64_t High = Case->getRHS() ? ValueOf(Case->getRHS()) : Low;
    Made.Cases.push_back({Low, High, Here});
  } else {
    Made.Default = Here;
  }
  if (Listed == S)
    Listed = S->getSubStmt();
  statement(S->getSubStmt());
}

void Lowering::jumpOut(const Stmt *S) {
  SourceRange At = S->getSourceRange();
  if (const auto *Goto = dyn_cast<GotoStmt>(S)) {
    BlockId From = newBlock();
    jump(From);
    Gotos.push_back({From, Goto->getLabel(), Stack, At});
    return;
  }
  if (isa<IndirectGotoStmt>(S) || Targets.empty())
    return finish(facts::Unreachable{}, At);
  size_t Index = Targets.size() - 1;
  bool IsBreak = isa<BreakStmt>(S);
  // A switch shares the continue block of the loop around it; the stack to run
  // down to is that loop's.
  while (!IsBreak && Index > 0 &&
         Targets[Index - 1].Continue == Targets[Index].Continue)
    --Index;
  spotBefore(S);
  runDown(Targets[Index].Stack, At);
  jump(IsBreak ? Targets[Index].Break : Targets[Index].Continue);
}

void Lowering::label(const LabelStmt *S) {
  BlockId Here = newBlock();
  jump(Here);
  start(Here);
  Labels[S->getDecl()] = {Here, Stack};
  if (Listed == S)
    Listed = S->getSubStmt();
  statement(S->getSubStmt());
}

void Lowering::resolveGotos() {
  for (const PendingGoto &Goto : Gotos) {
    start(Goto.From);
    auto Known = Labels.find(Goto.To);
    if (Known == Labels.end()) {
      finish(facts::Unreachable{}, Goto.At);
      continue;
    }
    // Down to what both stacks have in common.
    const Cleanup *Common = Goto.Stack, *Other = Known->second.Stack;
    while (Common != Other) {
      if (!Other || (Common && Common->Depth >= Other->Depth))
        Common = Common->Below;
      else
        Other = Other->Below;
    }
    Stack = Goto.Stack;
    runDown(Common, Goto.At);
    Stack = nullptr;
    jump(Known->second.Block);
  }
}

} // namespace cursor_tidy::extract
