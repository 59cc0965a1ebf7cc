//===- Lowering.h - one function body -> blocks of events -----------------===//
//
// Walks a function's syntax tree once and writes its blocks. Not Clang's CFG:
// results are built where they are wanted (so that guaranteed elision falls
// out), and the stack of what ends with each scope serves the normal way out,
// jumps and exceptions alike.
//
// Every value is a facts::Value, every object a facts::Place. What the walk
// does not know becomes Value::unknown(), and what it reaches then escapes.
//
// The files: Statements, Jumps, Conditions, Expressions, Operators, PlacesOf,
// Calls, Construction, Cleanups, Members (constructors, destructors, lambdas),
// Spots (where a fix may write), OpenMP, BlockLiterals, Waiting.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_LOWERING_H
#define CURSOR_TIDY_EXTRACT_LOWERING_H

#include "extract/Places.h"
#include "extract/Unit.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtOpenMP.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <deque>
#include <map>

namespace cursor_tidy::extract {

/// Something to do when a scope ends; nodes form a stack that keeps its past.
struct Cleanup {
  enum class Kind : uint8_t {
    End,      ///< the object's life ends
    Destroy,  ///< its destructor runs, then its life ends
    Function, ///< `__attribute__((cleanup(f)))`
    Try       ///< handlers of a try block begin here
  };
  Kind What = Kind::End;
  const Cleanup *Below = nullptr;
  facts::Place Object = {};
  clang::QualType Type = {};                 ///< of the object
  const clang::FunctionDecl *Runs = nullptr; ///< destructor or function
  facts::Place Flag = {}; ///< set when the object lives; none: it surely does
  bool OnlyUnwinding = false; ///< a member of an object under construction
  bool IsSubobject = false;   ///< ends with its object: no End of its own
  const clang::CXXTryStmt *Try = nullptr;
  std::vector<facts::BlockId> Handlers = {}; ///< of Try
  clang::SourceRange At = {};                ///< where the scope ends
  unsigned Depth = 0;
  bool NeedsLanding = false; ///< it or one below does something in a throw
};

/// Whether an expression's value is looked at.
enum class Result : uint8_t { Used, Unused };

/// What kind of object comes to life.
enum class Whole : uint8_t { Complete, Base };

class Lowering {
public:
  Lowering(Unit &In, const clang::FunctionDecl &Source);

  /// The function with its body.
  facts::Function run();

  /// The default constructor that the compiler would make for the class of a
  /// method, had anybody used it.
  static facts::Function defaultConstructor(Unit &In,
                                            const clang::CXXMethodDecl &Of);

private:
  /// A part of a function that becomes one of its own.
  Lowering(Unit &In, const clang::FunctionDecl &Source, facts::Name Symbol);

  using Place = facts::Place;
  using Value = facts::Value;
  using BlockId = facts::BlockId;

  //--- blocks and events (Blocks.cpp) ---
  BlockId newBlock();
  void start(BlockId Block);
  bool isReachable() const { return Current != facts::NoBlock; }
  void finish(facts::Terminator End, clang::SourceRange At = {});
  void jump(BlockId To) { finish(facts::Jump{To}); }
  void emit(facts::Action What, clang::SourceRange At);
  void set(Place To, Value From, clang::SourceRange At);
  Place newTemp();
  /// A temporary of the whole function whose number is 0 at its start.
  Place newFlag();
  Value compute(facts::Operator Op, Value Left, Value Right,
                clang::SourceRange At);
  /// What a value points to.
  Place behind(Value Pointer, clang::SourceRange At);
  void tidyBlocks();

  //--- statements (Statements.cpp, Jumps.cpp, Waiting.cpp) ---
  void statement(const clang::Stmt *S);
  void compound(const clang::CompoundStmt *S);
  void declaration(const clang::DeclStmt *S);
  void nameBinding(const clang::BindingDecl &Part);
  void variable(const clang::VarDecl *V);
  void staticVariable(const clang::VarDecl *V);
  void ifStatement(const clang::IfStmt *S);
  void whileStatement(const clang::WhileStmt *S);
  void awaitFlag(const clang::WhileStmt *S);
  void awaitLike(const clang::CallExpr &Call, clang::SourceRange At);
  void doStatement(const clang::DoStmt *S);
  void forStatement(const clang::ForStmt *S);
  void rangeFor(const clang::CXXForRangeStmt *S);
  facts::Name rangeText(const clang::CXXForRangeStmt &S) const;
  bool hasOwnIterators(const clang::VarDecl &Begin) const;
  void rangeForByIterators(const clang::CXXForRangeStmt *S);
  void switchStatement(const clang::SwitchStmt *S);
  void switchCase(const clang::SwitchCase *S);
  void returnStatement(const clang::Stmt *S, const clang::Expr *Result);
  void tryStatement(const clang::CXXTryStmt *S);
  void jumpOut(const clang::Stmt *S);
  void label(const clang::LabelStmt *S);
  void resolveGotos();

