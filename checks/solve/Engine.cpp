//===- Engine.cpp - what the simulations of one run share
//--------------------===//
#include "solve/Engine.h"

#include "solve/Flow.h"
#include "solve/Simulate.h"

#include <algorithm>

namespace cursor_tidy::solve {

using namespace facts;

namespace {

template <class Map> auto *lookUp(const Map &In, Name Key) {
  auto At = In.find(Key);
  return At == In.end() ? nullptr : At->second;
}

} // namespace

Engine::Engine(const facts::Program &Program, const solve::Settings &Settings)
    : Settings(Settings), Program(Program) {
  for (const facts::Function &F : Program.Functions)
    Functions.emplace(F.Symbol, &F);
  for (const Class &C : Program.Classes)
    Classes.emplace(C.Symbol, &C);
  for (const Global &G : Program.Globals)
    Globals.emplace(G.Symbol, &G);
  for (const HandleKind &K : Program.Kinds) {
    Kinds.emplace(K.Key, &K);
    Solution.Kinds.emplace(K.Key, K);
    if (K.Level == 0)
      AtLevelZero.insert(K.Driver);
  }
  for (const LevelDeclaration &Build : Program.Levels)
    if (Build.Is.Level == 0)
      AtLevelZero.insert(Build.Driver);
  for (const auto &[Driver, Level] : Settings.DriverLevels)
    if (Level == 0)
      AtLevelZero.insert(Driver);
  for (const facts::Function &F : Program.Functions) {
    for (Name Base : F.Overrides)
      OverriddenBy[Base].push_back(&F);
    if (F.Body != BodyKind::Unseen)
      ++Solution.Count.Functions;
    for (const Block &B : F.Blocks)
      for (const Event &E : B.Events)
        if (const auto *C = std::get_if<Call>(&E.What)) {
          if (C->Callee.What == Value::Kind::Function &&
              C->Callee.Symbol != F.Symbol)
            Called.insert(C->Callee.Symbol);
        } else if (const auto *Set = std::get_if<Configure>(&E.What)) {
          if (Set->By.Level == 0)
            AtLevelZero.insert(Set->Driver);
        } else if (std::holds_alternative<Cancel>(E.What)) {
          HasCancel = true;
        }
  }
}

const facts::Function *Engine::function(Name Symbol) const {
  return lookUp(Functions, Symbol);
}
const Class *Engine::classOf(Name Symbol) const {
  return lookUp(Classes, Symbol);
}
const Global *Engine::global(Name Symbol) const {
  return lookUp(Globals, Symbol);
}
bool Engine::mayBeLevelZero(Name Kind) const {
  const HandleKind *Is = kind(Kind);
  return Is && AtLevelZero.contains(Is->Driver);
}
const HandleKind *Engine::kind(Name Key) const { return lookUp(Kinds, Key); }

std::vector<const facts::Function *>
Engine::overriders(const facts::Function &Method) const {
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

const facts::Function *Engine::dispatch(const facts::Function &Method,
                                        Name Class) const {
  std::vector<const facts::Function *> All = overriders(Method);
  for (Name Now = Class; !Now.empty();) {
    for (const facts::Function *F : All)
      if (F->Class == Now)
        return F;
    const facts::Class *Is = classOf(Now);
    Now = Is && !Is->Bases.empty() ? Is->Bases.front() : Name();
  }
  return &Method;
}

void Engine::noteCycle(const std::vector<const facts::Function *> &Members) {
  for (const facts::Function *F : Members)
    CycleOf[F->Symbol] = Members.front()->Symbol;
}

bool Engine::isRecursion(Name Caller, Name Callee) const {
  auto At = CycleOf.find(Caller), Other = CycleOf.find(Callee);
  return At != CycleOf.end() && Other != CycleOf.end() &&
         At->second == Other->second;
}

const Engine::Solved &Engine::solved(const facts::Function &Function,
                                     const Bindings &With,
                                     const Values &Terms) {
  static const Solved Unknown{.Of = {.Definitions = {{}}, .Of = {}}, .Is = {}};
  std::vector<std::pair<std::string, const Binding *>> Spelled;
  for (const Binding &Each : With) {
    std::string Text = spell(Each.Value, Terms) + char('0' + int(Each.What));
    Text += Each.Symbol.text();
    Spelled.emplace_back(std::move(Text), &Each);
  }
  std::sort(Spelled.begin(), Spelled.end());
  Key Of{Function.Symbol, {}};
  for (const auto &[Text, Each] : Spelled)
    Of.second += Text + '\n';
  if (auto At = Summaries.find(Of); At != Summaries.end())
    return At->second;
  if (!InProgress.insert(Of).second)
    return Unknown;
  Simulation Runs(*this, Function);
  for (const auto &[Text, Each] : Spelled)
    Runs.supply(*Each, Terms);
  Solved Made;
  Made.Of = Runs.run(Made.Is);
  InProgress.erase(Of);
  return Summaries[Of] = std::move(Made);
}

const Portable &Engine::summary(const facts::Function &Function,
                                const Bindings &With, const Values &Terms) {
  return solved(Function, With, Terms).Of;
}

const Digest &Engine::about(const facts::Function &Function) {
  return solved(Function, {}, Ids).Is;
}

const Summary &Engine::summary(const facts::Function &Function) {
  auto [Known, IsNew] = Read.try_emplace(Function.Symbol);
  if (IsNew)
    Known->second = bringIn(summary(Function, {}, Ids), Ids);
  return Known->second;
}

void Engine::solve(const facts::Function &Function) {
  Key Of{Function.Symbol, {}};
  InProgress.insert(Of);
  Solved Made;
  Made.Of = Simulation(*this, Function).run(Made.Is);
  InProgress.erase(Of);
  Summaries[Of] = std::move(Made);
}

void Engine::forgetNumbers(const facts::Function &Function) {
  if (auto At = Summaries.find({Function.Symbol, {}}); At != Summaries.end())
    for (Outcome &Each : At->second.Of.Of.Outcomes)
      Each.Post.Ranges = {};
}

void Engine::noteCut(const facts::Function &Function) {
  if (Reporting && CutShort.insert(Function.Symbol).second) {
    Solution.CutShort.push_back({Function.Text, Function.At});
    ++Solution.Count.FunctionsCut;
  }
}

void Engine::report(Lost Fault) {
  if (!Reporting)
    return;
  constexpr size_t Untold = ~size_t(0);
  auto [Known, IsNew] =
      LostAt.emplace(Fault.At, OnlyThreads ? Untold : Solution.Unclosed.size());
  if (Known->second == Untold)
    return;
  if (IsNew)
    Solution.Unclosed.push_back(std::move(Fault));
  else if (Solution.Unclosed[Known->second].LeftAt != Fault.LeftAt)
    LostTwice.insert(Fault.At);
}

void Engine::offerFix(Location OpenedAt, std::optional<Mending> Fix) {
  if (!Reporting || OnlyThreads)
    return;
  auto [Known, IsNew] = Offered.emplace(OpenedAt, Fix);
  if (!IsNew && Known->second != Fix)
    Known->second.reset();
}

void Engine::attachFixes() {
  for (Lost &Fault : Solution.Unclosed)
    if (auto Known = Offered.find(Fault.At);
        Known != Offered.end() && !LostTwice.contains(Fault.At))
      Fault.Fix = Known->second;
}

void Engine::defer(const std::shared_ptr<const Lost> &Fault) {
  if (Reporting)
    Deferred.push_back(Fault);
}

void Engine::noteAsked(const Lost &Fault) {
  Asked.insert({Fault.At, Fault.LeftAt});
}

void Engine::defer(const std::shared_ptr<const Crossed> &Fault) {
  if (Reporting)
    DeferredInChildren.push_back(Fault);
}

void Engine::confirm(const Crossed &Fault, const Steps &Opened) {
  Steps &Known = Confirmed[{Fault.At, Fault.ForkAt}];
  if (!Known)
    Known = Opened;
}

void Engine::reportDeferred() {
  for (const std::shared_ptr<const Lost> &Each : Deferred)
    if (!Asked.contains({Each->At, Each->LeftAt}))
      report(*Each);
  for (const std::shared_ptr<const Crossed> &Each : DeferredInChildren) {
    auto Known = Confirmed.find({Each->At, Each->ForkAt});
    if (Known == Confirmed.end())
      continue;
    Crossed Fault = *Each;
    if (Known->second)
      Fault.Path.insert(Fault.Path.begin(), Known->second->begin(),
                        Known->second->end());
    report(std::move(Fault));
  }
}

void Engine::report(Stale Fault) {
  if (Reporting && Told.insert({Fault.At, 1}).second && !OnlyThreads)
    Solution.UsedAfterClose.push_back(std::move(Fault));
}

void Engine::report(Shared Fault) {
  if (Reporting && Told.insert({Fault.At, 2}).second)
    Solution.ThreadShared.push_back(std::move(Fault));
}

void Engine::report(Crossed Fault) {
  if (Reporting && Told.insert({Fault.At, 3}).second && !OnlyThreads)
    Solution.ForkShared.push_back(std::move(Fault));
}

} // namespace cursor_tidy::solve
