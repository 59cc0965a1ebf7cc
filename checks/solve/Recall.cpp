//===- Recall.cpp - what a simulation asks for, and whether it still holds ===//
//
// Whatever a simulation reads of the program it asks the engine for, which
// notes question and answer. In a later run a record holds when the function is
// the same and all answers are. Summaries are compared by their hash: a callee
// that has changed and does the same as before is where a change ends.
//
//===----------------------------------------------------------------------===//
#include "solve/Engine.h"
#include "solve/Hashing.h"
#include "solve/RecordFields.h"

#include <algorithm>

namespace cursor_tidy::solve {

using namespace facts;

namespace {

template <class Map> auto *lookUp(const Map &In, Name Key) {
  auto At = In.find(Key);
  return At == In.end() ? nullptr : At->second;
}

} // namespace

//--- Questions --------------------------------------------------------------//

const facts::Function *Engine::function(Name Symbol) const {
  ask(Topic::Function, Symbol);
  return lookUp(Functions, Symbol);
}
const Class *Engine::classOf(Name Symbol) const {
  ask(Topic::Class, Symbol);
  return lookUp(Classes, Symbol);
}
const Global *Engine::global(Name Symbol) const {
  ask(Topic::Global, Symbol);
  return lookUp(Globals, Symbol);
}
bool Engine::hasCaller(Name Symbol) const {
  ask(Topic::HasCaller, Symbol);
  return Called.contains(Symbol);
}

// Kinds and levels are part of the environment.
bool Engine::mayBeLevelZero(Name Kind) const {
  const HandleKind *Is = kind(Kind);
  return Is && AtLevelZero.contains(Is->Driver);
}
const HandleKind *Engine::kind(Name Key) const { return lookUp(Kinds, Key); }

std::vector<const facts::Function *>
Engine::overriders(const facts::Function &Method) const {
  ask(Topic::Overriders, Method.Symbol);
  return bodiesOf(Method);
}

const facts::Function *Engine::dispatch(const facts::Function &Method,
                                        Name Class) const {
  ask(Topic::Dispatch, Method.Symbol, Class);
  return runBy(Method, Class);
}

std::vector<Engine::Static> Engine::statics() const {
  ask(Topic::Statics, {});
  return endedStatics();
}

std::vector<Engine::Static> Engine::endedStatics() const {
  std::vector<Static> Found;
  for (const Global &Each : Program.Globals)
    if (const facts::Function *F = lookUp(Functions, Each.Destructor))
      Found.push_back({&Each, F});
  return Found;
}

std::vector<Name> Engine::zeroed() const {
  ask(Topic::Zeroed, {});
  return zeroedGlobals();
}

std::vector<Name> Engine::zeroedGlobals() const {
  std::vector<Name> Found;
  for (const Global &Each : Program.Globals)
    if (Each.IsZero)
      Found.push_back(Each.Symbol);
  return Found;
}

std::vector<const facts::Function *>
Engine::bodiesOf(const facts::Function &Method) const {
  std::vector<const facts::Function *> Bodies, Work{&Method};
  for (size_t I = 0; I < Work.size() && Work.size() < 64; ++I) {
    if (Work[I]->Body != BodyKind::Unseen)
      Bodies.push_back(Work[I]);
    if (auto At = OverriddenBy.find(Work[I]->Symbol); At != OverriddenBy.end())
      for (const facts::Function *F : At->second)
        if (!std::count(Work.begin(), Work.end(), F))
          Work.push_back(F);
  }
  return Bodies;
}

const facts::Function *Engine::runBy(const facts::Function &Method,
                                     Name Class) const {
  std::vector<const facts::Function *> All = bodiesOf(Method);
  for (Name Now = Class; !Now.empty();) {
    for (const facts::Function *F : All)
      if (F->Class == Now)
        return F;
    const facts::Class *Is = lookUp(Classes, Now);
    Now = Is && !Is->Bases.empty() ? Is->Bases.front() : Name();
  }
  return &Method;
}

//--- Answers ----------------------------------------------------------------//

void Engine::ask(Topic About, Name Of, Name With) const {
  if (Recalled && Now && !Now->IsRepeated &&
      Now->Asked.insert({About, Of.text().data(), With.text().data()}).second)
    Now->Made.Asked.push_back({About, Of, With, answer(About, Of, With)});
}

void Engine::noteSummary(const Request &For) {
  if (!Now)
    return;
  const Record &Of = Records[For.Key];
  Now->Made.IsOfMoment |= Of.IsOfMoment;
  // In a cycle that is not settled the summary may still change.
  if (Unsettled.contains(For.Of.Symbol) && !Unsettled.contains(Now->Of.Symbol))
    Now->Made.IsOfMoment = true;
  const auto &[Symbol, With] = For.Key;
  if (Recalled && !Now->IsRepeated &&
      Now->Asked
          .insert({Topic::Summary, Symbol.text().data(), With.text().data()})
          .second)
    Now->Made.Asked.push_back({Topic::Summary, Symbol, With, Of.Summary});
}

Hash Engine::headOf(const facts::Function *Function) const {
  if (!Function)
    return {};
  auto [Known, IsNew] = Heads.try_emplace(Function);
  if (IsNew)
    Known->second = hashOfHead(*Function);
  return Known->second;
}

Hash Engine::answer(Topic About, Name Of, Name With) const {
  const facts::Function *Function = lookUp(Functions, Of);
  switch (About) {
  case Topic::Function:
    return headOf(Function);
  case Topic::Class:
    if (const facts::Class *Is = lookUp(Classes, Of))
      return hashOfAll(*Is);
    return {};
  case Topic::Global:
    if (const facts::Global *Is = lookUp(Globals, Of))
      return hashOfAll(*Is);
    return {};
  case Topic::HasCaller:
    return {.Low = Called.contains(Of)};
  case Topic::Dispatch:
    return Function ? headOf(runBy(*Function, With)) : Hash();
  case Topic::Overriders: {
    std::vector<Hash> All;
    if (Function)
      for (const facts::Function *Each : bodiesOf(*Function))
        All.push_back(headOf(Each));
    return hashOfAll(All);
  }
  case Topic::Zeroed:
    return hashOfAll(zeroedGlobals());
  case Topic::Statics: {
    std::vector<std::pair<Name, Hash>> Ends;
    for (const auto &[Each, F] : endedStatics())
      Ends.push_back({Each->Symbol, headOf(F)});
    return hashOfAll(Ends);
  }
  case Topic::Summary:
    break;
  }
  return {};
}

//--- Records ----------------------------------------------------------------//

bool Engine::holds(const facts::Function &Of, const SummaryKey &Key,
                   const Record &Known) {
  if (hashOfBody(Of) != Known.Function)
    return false;
  InProgress.insert(Key);
  bool IsSame = std::all_of(
      Known.Asked.begin(), Known.Asked.end(), [&](const Question &Each) {
        if (Each.About != Topic::Summary)
          return answer(Each.About, Each.Of, Each.With) == Each.Answer;
        const facts::Function *Callee = lookUp(Functions, Each.Of);
        if (!Callee || InProgress.contains({Each.Of, Each.With}))
          return false;
        if (Each.With.empty())
          solved(request(*Callee, {}, Ids));
        const Record *Found = recall(*Callee, {Each.Of, Each.With});
        return Found && !Found->IsOfMoment && Found->Summary == Each.Answer;
      });
  InProgress.erase(Key);
  return IsSame;
}

const Record *Engine::recall(const facts::Function &Of, const SummaryKey &Key) {
  if (auto At = Records.find(Key); At != Records.end())
    return &At->second;
  if (!Recalled || Unsettled.contains(Key.first))
    return nullptr;
  auto Known = Recalled->Records.find(Key);
  if (Known == Recalled->Records.end() || !holds(Of, Key, Known->second))
    return nullptr;
  tell(Known->second);
  ++Adopted;
  return &Records.emplace(Key, std::move(Known->second)).first->second;
}

void Engine::remember() {
  if (!Recalled)
    return;
  std::erase_if(Records, [](const auto &Entry) {
    return Entry.second.IsOfMoment || Entry.second.IsOfCycle;
  });
  Recalled->HasChanged |=
      Adopted != Recalled->Records.size() || Adopted != Records.size();
  Recalled->Records = std::move(Records);
}

} // namespace cursor_tidy::solve
