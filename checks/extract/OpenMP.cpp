//===- OpenMP.cpp - directives of OpenMP ----------------------------------===//
//
// A parallel region becomes a function of its own, which two threads run: one
// copy stands for the first thread of the team, one for the others. They get
// the addresses of the variables that they share and the number of their copy;
// what is private is a local of theirs. The caller waits for both.
//
// Within a region:
//  - the turns of a loop go to either copy, so an index is anything; sections
//    go to the two by turns; single and master to the first;
//  - a barrier, also that at the end of a loop, is a signal that both give and
//    both await;
//  - critical holds a lock by its name;
//  - a task is a thread that taskwait, a barrier and the region's end wait for.
// Outside of any region a directive is the statement that it stands before.
//
//===----------------------------------------------------------------------===//
#include "extract/Lowering.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/OpenMPClause.h"
#include "clang/AST/StmtOpenMP.h"

namespace cursor_tidy::extract {

using namespace clang;
using facts::BlockId;
using facts::Value;

namespace {

/// The statement that a directive stands before.
const Stmt *bodyOf(const OMPExecutableDirective &Directive) {
  return Directive.hasAssociatedStmt() ? Directive.getRawStmt() : nullptr;
}

template <typename Clause>
void addVariables(const OMPExecutableDirective &Directive,
                  llvm::DenseSet<const VarDecl *> &To) {
  for (const Clause *C : Directive.getClausesOfKind<Clause>())
    for (const Expr *E : C->varlist())
      if (const auto *Named = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts()))
        if (const auto *V = dyn_cast<VarDecl>(Named->getDecl()))
          To.insert(V->getCanonicalDecl());
}

bool waitsAtEnd(const OMPExecutableDirective &Directive) {
  return !Directive.hasClausesOfKind<OMPNowaitClause>();
}

/// True for `num_threads(1)` and `if(0)`: nobody else takes part.
bool isAlone(const OMPExecutableDirective &Directive,
             const ASTContext &Context) {
  auto Is = [&](const Expr *E, int64_t Number) {
    Expr::EvalResult Result;
    return E && !E->isValueDependent() && E->EvaluateAsInt(Result, Context) &&
           Result.Val.getInt() == Number;
  };
  for (const auto *C : Directive.getClausesOfKind<OMPNumThreadsClause>())
    if (Is(C->getNumThreads(), 1))
      return true;
  for (const auto *C : Directive.getClausesOfKind<OMPIfClause>())
    if (Is(C->getCondition(), 0))
      return true;
  return false;
}

/// The loop that a directive divides, without what is written around it.
const Stmt *loopOf(const Stmt *S) {
  while (S) {
    if (const auto *Captured = dyn_cast<CapturedStmt>(S))
      S = Captured->getCapturedStmt();
    else if (const auto *Attributed = dyn_cast<AttributedStmt>(S))
      S = Attributed->getSubStmt();
    else if (const auto *Block = dyn_cast<CompoundStmt>(S);
             Block && Block->size() == 1)
      S = Block->body_front();
    else
      break;
  }
  return S;
}

} // namespace

Lowering::Lowering(Unit &In, const FunctionDecl &Source, facts::Name Symbol)
    : Lowering(In, Source) {
  Made.Symbol = Symbol;
  Made.Params.clear();
  Made.Overrides.clear();
  Made.IsVisible = Made.IsVirtual = false;
  Made.IsConstructor = Made.IsDestructor = false;
  Made.ResultHandle = {};
}

/// The place of a variable as code of this function reaches it, and whether
/// that place holds its address.
std::pair<Lowering::Place, bool> Lowering::shared(const VarDecl *V) {
  V = V->getCanonicalDecl();
  bool IsCapture = Captures.count(V) != 0;
  Place At = variablePlace(V, IsCapture, V->getSourceRange());
  return {At, V->getType()->isReferenceType() && !IsCapture};
}

/// Makes the function of a region or task. Returns the values that it is given.
std::vector<Value> Lowering::outline(const OMPExecutableDirective &Directive,
                                     Lowering &Region) {
  llvm::DenseSet<const VarDecl *> Private, Copied;
  addVariables<OMPPrivateClause>(Directive, Private);
  addVariables<OMPLastprivateClause>(Directive, Private);
  addVariables<OMPLinearClause>(Directive, Private);
  addVariables<OMPReductionClause>(Directive, Private);
  addVariables<OMPFirstprivateClause>(Directive, Copied);
  std::vector<Value> Given;
  SourceRange At = Directive.getSourceRange();
  Region.start(Region.newBlock());
  for (const CapturedStmt::Capture &Capture :
       Directive.getInnermostCapturedStmt()->captures()) {
    if (!Capture.capturesVariable() && !Capture.capturesVariableByCopy())
      continue;
    const VarDecl *V = Capture.getCapturedVar()->getCanonicalDecl();
    if (V->hasGlobalStorage() || Private.contains(V))
      continue;
    auto [Mine, HoldsAddress] = shared(V);
    Place Param = place(Place::Base::Param, Given.size());
    Given.push_back(HoldsAddress ? Value::load(Mine) : addressOf(Mine));
    facts::Variable Passed =
        In.variable(V->getName(), V->getType(), V->getSourceRange());
    Passed.IsReference = true;
    Passed.IsPointer = false;
    Region.Made.Params.push_back(std::move(Passed));
    if (Copied.contains(V) && !V->getType()->isReferenceType())
      Region.set(Region.variablePlace(V, /*IsCapture=*/false, At),
                 Value::load(deref(Param)), At);
    else
      Region.Variables[V] =
          V->getType()->isReferenceType() ? Param : deref(Param);
  }
  Region.CopyNumber = static_cast<unsigned>(Given.size());
  facts::Variable Number;
  Number.Text = facts::Name("copy");
  Region.Made.Params.push_back(Number);
  return Given;
}

