//===- ModelBodiesBound.cpp - a bound call as a closure
//------------------------------===//
#include "extract/ModelBodiesBound.h"

#include <algorithm>

using namespace cursor_tidy;
using namespace cursor_tidy::extract;
using facts::Value;

namespace {

facts::Name callSymbol(facts::Name Binder) {
  return facts::Name(std::string(boundClass(Binder).text()) + "::call");
}

ParamForm formOf(const Shape &Of, unsigned Index) {
  return Index < Of.Forms.size() ? Of.Forms[Index] : ParamForm::Plain;
}

/// Number of the argument that a placeholder stands for, 0 when it is none.
unsigned placeholder(const Shape &Of, unsigned Index) {
  return Index < Of.Placeholders.size() ? Of.Placeholders[Index] : 0;
}

bool bindsObject(const Shape &Binder) {
  return formOf(Binder, 0) == ParamForm::MemberPointer &&
         Binder.Params.size() > 1;
}

facts::Place field(std::string_view Name) {
  facts::Place P;
  P.Root = facts::Place::Base::This;
  P.Path.push_back({.What = facts::Step::Kind::Deref, .Field = {}});
  P.Path.push_back(
      {.What = facts::Step::Kind::Field, .Field = facts::Name(Name)});
  return P;
}

facts::Place given(unsigned Number) {
  facts::Place P;
  P.Root = facts::Place::Base::Param;
  P.Index = Number - 1;
  return P;
}

std::string boundField(unsigned Index) {
  return "bound" + std::to_string(Index);
}

/// The value that the target gets for what was bound at a position.
Value argument(const Shape &Binder, unsigned Index) {
  if (unsigned Number = placeholder(Binder, Index))
    return Value::load(given(Number));
  return Value::load(field(boundField(Index)));
}

/// The object of a bound member: its address, whatever stood for it.
Value object(const Shape &Binder) {
  if (unsigned Number = placeholder(Binder, 1))
    return Value::load(given(Number));
  facts::Place At = field(boundField(1));
  switch (formOf(Binder, 1)) {
  case ParamForm::ObjectValue:
    return Value::address(At);
  case ParamForm::SmartPointer:
    At.Path.push_back(
        {.What = facts::Step::Kind::Field, .Field = facts::Name("__ptr")});
    return Value::load(At);
  default:
    return Value::load(At);
  }
}

} // namespace

facts::Name extract::boundClass(facts::Name Binder) {
  return facts::Name("bound by " + std::string(Binder.text()));
}

std::vector<std::string> extract::boundLines(const Shape &Binder,
                                             const std::string &Where) {
  std::vector<std::string> Lines{
      "make " + Where + " \"" + std::string(boundClass(Binder.Symbol).text()) +
          "\"",
      Where + ".target = arg0"};
  for (unsigned I = 1; I < Binder.Params.size(); ++I)
    if (!placeholder(Binder, I))
      Lines.push_back(Where + "." + boundField(I) + " = arg" +
                      std::to_string(I));
  return Lines;
}

facts::Class extract::boundClassOf(const Shape &Binder) {
  facts::Class Result;
  Result.Symbol = boundClass(Binder.Symbol);
  Result.Text = Binder.Text;
  Result.CallOperator = callSymbol(Binder.Symbol);
  Result.IsClosure = true;
  return Result;
}

facts::Function extract::boundCall(const Shape &Binder) {
  facts::Function Result;
  Result.Symbol = callSymbol(Binder.Symbol);
  Result.Text = Binder.Text;
  Result.Body = facts::BodyKind::Modelled;
  Result.IsVisible = false;
  Result.Class = boundClass(Binder.Symbol);
  unsigned Given = 0;
  for (unsigned Number : Binder.Placeholders)
    Given = std::max(Given, Number);
  Result.Params.resize(Given);
  facts::Call Call;
  Call.To.Root = facts::Place::Base::Result;
  Call.Callee = Value::load(field("target"));
  if (bindsObject(Binder))
    Call.This = object(Binder);
  for (unsigned I = bindsObject(Binder) ? 2 : 1; I < Binder.Params.size(); ++I)
    Call.Arguments.push_back(argument(Binder, I));
  facts::Block &Only = Result.Blocks.emplace_back();
  Only.Events.push_back({.What = std::move(Call), .At = {}});
  Only.End = facts::Return{};
  return Result;
}
