//===- Cleanups.cpp - what ends with a scope ------------------------------===//
//
// One stack of cleanups serves every way out of a scope: its end, a jump, a
// return, a throw. A throw needs blocks of its own (landing blocks), which are
// made once per place in the stack and shared by all calls there.
//
//===----------------------------------------------------------------------===//
#include "extract/Lowering.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"

namespace cursor_tidy::extract {

using namespace clang;
using facts::BlockId;
using facts::NoBlock;

/// Elements of an array that get a destructor call each; of a longer one any
/// element stands for all.
static constexpr uint64_t MaxElements = 4;

void Lowering::push(Cleanup Node) {
  Node.Below = Stack;
  Node.Depth = Stack ? Stack->Depth + 1 : 1;
  Node.NeedsLanding =
      Node.What != Cleanup::Kind::End || (Stack && Stack->NeedsLanding);
  if (Node.At.isInvalid())
    Node.At = ScopeEnds.back();
  Nodes.push_back(std::move(Node));
  Stack = &Nodes.back();
}

void Lowering::pushVariable(const Place &Object, QualType Type,
                            const VarDecl *V) {
  if (Type->isReferenceType())
    return;
  Cleanup Node{.Object = Object, .Type = Type};
  Node.Runs = In.destructorOf(Type);
  if (Node.Runs)
    Node.What = Cleanup::Kind::Destroy;
  else if (!In.canReach(Type))
    return;
  push(Node);
  if (const auto *Attribute = V ? V->getAttr<CleanupAttr>() : nullptr) {
    Node.What = Cleanup::Kind::Function;
    Node.Runs = Attribute->getFunctionDecl();
    push(Node);
  }
}

void Lowering::pushTemporary(const Place &Object, QualType Type,
                             SourceRange At) {
  Cleanup Node{.Object = Object, .Type = Type, .At = At};
  Node.Runs = In.destructorOf(Type);
  if (Node.Runs) {
    Node.What = Cleanup::Kind::Destroy;
    if (Conditional) {
      Node.Flag = newFlag();
      set(Node.Flag, Value::number(1), At);
    }
  } else if (!In.canReach(Type)) {
    return;
  }
  push(Node);
}

void Lowering::runDown(const Cleanup *To, SourceRange At) {
  // Destructors that run on the way see only what is below them.
  const Cleanup *Saved = Stack;
  for (const Cleanup *Node = Stack; Node != To; Node = Node->Below) {
    Stack = Node->Below;
    if (!Node->OnlyUnwinding)
      run(*Node, At);
  }
  Stack = Saved;
}

void Lowering::run(const Cleanup &Node, SourceRange At) {
  switch (Node.What) {
  case Cleanup::Kind::Try:
    return;
  case Cleanup::Kind::End:
    emit(facts::End{Node.Object}, At);
    return;
  case Cleanup::Kind::Function:
    emitCall({.To = {},
              .Callee = Value::function(In.use(*Node.Runs)),
              .Arguments = {Value::address(Node.Object)},
              .This = {}},
             Node.Runs, At);
    return;
  case Cleanup::Kind::Destroy:
    break;
  }
  if (Node.Flag.isNone()) {
    destroy(Node.Object, Node.Type, *Node.Runs, At);
    if (!Node.IsSubobject)
      emit(facts::End{Node.Object}, At);
    return;
  }
  BlockId Lives = newBlock(), After = newBlock();
  finish(facts::Branch{Value::load(Node.Flag), Lives, After, {}}, At);
  start(Lives);
  destroy(Node.Object, Node.Type, *Node.Runs, At);
  emit(facts::End{Node.Object}, At);
  set(Node.Flag, Value::number(0), At);
  jump(After);
  start(After);
}

void Lowering::destroy(const Place &Object, QualType Type,
                       const FunctionDecl &Destructor, SourceRange At) {
  const auto *Array = In.Context.getAsConstantArrayType(Type);
  uint64_t Count = Array ? Array->getZExtSize() : 1;
  if (Array && (Count > MaxElements || Array->getElementType()->isArrayType()))
    return destroy(someElement(Object), In.Context.getBaseElementType(Type),
                   Destructor, At);
  while (Count-- > 0)
    emitCall({.To = {},
              .Callee = Value::function(In.use(Destructor)),
              .Arguments = {},
              .This = addressOf(Array ? element(Object, Count) : Object)},
             &Destructor, At);
}

/// True when a handler takes an exception of a known type.
static bool handles(const CXXCatchStmt &Handler, const clang::Type &Thrown) {
  QualType Caught = Handler.getCaughtType();
  if (Caught.isNull())
    return true;
  Caught = Caught.getNonReferenceType().getCanonicalType();
  QualType What(&Thrown, 0);
  if (Caught->isPointerType() && What->isPointerType()) {
    if (Caught->isVoidPointerType())
      return true;
    Caught = Caught->getPointeeType();
    What = What->getPointeeType();
  }
  if (Caught.getUnqualifiedType() ==
      What.getCanonicalType().getUnqualifiedType())
    return true;
  const CXXRecordDecl *Base = Caught->getAsCXXRecordDecl();
  const CXXRecordDecl *Derived = What->getAsCXXRecordDecl();
  return Base && Derived && Derived->hasDefinition() &&
         Derived->isDerivedFrom(Base);
}

/// Ends the current block at a try's handlers. Of an unknown exception any of
/// them may be the one; that none is, we do not guess.
void Lowering::landOnHandlers(const Cleanup &Node, const clang::Type *Thrown) {
  if (!Thrown) {
    if (Node.Handlers.size() == 1)
      return jump(Node.Handlers.front());
    return finish(facts::Choose{Node.Handlers});
  }
  for (unsigned I = 0; I < Node.Try->getNumHandlers(); ++I)
    if (handles(*Node.Try->getHandler(I), *Thrown))
      return jump(Node.Handlers[I]);
  leaveTo(landing(Node.Below, Thrown));
}

/// Goes on unwinding; past a function that throws nothing the program ends.
void Lowering::leaveTo(BlockId Outer) {
  if (Outer != NoBlock)
    return jump(Outer);
  const auto *Type = Source.getType()->getAs<FunctionProtoType>();
  if (Type && !isUnresolvedExceptionSpec(Type->getExceptionSpecType()) &&
      Type->isNothrow())
    return finish(facts::Unreachable{});
  finish(facts::Throw{});
}

BlockId Lowering::landing(const Cleanup *From, const clang::Type *Thrown) {
  if (!From || !From->NeedsLanding || !isReachable())
    return NoBlock;
  auto Key = std::make_pair(From, Thrown);
  if (auto Known = Landings.find(Key); Known != Landings.end())
    return Known->second;
  BlockId Landing = newBlock();
  Landings[Key] = Landing;
  BlockId SavedBlock = Current;
  const Cleanup *SavedStack = Stack;
  ++Unwinding;
  start(Landing);
  Stack = nullptr; // a destructor that throws while unwinding ends the program
  if (From->What == Cleanup::Kind::Try) {
    landOnHandlers(*From, Thrown);
  } else {
    run(*From, From->At);
    leaveTo(landing(From->Below, Thrown));
  }
  --Unwinding;
  Current = SavedBlock;
  Stack = SavedStack;
  return Landing;
}

} // namespace cursor_tidy::extract
