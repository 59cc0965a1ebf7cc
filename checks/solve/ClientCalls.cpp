//===- ClientCalls.cpp - what a client may call ---------------------------===//
#include "solve/ClientCalls.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace cursor_tidy::solve {

using facts::Class;
using facts::Function;
using facts::Name;
using facts::Value;

namespace {

/// Constructors that are tried for the object of one client.
constexpr size_t MaxConstructors = 3;

/// The functions that an event calls, runs or hands on.
std::vector<Name> mentioned(const facts::Action &Action) {
  std::vector<Name> Result;
  auto add = [&](const Value &From) {
    if (From.What == Value::Kind::Function)
      Result.push_back(From.Symbol);
  };
  auto addAll = [&](const Value &Callee, const std::vector<Value> &Arguments) {
    add(Callee);
    std::for_each(Arguments.begin(), Arguments.end(), add);
  };
  if (const auto *Call = std::get_if<facts::Call>(&Action))
    addAll(Call->Callee, Call->Arguments);
  else if (const auto *Spawn = std::get_if<facts::Spawn>(&Action))
    addAll(Spawn->Entry, Spawn->Arguments);
  else if (const auto *Set = std::get_if<facts::Set>(&Action))
    add(Set->From);
  else if (const auto *AtExit = std::get_if<facts::AtExit>(&Action))
    add(AtExit->Function);
  return Result;
}

} // namespace

ClientCalls::ClientCalls(const facts::Program &Program) {
  for (const Function &Known : Program.Functions)
    Functions.emplace(Known.Symbol, &Known);
  for (const Class &Known : Program.Classes)
    Classes.emplace(Known.Symbol, &Known);
  for (const Function &User : Program.Functions)
    noteUses(User);
}

void ClientCalls::noteUses(const Function &User) {
  for (const facts::Block &Block : User.Blocks)
    for (const facts::Event &Event : Block.Events)
      for (Name Symbol : mentioned(Event.What)) {
        const Function *Called = function(Symbol);
        const bool IsOwn =
            Symbol == User.Symbol ||
            (Called && !User.Class.empty() && Called->Class == User.Class);
        if (!IsOwn)
          Used.insert(Symbol);
      }
}

const Function *ClientCalls::function(Name Symbol) const {
  auto Known = Functions.find(Symbol);
  return Known == Functions.end() ? nullptr : Known->second;
}

bool ClientCalls::isOpenToCallers(const Function &Called) {
  return Called.Body == facts::BodyKind::Defined && Called.IsVisible &&
         !Called.IsConstructor && !Called.IsDestructor &&
         Called.Text.text() != "main";
}

std::vector<Member> ClientCalls::membersOf(const Class &Of,
                                           unsigned Depth) const {
  std::vector<Member> Result;
  std::set<Name> Overridden;
  for (Name Symbol : Of.Methods)
    if (const Function *Method = function(Symbol)) {
      Result.push_back({Method, {}});
      Overridden.insert(Method->Overrides.begin(), Method->Overrides.end());
    }
  for (Name Symbol : Of.Bases) {
    auto Base = Classes.find(Symbol);
    if (Base == Classes.end() || Depth > 8)
      continue;
    for (Member &Inherited : membersOf(*Base->second, Depth + 1)) {
      if (Inherited.Method->IsConstructor || Inherited.Method->IsDestructor ||
          Overridden.count(Inherited.Method->Symbol))
        continue;
      Inherited.ToBase.insert(Inherited.ToBase.begin(), toBase(*Base->second));
      Result.push_back(std::move(Inherited));
    }
  }
  return Result;
}

std::vector<Member> ClientCalls::openMembersOf(const Class &Of) const {
  std::vector<Member> Members = membersOf(Of);
  std::erase_if(Members, [&](const Member &Each) {
    return !isOpenToCallers(*Each.Method) || Each.Method->IsStatic;
  });
  return Members;
}

std::vector<const Function *>
ClientCalls::constructorsOf(const Class &Of) const {
  std::vector<const Function *> Result;
  for (Name Symbol : Of.Methods) {
    const Function *Found = function(Symbol);
    if (!Found || !Found->IsConstructor ||
        Found->Body != facts::BodyKind::Defined)
      continue;
    const bool IsCopy = Found->Params.size() == 1 &&
                        Found->Params[0].IsReference &&
                        Found->Params[0].Type.text().find(Of.Text.text()) !=
                            std::string_view::npos;
    if (!IsCopy && Result.size() < MaxConstructors)
      Result.push_back(Found);
  }
  return Result;
}

} // namespace cursor_tidy::solve
