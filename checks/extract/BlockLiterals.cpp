//===- BlockLiterals.cpp - Apple's blocks, `^{ ... }` ---------------------===//
//
// A block is a function of its own, and an object whose fields are what it has
// captured: copies, or the addresses of `__block` variables and of references.
// A C++ object with a destructor goes out of sight: blocks are counted, and
// nobody knows which copy is the last.
//
//===----------------------------------------------------------------------===//
#include "extract/Lowering.h"

#include "clang/AST/ASTContext.h"

namespace cursor_tidy::extract {

using namespace clang;

/// Fills the field of the closure that stands for a captured variable, and
/// tells the body where it is.
void Lowering::capture(const BlockDecl::Capture &Captured, Place Closure,
                       Lowering &Body) {
  const VarDecl *V = Captured.getVariable()->getCanonicalDecl();
  SourceRange At = V->getSourceRange();
  facts::Name Name(V->getName());
  auto [Mine, HoldsAddress] = shared(V);
  Place Into = field(std::move(Closure), Name);
  Place Inside = field(deref(place(Place::Base::This)), Name);
  if (HoldsAddress || Captured.isByRef()) {
    set(Into, HoldsAddress ? Value::load(Mine) : addressOf(Mine), At);
    Body.Variables[V] = HoldsAddress ? Inside : deref(Inside);
    return;
  }
  if (In.destructorOf(V->getType()))
    escape(addressOf(Mine), At);
  else
    set(Into, Value::load(Mine), At);
  Body.Variables[V] = Inside;
}

Lowering::Value Lowering::block(const BlockExpr *E) {
  const BlockDecl &Block = *E->getBlockDecl();
  SourceRange At = E->getSourceRange();
  facts::Location Where = In.Locations.of(At);
  facts::Class Closure;
  Closure.Symbol = facts::Name(std::string(Made.Symbol.text()) + "@block " +
                               std::to_string(Where.Line) + ":" +
                               std::to_string(Where.Column));
  Closure.Text = facts::Name("block in " + std::string(Made.Text.text()));
  Closure.CallOperator =
      facts::Name(std::string(Closure.Symbol.text()) + "::call");
  Closure.At = Where;
  Closure.IsClosure = true;

  Lowering Body(In, Source, Closure.CallOperator);
  Body.Made.Text = Closure.Text;
  Body.Made.Class = Closure.Symbol;
  Body.Made.IsStatic = false;
  QualType Returned = E->getFunctionType()->getReturnType();
  Body.Made.ResultHandle = In.handleOf(Returned);
  Body.ReturnsReference = Returned->isReferenceType();
  Body.start(Body.newBlock());

  Place Pointer = newTemp();
  emit(facts::Allocate{Pointer, Closure.Symbol}, At);
  for (const BlockDecl::Capture &Captured : Block.captures())
    capture(Captured, deref(Pointer), Body);
  if (Block.capturesCXXThis()) {
    facts::Name This("this");
    set(field(deref(Pointer), This), thisValue(At), At);
    Body.OuterThis = field(deref(place(Place::Base::This)), This);
  }
  for (const ParmVarDecl *Param : Block.parameters())
    Body.Made.Params.push_back(In.variable(Param->getName(), Param->getType(),
                                           Param->getSourceRange()));
  Body.parameters(Block.parameters());
  Body.runRegion([&] { Body.statement(E->getBody()); }, At);
  In.add(std::move(Body.Made));
  In.add(std::move(Closure));
  return Value::load(Pointer);
}

} // namespace cursor_tidy::extract
