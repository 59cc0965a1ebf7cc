//===- ClientWriter.cpp - writes one client, call by call
//---------------------===//
#include "solve/ClientWriter.h"

#include <string>
#include <string_view>

namespace cursor_tidy::solve {

using facts::Name;
using facts::Place;
using facts::Step;
using facts::Value;

namespace {

/// `p0.*` of `p0`, `v0` of `&v0`
Place pointee(const Value &Pointer) {
  Place Where = Pointer.Where;
  if (Pointer.What == Value::Kind::Load)
    Where.Path.push_back({Step::Kind::Deref, {}, 0});
  return Where;
}

} // namespace

Step toBase(const facts::Class &Base) {
  std::string_view Text = Base.Text.text();
  Text = Text.substr(0, Text.find('<'));
  if (const size_t Colon = Text.rfind(':'); Colon != Text.npos)
    Text.remove_prefix(Colon + 1);
  return {Step::Kind::Field, Name("<" + std::string(Text) + ">"), 0};
}

ClientWriter::ClientWriter(const std::vector<const facts::Function *> &Calls) {
  std::string Symbol = "client";
  for (const facts::Function *Call : Calls)
    Symbol += " " + std::string(Call->Symbol.text());
  Client.Symbol = Name(Symbol);
  Client.Body = facts::BodyKind::Defined;
  Client.IsVisible = false;
  Client.IsImplicit = true;
  Client.Blocks.resize(1);
  Client.Blocks[0].End = facts::Return{};
}

Value ClientWriter::want(facts::Variable Parameter) {
  Place Where;
  Where.Root = Place::Base::Param;
  Where.Index = static_cast<uint32_t>(Client.Params.size());
  Client.Params.push_back(std::move(Parameter));
  return Value::load(Where);
}

Value ClientWriter::object(const facts::Class &Of) {
  facts::Variable Pointer;
  Pointer.Type = Name(std::string(Of.Text.text()) + " *");
  Pointer.IsPointer = true;
  const Value Object = want(Pointer);
  append(facts::Make{pointee(Object), Of.Symbol});
  return Object;
}

Value ClientWriter::local(const facts::Class &Of) {
  Place Where;
  Where.Root = Place::Base::Local;
  Where.Index = static_cast<uint32_t>(Client.Locals.size());
  facts::Variable Object;
  Object.Type = Of.Text;
  Object.Class = Of.Symbol;
  Client.Locals.push_back(std::move(Object));
  append(facts::Make{Where, Of.Symbol});
  return Value::address(Where);
}

void ClientWriter::store(const Value &Object, const std::vector<Step> &Part) {
  Place Where = pointee(Object);
  Where.Path.insert(Where.Path.end(), Part.begin(), Part.end());
  append(facts::Set{Where, want({})});
}

void ClientWriter::end(const Value &Object, facts::Location At) {
  append(facts::End{Object.Where}, At);
  Client.Blocks[0].EndAt = At;
}

void ClientWriter::call(const Member &Of, const Value &Object,
                        facts::Location At) {
  facts::Call Call = callOf(*Of.Method, {});
  Call.This = Object;
  if (!Of.ToBase.empty()) {
    Place Part = pointee(Object);
    Part.Path.insert(Part.Path.end(), Of.ToBase.begin(), Of.ToBase.end());
    Call.This = Value::address(Part);
  }
  append(std::move(Call), At);
}

void ClientWriter::takeResult() {
  facts::Variable Taker;
  Taker.IsPointer = true;
  const Place To = pointee(want(Taker));
  std::get<facts::Call>(Client.Blocks[0].Events.back().What).To = To;
}

void ClientWriter::call(const facts::Function &Callee,
                        const std::map<uint32_t, Value> &Given) {
  facts::Call Call = callOf(Callee, Given);
  if (!Callee.Class.empty() && !Callee.IsStatic) {
    facts::Variable Object;
    Object.IsPointer = true;
    Call.This = want(Object);
  }
  append(std::move(Call));
}

facts::Call ClientWriter::callOf(const facts::Function &Callee,
                                 const std::map<uint32_t, Value> &Given) {
  facts::Call Call;
  Call.Callee = Value::function(Callee.Symbol);
  for (uint32_t I = 0; I < Callee.Params.size(); ++I) {
    auto Known = Given.find(I);
    Call.Arguments.push_back(Known == Given.end() ? want(Callee.Params[I])
                                                  : Known->second);
  }
  return Call;
}

void ClientWriter::append(facts::Action What, facts::Location At) {
  Client.Blocks[0].Events.push_back({std::move(What), At});
}

} // namespace cursor_tidy::solve