void Lowering::emitRegion(const OMPExecutableDirective &Directive,
                          Lowering &Region, std::vector<Value> Given,
                          int64_t Copy, Place Identity) {
  Given.push_back(Value::number(Copy));
  facts::Spawn Start{.To = std::move(Identity),
                     .Entry = Value::function(Region.Made.Symbol),
                     .Arguments = std::move(Given),
                     .This = {}};
  if (!Made.Class.empty() && !Made.IsStatic)
    Start.This = thisValue(Directive.getSourceRange());
  emit(std::move(Start), Directive.getSourceRange());
}

/// A name that no other region of the program has.
facts::Name Lowering::regionSymbol(const OMPExecutableDirective &Directive) {
  facts::Location At = In.Locations.of(Directive.getSourceRange());
  return facts::Name(std::string(Made.Symbol.text()) + "@region " +
                     std::to_string(At.Line) + ":" + std::to_string(At.Column));
}

void Lowering::parallel(const OMPExecutableDirective *Directive) {
  Lowering Region(In, Source, regionSymbol(*Directive));
  std::vector<Value> Given = outline(*Directive, Region);
  SourceRange At = Directive->getSourceRange();
  std::vector<Place> Threads;
  for (int64_t Copy : {0, 1}) {
    if (Copy == 1 && isAlone(*Directive, In.Context))
      break;
    Threads.push_back(newTemp());
    emitRegion(*Directive, Region, Given, Copy, Threads.back());
  }
  for (const Place &Thread : Threads)
    emit(facts::Join{Value::load(Thread)}, At);
  Region.runRegion([&] { Region.share(Directive); }, At);
  In.add(std::move(Region.Made));
}

void Lowering::task(const OMPExecutableDirective *Directive) {
  Lowering Task(In, Source, regionSymbol(*Directive));
  std::vector<Value> Given = outline(*Directive, Task);
  SourceRange At = Directive->getSourceRange();
  if (!TaskCount) {
    TaskCount = newFlag();
    TaskList = newTemp();
  }
  for (int64_t Copy : {0, 1}) {
    // The pieces of a loop meet each other, a task is alone.
    if (Copy == 1 && !isa<OMPLoopDirective>(Directive))
      break;
    emitRegion(*Directive, Task, Given, Copy,
               elementByTemp(TaskList, TaskCount->Index));
    Value Next = compute(facts::Operator::Add, Value::load(*TaskCount),
                         Value::number(1), At);
    set(*TaskCount, Next, At);
  }
  if (isa<OMPLoopDirective>(Directive))
    joinTasks(At);
  Task.runRegion([&] { Task.share(Directive); }, At);
  In.add(std::move(Task.Made));
}

void Lowering::joinTasks(SourceRange At) {
  if (TaskCount)
    emit(facts::Join{Value::address(TaskList)}, At);
}

void Lowering::runRegion(llvm::function_ref<void()> Body, SourceRange At) {
  Made.Body = facts::BodyKind::Defined;
  Made.At = In.Locations.of(At);
  ScopeEnds.push_back(SourceRange(At.getEnd()));
  Body();
  joinTasks(SourceRange(At.getEnd()));
  complete(SourceRange(At.getEnd()));
}

/// What one copy does of a directive's statement.
void Lowering::share(const OMPExecutableDirective *Directive) {
  const Stmt *Body = bodyOf(*Directive);
  if (isa<OMPLoopDirective>(Directive))
    return sharedLoop(loopOf(Body));
  if (isa<OMPParallelSectionsDirective, OMPSectionsDirective>(Directive))
    return sections(loopOf(Body), Body);
  if (isa<OMPParallelMasterDirective, OMPParallelMaskedDirective>(Directive))
    return onlyOn(0, [&] { statement(Body); }, Directive->getSourceRange());
  statement(Body);
}

void Lowering::onlyOn(int64_t Copy, llvm::function_ref<void()> Body,
                      SourceRange At) {
  BlockId Mine = newBlock(), After = newBlock();
  Value Is = compute(facts::Operator::Equal,
                     Value::load(place(Place::Base::Param, *CopyNumber)),
                     Value::number(Copy), At);
  finish(facts::Branch{Is, Mine, After, {}}, At);
  start(Mine);
  Body();
  jump(After);
  start(After);
}

