//===- ModelBodiesSerial.cpp - tasks that run one at a time ---------------===//
#include "extract/ModelBodiesSerial.h"

using namespace cursor_tidy;
using namespace cursor_tidy::extract;
using facts::Value;

namespace {

constexpr std::string_view Prefix = "one at a time";

/// One runner for each number of arguments, with and without an object.
facts::Name runnerSymbol(size_t Arguments, bool HasObject) {
  return facts::Name(std::string(Prefix) +
                     (HasObject ? " on an object " : " ") +
                     std::to_string(Arguments));
}

Value param(size_t Index) {
  facts::Place P;
  P.Root = facts::Place::Base::Param;
  P.Index = static_cast<uint32_t>(Index);
  return Value::load(P);
}

facts::Function runner(size_t Arguments, bool HasObject) {
  facts::Function Result;
  Result.Symbol = runnerSymbol(Arguments, HasObject);
  Result.Body = facts::BodyKind::Modelled;
  Result.IsVisible = false;
  const size_t First = HasObject ? 3 : 2;
  Result.Params.resize(First + Arguments);
  facts::Call Task;
  Task.Callee = param(1);
  if (HasObject)
    Task.This = param(2);
  for (size_t I = 0; I < Arguments; ++I)
    Task.Arguments.push_back(param(First + I));
  facts::Block &Only = Result.Blocks.emplace_back();
  Only.Events.push_back({.What = facts::Lock{.Mutex = param(0)}, .At = {}});
  Only.Events.push_back({.What = std::move(Task), .At = {}});
  Only.Events.push_back({.What = facts::Unlock{.Mutex = param(0)}, .At = {}});
  Only.End = facts::Return{};
  return Result;
}

} // namespace

std::pair<std::string, std::string> extract::splitUnder(std::string_view Line) {
  constexpr std::string_view Word = " under ";
  size_t At = Line.starts_with("spawn ") ? Line.rfind(Word) : Line.npos;
  if (At == Line.npos)
    return {std::string(Line), {}};
  return {std::string(Line.substr(0, At)),
          std::string(Line.substr(At + Word.size()))};
}

facts::Spawn extract::heldUnder(facts::Value Held, facts::Spawn Task) {
  const bool HasObject = Task.This.has_value();
  const facts::Name Runner = runnerSymbol(Task.Arguments.size(), HasObject);
  std::vector<Value> Given{std::move(Held), std::move(Task.Entry)};
  if (HasObject)
    Given.push_back(*std::exchange(Task.This, std::nullopt));
  Given.insert(Given.end(), Task.Arguments.begin(), Task.Arguments.end());
  Task.Entry = Value::function(Runner);
  Task.Arguments = std::move(Given);
  return Task;
}

std::vector<facts::Function>
extract::serialRunners(const facts::Function &Body) {
  std::vector<facts::Function> Result;
  for (const facts::Block &Block : Body.Blocks)
    for (const facts::Event &Event : Block.Events) {
      const auto *Spawn = std::get_if<facts::Spawn>(&Event.What);
      if (!Spawn || Spawn->Entry.What != Value::Kind::Function ||
          !Spawn->Entry.Symbol.text().starts_with(Prefix))
        continue;
      for (bool HasObject : {false, true}) {
        const size_t Own = HasObject ? 3 : 2, All = Spawn->Arguments.size();
        if (All >= Own &&
            Spawn->Entry.Symbol == runnerSymbol(All - Own, HasObject))
          Result.push_back(runner(All - Own, HasObject));
      }
    }
  return Result;
}