  //--- conditions (Conditions.cpp) ---
  void condition(const clang::Expr *E, BlockId Then, BlockId Else);
  void comparison(const clang::BinaryOperator *E, BlockId Then, BlockId Else);
  void branch(Value On, const clang::Expr *E, BlockId Then, BlockId Else);
  /// A condition that is a full expression: temporaries end on both ways out.
  void fullCondition(const clang::Expr *E, BlockId Then, BlockId Else);
  Value logicalValue(const clang::Expr *E);

  //--- expressions (Expressions.cpp, Operators.cpp) ---
  Value rvalue(const clang::Expr *E);
  std::optional<Value> constant(const clang::Expr *E);
  static Value literal(const clang::Expr *E);
  Value castValue(const clang::CastExpr *E);
  Value functionValue(const clang::Expr *E);
  Value unaryValue(const clang::UnaryOperator *E);
  Value binaryValue(const clang::BinaryOperator *E);
  Value pointerSum(Value Pointer, clang::QualType Type,
                   const clang::Expr *Index, bool Negative,
                   clang::SourceRange At);
  void assign(const clang::BinaryOperator *E);
  void compoundAssign(const clang::CompoundAssignOperator *E);
  Value step(const clang::UnaryOperator *E, Result Wanted = Result::Used);
  Value unknownExpression(const clang::Expr *E);
  /// The array behind a decayed pointer, for `*array` and `array->field`.
  std::optional<Place> decayed(const clang::Expr *Pointer);
  /// Evaluates for its effects only.
  void ignored(const clang::Expr *E);
  /// Lowers a full expression and ends its temporaries.
  void fullExpression(llvm::function_ref<void()> Body, clang::SourceRange At);

  //--- places (PlacesOf.cpp) ---
  Place lvalue(const clang::Expr *E);
  Place variablePlace(const clang::VarDecl *V, bool IsCapture,
                      clang::SourceRange At);
  Place capturePlace(const clang::ValueDecl *V);
  Place memberPlace(const clang::MemberExpr *E);
  Place subscript(const clang::ArraySubscriptExpr *E);
  Place indexed(Place Array, const clang::Expr *Index, clang::SourceRange At);
  Place baseOf(Place Object, const clang::CastExpr *Cast);
  std::optional<Place> startCast(const clang::CastExpr *Cast);
  Place materialized(const clang::MaterializeTemporaryExpr *E);
  /// A place of a class prvalue, which ends with the full expression.
  Place temporary(const clang::Expr *E);
  /// The value that a reference bound to E holds.
  Value reference(const clang::Expr *E);
  Value thisValue(clang::SourceRange At);

  //--- calls (Calls.cpp) ---
  void call(const clang::CallExpr *E, Place To);
  bool builtin(const clang::CallExpr *E, const Place &To);
  Value callValue(const clang::CallExpr *E);
  Value argument(const clang::Expr *E);
  std::vector<Value> arguments(llvm::ArrayRef<const clang::Expr *> Given);
  void variadicArguments(const clang::CallExpr *E, facts::Call &Made);
  void emitCall(facts::Call Made, const clang::FunctionDecl *Callee,
                clang::SourceRange At);
  void escape(Value What, clang::SourceRange At);

  //--- objects come to life (Construction.cpp) ---
  /// Builds the value of E at a place; also for scalars.
  void into(Place To, const clang::Expr *E, Whole Part = Whole::Complete);
  void construct(Place To, const clang::CXXConstructExpr *E, Whole Part);
  void inherited(Place To, const clang::CXXInheritedCtorInitExpr *E);
  void list(Place To, const clang::InitListExpr *E);
  void lambda(Place To, const clang::LambdaExpr *E);
  void conditional(const clang::AbstractConditionalOperator *E,
                   llvm::function_ref<void(const clang::Expr *)> Arm);
  Value allocation(const clang::CXXNewExpr *E);
  void deletion(const clang::CXXDeleteExpr *E);
  void throwing(const clang::CXXThrowExpr *E);
  void make(Place Object, const clang::CXXRecordDecl &Class,
            clang::SourceRange At);

  //--- what ends with a scope (Cleanups.cpp) ---
  void push(Cleanup Node);
  void pushVariable(const Place &Object, clang::QualType Type,
                    const clang::VarDecl *V);
  void pushTemporary(const Place &Object, clang::QualType Type,
                     clang::SourceRange At);
  void runDown(const Cleanup *To, clang::SourceRange At);
  void run(const Cleanup &Node, clang::SourceRange At);
  void destroy(const Place &Object, clang::QualType Type,
               const clang::FunctionDecl &Destructor, clang::SourceRange At);
  /// Where a throw goes from here. Thrown: its type when known, else null.
  BlockId landing(const Cleanup *From, const clang::Type *Thrown);
  void landOnHandlers(const Cleanup &Node, const clang::Type *Thrown);
  void leaveTo(BlockId Outer);