/// Any number of turns, each with an index of its own.
void Lowering::sharedLoop(const Stmt *Loop) {
  const auto *For = dyn_cast_or_null<ForStmt>(Loop);
  if (!For)
    return statement(Loop);
  SourceRange At = For->getSourceRange();
  const Cleanup *Outer = Stack;
  ScopeEnds.push_back(SourceRange(For->getEndLoc()));
  std::vector<Place> Indices;
  if (const auto *Declared = dyn_cast_or_null<DeclStmt>(For->getInit())) {
    for (const Decl *D : Declared->decls())
      if (const auto *V = dyn_cast<VarDecl>(D))
        Indices.push_back(variablePlace(V, false, At));
  } else if (const auto *Set = dyn_cast_or_null<BinaryOperator>(For->getInit());
             Set && Set->isAssignmentOp()) {
    // The index of a divided loop is private, wherever it was declared.
    if (const auto *Named =
            dyn_cast<DeclRefExpr>(Set->getLHS()->IgnoreParenImpCasts()))
      if (const auto *V = dyn_cast<VarDecl>(Named->getDecl())) {
        Variables.erase(V->getCanonicalDecl());
        Indices.push_back(variablePlace(V, false, At));
      }
  }
  BlockId Head = newBlock(), Turn = newBlock(), Exit = newBlock();
  jump(Head);
  start(Head);
  finish(facts::Choose{{Turn, Exit}}, At);
  start(Turn);
  for (const Place &Index : Indices)
    set(Index, Value::unknown(), At);
  Targets.push_back({Exit, Head, Stack});
  statement(For->getBody());
  Targets.pop_back();
  jump(Head);
  start(Exit);
  runDown(Outer, ScopeEnds.back());
  Stack = Outer;
  ScopeEnds.pop_back();
}

void Lowering::sections(const Stmt *Unwrapped, const Stmt *Written) {
  const auto *Captured = dyn_cast_or_null<CapturedStmt>(Written);
  const Stmt *Inner = Captured ? Captured->getCapturedStmt() : Written;
  const auto *All = dyn_cast_or_null<CompoundStmt>(Inner);
  if (!All)
    return statement(Unwrapped);
  int64_t Number = 0;
  for (const Stmt *Section : All->body()) {
    const auto *Directive = dyn_cast<OMPSectionDirective>(Section);
    onlyOn(
        Number++ % 2,
        [&] { statement(Directive ? bodyOf(*Directive) : Section); },
        Section->getSourceRange());
  }
}

void Lowering::barrier(SourceRange At) {
  joinTasks(At);
  facts::Location Where = In.Locations.of(At);
  Value Point = Value::address(globalPlace(facts::Name(
      std::string(Made.Symbol.text()) + "@barrier " +
      std::to_string(Where.Line) + ":" + std::to_string(Where.Column))));
  emit(facts::Signal{Point}, At);
  emit(facts::Await{Point}, At);
}

void Lowering::critical(const OMPExecutableDirective *Directive) {
  std::string Name = "@critical ";
  if (const auto *Named = dyn_cast<OMPCriticalDirective>(Directive))
    Name += Named->getDirectiveName().getAsString();
  Value Lock = Value::address(globalPlace(facts::Name(Name)));
  emit(facts::Lock{.Mutex = Lock}, Directive->getSourceRange());
  statement(bodyOf(*Directive));
  emit(facts::Unlock{.Mutex = Lock}, Directive->getSourceRange());
}

void Lowering::directive(const OMPExecutableDirective *Directive) {
  SourceRange At = Directive->getSourceRange();
  OpenMPDirectiveKind Kind = Directive->getDirectiveKind();
  if (isOpenMPParallelDirective(Kind))
    return parallel(Directive);
  if (isOpenMPTaskingDirective(Kind))
    return task(Directive);
  if (isa<OMPCriticalDirective, OMPOrderedDirective>(Directive) &&
      Directive->hasAssociatedStmt())
    return critical(Directive);
  if (isa<OMPTaskwaitDirective>(Directive))
    return joinTasks(At);
  if (isa<OMPTaskgroupDirective>(Directive)) {
    statement(bodyOf(*Directive));
    return joinTasks(SourceRange(At.getEnd()));
  }
  if (!CopyNumber)
    return statement(bodyOf(*Directive));
  if (isa<OMPBarrierDirective>(Directive))
    return barrier(At);
  if (isa<OMPMasterDirective, OMPMaskedDirective, OMPSingleDirective>(
          Directive))
    onlyOn(0, [&] { statement(bodyOf(*Directive)); }, At);
  else
    share(Directive);
  bool IsShared = isOpenMPWorksharingDirective(Kind);
  if (IsShared && waitsAtEnd(*Directive))
    barrier(At);
}

} // namespace cursor_tidy::extract
