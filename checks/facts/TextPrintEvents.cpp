//===- TextPrintEvents.cpp - actions and terminators as text --------------===//
#include "facts/TextPrinter.h"
#include "facts/TextWords.h"

namespace cursor_tidy::facts::text {

//--- Actions ----------------------------------------------------------------//

void Printer::operator()(const Compute &E) {
  to(E.To);
  std::string_view Prefix = wordOf(PrefixWords, E.Op);
  if (!Prefix.empty()) {
    Out << Prefix << ' ';
    value(E.Left);
    return;
  }
  value(E.Left);
  Out << ' ' << wordOf(InfixWords, E.Op) << ' ';
  value(E.Right);
}

void Printer::operator()(const Make &E) {
  Out << "make ";
  place(E.Object);
  quotedIf(E.Class);
}

void Printer::operator()(const Iterate &E) {
  to(E.To);
  Out << "iterate ";
  place(E.Container);
  Out << " cursor ";
  place(E.Cursor);
}

void Printer::operator()(const Call &E) {
  if (!E.To.isNone())
    to(E.To);
  Out << "call ";
  if (E.Callee.What == Value::Kind::Function)
    quoted(E.Callee.Symbol);
  else
    value(E.Callee);
  Out << ' ';
  arguments(E.Arguments);
  if (E.This) {
    Out << " this ";
    value(*E.This);
  }
  if (E.Unwind != NoBlock) {
    Out << " unwind";
    block(E.Unwind);
  }
  if (E.Virtual)
    Out << " virtual";
}

void Printer::operator()(const Open &E) {
  Out << "open ";
  quoted(E.Kind);
  Out << ' ';
  value(E.Handle);
  for (size_t I = 0; I < E.Parents.size(); ++I) {
    Out << (I ? ", " : " from ");
    value(E.Parents[I]);
  }
  if (E.By)
    declared(*E.By);
  if (E.Borrowed)
    Out << " borrowed";
}

void Printer::operator()(const Close &E) {
  Out << "close";
  quotedIf(E.Kind);
  Out << ' ';
  value(E.Handle);
  if (E.Children != ChildRule::Defers)
    Out << " children " << wordOf(ChildRuleWords, E.Children);
  if (E.Retained)
    Out << " retained";
}

void Printer::operator()(const Access &E) {
  Out << "access";
  quotedIf(E.Kind);
  Out << ' ';
  value(E.Handle);
  Out << (E.ReadOnly ? " readonly" : "") << (E.IsLocal ? " local" : "");
}

void Printer::operator()(const Borrow &E) {
  to(E.To);
  Out << "borrow ";
  value(E.Owner);
  quotedIf(E.Until, "until");
}

void Printer::operator()(const Invalidate &E) {
  Out << "invalidate ";
  value(E.Owner);
  quotedIf(E.Group);
  if (E.Children)
    Out << " children";
}

void Printer::operator()(const EndChildren &E) {
  Out << "endchildren ";
  value(E.Parent);
  Out << ' ' << wordOf(ChildRuleWords, E.Rule);
  quotedIf(E.Kind);
}

void Printer::operator()(const Protocol &E) {
  Out << "protocol ";
  value(E.Handle);
  Out << ' ' << wordOf(PhaseWords, E.Is);
  quotedIf(E.Group);
}

void Printer::operator()(const Parent &E) {
  to(E.To);
  Out << "parent ";
  value(E.Handle);
  quotedIf(E.Kind);
}

void Printer::operator()(const Spawn &E) {
  Out << "spawn ";
  place(E.To);
  Out << ' ';
  value(E.Entry);
  Out << ' ';
  arguments(E.Arguments);
  if (E.This) {
    Out << " this ";
    value(*E.This);
  }
  Out << (E.Many ? " many" : "") << (E.Blocking ? " blocking" : "");
}

void Printer::operator()(const Fork &E) {
  if (!E.To.isNone())
    to(E.To);
  Out << "fork";
  if (E.Kind != ForkKind::Fork)
    Out << ' ' << wordOf(ForkWords, E.Kind);
}

void Printer::operator()(const Spot &E) {
  Out << "spot ", quoted(E.Before), Out << ' ', quoted(E.After);
  location(E.Into);
  if (!E.EndAt.isValid())
    return;
  Out << ' ', quoted(E.End);
  location(E.EndAt);
}

//--- Terminators ------------------------------------------------------------//

void Printer::operator()(const Branch &E) {
  Out << "branch ";
  value(E.Condition);
  block(E.Then);
  block(E.Else);
  quotedIf(E.Text);
}

void Printer::operator()(const Switch &E) {
  Out << "switch ";
  value(E.On);
  Out << " {";
  for (size_t I = 0; I < E.Cases.size(); ++I) {
    const Switch::Case &Case = E.Cases[I];
    Out << (I ? ", " : " ") << Case.Low;
    if (Case.High != Case.Low)
      Out << ".." << Case.High;
    Out << ':';
    block(Case.To);
  }
  Out << " }";
  block(E.Default);
  quotedIf(E.Text);
}

void Printer::operator()(const Choose &E) {
  Out << "choose";
  for (BlockId To : E.To)
    block(To);
}

} // namespace cursor_tidy::facts::text