  //--- constructors, destructors (Members.cpp) ---
  void parameters(llvm::ArrayRef<clang::ParmVarDecl *> Declared);
  void startGlobal(const clang::VarDecl &Global);
  void constantTable(const clang::VarDecl &Table);
  void initializers(const clang::CXXConstructorDecl &Constructor);
  void initializer(const clang::CXXCtorInitializer &Init);
  void byDefault(const clang::CXXRecordDecl &Class);
  void pushMembers(const clang::CXXDestructorDecl &Destructor);
  void cleanupsOfParts(const clang::CXXRecordDecl &Class, bool OnlyUnwinding);

  //--- where a fix may write (Spots.cpp) ---
  void noteClosing(const clang::VarDecl *V, const Place &At);
  void noteClosings(const clang::CXXDestructorDecl &Destructor);
  void dropHiddenClosings();
  void spotBefore(const clang::Stmt *Leaving);
  void spotAtStart(const clang::CompoundStmt *Scope);
  void spotAtEnd(const clang::CompoundStmt *Scope);
  void emitSpot(std::optional<facts::Spot> Room, clang::SourceRange Leaving);
  bool isWritten(clang::SourceLocation Where) const;

  //--- blocks, `^{ ... }` (BlockLiterals.cpp) ---
  Value block(const clang::BlockExpr *E);
  void capture(const clang::BlockDecl::Capture &Captured, Place Closure,
               Lowering &Body);

  //--- directives (OpenMP.cpp) ---
  void directive(const clang::OMPExecutableDirective *Directive);
  void parallel(const clang::OMPExecutableDirective *Directive);
  void task(const clang::OMPExecutableDirective *Directive);
  void critical(const clang::OMPExecutableDirective *Directive);
  void share(const clang::OMPExecutableDirective *Directive);
  void sharedLoop(const clang::Stmt *Loop);
  void sections(const clang::Stmt *Unwrapped, const clang::Stmt *Written);
  void onlyOn(int64_t Copy, llvm::function_ref<void()> Body,
              clang::SourceRange At);
  void barrier(clang::SourceRange At);
  void joinTasks(clang::SourceRange At);
  std::pair<Place, bool> shared(const clang::VarDecl *V);
  std::vector<Value> outline(const clang::OMPExecutableDirective &Directive,
                             Lowering &Region);
  void emitRegion(const clang::OMPExecutableDirective &Directive,
                  Lowering &Region, std::vector<Value> Given, int64_t Copy,
                  Place Identity);
  facts::Name regionSymbol(const clang::OMPExecutableDirective &Directive);
  void runRegion(llvm::function_ref<void()> Body, clang::SourceRange At);
  /// Ends a body: the way out, gotos, what is set at the entry.
  void complete(clang::SourceRange At);

  struct Target {
    BlockId Break, Continue;
    const Cleanup *Stack;
  };
  struct SwitchFrame {
    facts::Switch Made;
    const Cleanup *Stack;
  };
  struct PendingGoto {
    BlockId From;
    const clang::LabelDecl *To;
    const Cleanup *Stack;
    clang::SourceRange At;
  };
  struct LabelPoint {
    BlockId Block;
    const Cleanup *Stack;
  };

  Unit &In;
  const clang::FunctionDecl &Source;
  facts::Function Made;
  BlockId Current = facts::NoBlock;
  unsigned Unwinding = 0; ///< inside of landing blocks
  /// By block: whether it lands a throw, and when it was started.
  std::map<BlockId, std::pair<bool, size_t>> Order;
  std::vector<facts::Event> AtEntry; ///< flags set to 0

  llvm::DenseMap<const clang::VarDecl *, Place> Variables;
  llvm::DenseMap<const clang::OpaqueValueExpr *, Value> Opaque;
  llvm::DenseMap<const clang::VarDecl *, Place> Iterated; ///< by `__begin`
  llvm::DenseMap<const clang::ValueDecl *, clang::FieldDecl *> Captures;
  clang::FieldDecl *ThisCapture = nullptr;
  std::optional<Place> OuterThis; ///< what a block has captured
  bool ReturnsReference = false;

  llvm::DenseSet<const clang::VarDecl *> Tables; ///< constant, written down

  std::deque<Cleanup> Nodes;
  const Cleanup *Stack = nullptr;
  const Cleanup *LastTry = nullptr;
  std::map<std::pair<const Cleanup *, const clang::Type *>, BlockId> Landings;
  std::vector<Cleanup> Extended; ///< temporaries that outlive their expression
  unsigned Conditional = 0;      ///< inside an arm that may not run
  std::optional<unsigned> CopyNumber; ///< parameter of a region's function
  std::optional<Place> TaskCount;     ///< tasks started here so far
  Place TaskList;                     ///< their identities
  std::vector<clang::SourceRange> ScopeEnds;
  const clang::Stmt *Listed = nullptr; ///< stands in a block, needs no braces
  std::vector<Target> Targets;
  std::vector<SwitchFrame> Switches;
  std::vector<PendingGoto> Gotos;
  llvm::DenseMap<const clang::LabelDecl *, LabelPoint> Labels;
  clang::SourceRange DefaultArgumentAt; ///< the call that uses a default
};

/// Functions that the compiler itself knows to be casts of their argument:
/// `std::move(x)`.
bool isCastLike(const clang::CallExpr &E);

} // namespace cursor_tidy::extract

#endif
