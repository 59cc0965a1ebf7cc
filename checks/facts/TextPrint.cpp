//===- TextPrint.cpp - functions and programs as text ---------------------===//
#include "facts/Text.h"
#include "facts/TextPrinter.h"
#include "facts/TextWords.h"

namespace cursor_tidy::facts::text {

void Printer::function(const Function &F) {
  Name Outer = File;
  Out << wordOf(BodyWords, F.Body) << ' ';
  quoted(F.Symbol);
  textIfOther(F.Symbol, F.Text);
  location(F.At);
  if (!F.At.File.empty())
    File = F.At.File;
  flags(FunctionFlags, F);
  quotedIf(F.Class, "class");
  names("overrides", F.Overrides);
  quotedIf(F.ResultHandle, "returns");
  if (F.Params.empty() && F.Locals.empty() && !F.Temps && F.Closings.empty() &&
      F.Blocks.empty())
    Out << '\n';
  else
    body(F);
  File = Outer;
}

void Printer::body(const Function &F) {
  Out << " {\n";
  for (size_t I = 0; I < F.Params.size(); ++I)
    Out << "  p" << I, variable(F.Params[I]), Out << '\n';
  for (size_t I = 0; I < F.Locals.size(); ++I)
    Out << "  v" << I, variable(F.Locals[I]), Out << '\n';
  if (F.Temps)
    Out << "  temps " << F.Temps << '\n';
  for (const Closing &C : F.Closings)
    Out << "  closing ", place(C.Of), Out << ' ', quoted(C.Kind), Out << ' ',
        quoted(C.Statement), Out << '\n';
  for (size_t I = 0; I < F.Blocks.size(); ++I) {
    Out << 'b' << I << ":\n";
    for (const Event &E : F.Blocks[I].Events) {
      Out << "  ";
      std::visit(*this, E.What);
      location(E.At);
      Out << '\n';
    }
    Out << "  ";
    std::visit(*this, F.Blocks[I].End);
    location(F.Blocks[I].EndAt);
    Out << '\n';
  }
  Out << "}\n";
}

void Printer::kind(const HandleKind &K) {
  Out << "kind ", quoted(K.Key);
  Out << " driver ", quoted(K.Driver);
  Out << " title ", quoted(K.Title);
  Out << " type ", quoted(K.Type);
  Out << " role " << wordOf(RoleWords, K.Is);
  Out << " sharing " << wordOf(SharingWords, K.Sharing);
  Out << " level " << int(K.Level);
  quotedIf(K.DeclaredBy, "declared");
  quotedIf(K.Closer, "closer");
  quotedIf(K.Limit, "limit");
  quotedIf(K.UsedInChild, "usedinchild");
  quotedIf(K.ClosedInChild, "closedinchild");
  flags(KindFlags, K);
  Out << '\n';
}

void Printer::classOf(const Class &C) {
  Name Outer = File;
  Out << "class ";
  quoted(C.Symbol);
  textIfOther(C.Symbol, C.Text);
  location(C.At);
  if (!C.At.File.empty())
    File = C.At.File;
  names("bases", C.Bases);
  quotedIf(C.Destructor, "destructor");
  quotedIf(C.CallOperator, "calloperator");
  if (C.IsClosure)
    Out << " closure";
  Out << " {\n";
  for (const Class::Field &F : C.Fields)
    Out << "  field", variable(F.Is), Out << '\n';
  for (Name Method : C.Methods)
    Out << "  method ", quoted(Method), Out << '\n';
  Out << "}\n";
  File = Outer;
}

void Printer::global(const Global &G) {
  Out << "global ";
  quoted(G.Symbol);
  variable(G.Is);
  if (G.IsZero)
    Out << " zero";
  quotedIf(G.Destructor, "destructor");
  Out << '\n';
}

void Printer::program(const Program &P) {
  for (Name Unit : P.Units)
    Out << "unit ", quoted(Unit), Out << '\n';
  if (!P.Units.empty())
    File = P.Units.front();
  for (const HandleKind &K : P.Kinds)
    kind(K);
  for (const LevelDeclaration &L : P.Levels) {
    Out << "level ", quoted(L.Driver), declared(L.Is), location(L.At);
    Out << '\n';
  }
  for (const Class &C : P.Classes)
    Out << '\n', classOf(C);
  if (!P.Globals.empty())
    Out << '\n';
  for (const Global &G : P.Globals)
    global(G);
  for (const Function &F : P.Functions)
    Out << '\n', function(F);
}

} // namespace cursor_tidy::facts::text

namespace cursor_tidy::facts {

std::string print(const Program &Program) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  text::Printer(Out).program(Program);
  return Text;
}

std::string print(const Function &Function) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  text::Printer(Out).function(Function);
  return Text;
}

} // namespace cursor_tidy::facts
