//===- Engine.cpp - what the simulations of one run share
//--------------------===//
#include "solve/Engine.h"

#include "solve/Hashing.h"
#include "solve/Simulate.h"

#include <algorithm>
#include <utility>

namespace cursor_tidy::solve {

using namespace facts;

Engine::Engine(const facts::Program &Program, const solve::Settings &Settings,
               Memory *Recalled)
    : Settings(Settings), Program(Program), Recalled(Recalled) {
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
  if (!Recalled)
    return;
  // A setting that is added and forgotten here does not compile.
  const auto &[DriverLevels, ThrowingCalls, MaxStates, MaxTurns, Parts] =
      Settings;
  const auto &[Locks, Joins, Ownership, Classes] = Parts;
  const Hash Environment = hashOfAll(
      Program.Kinds, Program.Levels, AtLevelZero, HasCancel, DriverLevels,
      ThrowingCalls, MaxStates, MaxTurns, Locks, Joins, Ownership, Classes);
  if (Recalled->Environment != Environment)
    *Recalled = {.Environment = Environment, .HasChanged = true};
  Recalled->Simulated = 0;
}

void Engine::beginCycle(const std::vector<const facts::Function *> &Members) {
  for (const facts::Function *F : Members) {
    CycleOf[F->Symbol] = Members.front()->Symbol;
    Unsettled.insert(F->Symbol);
  }
}

bool Engine::isRecursion(Name Caller, Name Callee) const {
  auto At = CycleOf.find(Caller), Other = CycleOf.find(Callee);
  return At != CycleOf.end() && Other != CycleOf.end() &&
         At->second == Other->second;
}

Engine::Request Engine::request(const facts::Function &Of, const Bindings &With,
                                const Values &Terms) {
  Request For{.Of = Of, .With = {}, .Terms = Terms, .Key = {Of.Symbol, {}}};
  std::string All;
  for (const Binding &Each : With) {
    std::string Text = spell(Each.Value, Terms) + char('0' + int(Each.What));
    Text += Each.What == Binding::Kind::Number ? std::to_string(Each.Number)
                                               : Each.Symbol.text();
    For.With.emplace_back(std::move(Text), &Each);
  }
  std::sort(For.With.begin(), For.With.end());
  for (const auto &[Text, Each] : For.With)
    All += Text + '\n';
  For.Key.second = Name(All);
  return For;
}

/// What comes of a function whose simulation is under way is not known, and who
/// asks for it may get another answer elsewhere.
void Engine::meetUnknown(const facts::Function &Function) {
  bool IsInCycle = Now && Unsettled.contains(Now->Of.Symbol) &&
                   Unsettled.contains(Function.Symbol);
  if (Now && !IsInCycle)
    Now->Made.IsOfMoment = true;
}

const Record &Engine::solved(const Request &For) {
  static const Record Unknown;
  if (auto At = Records.find(For.Key); At != Records.end())
    return At->second;
  if (InProgress.contains(For.Key)) {
    meetUnknown(For.Of);
    return Unknown;
  }
  if (const Record *Known = recall(For.Of, For.Key))
    return *Known;
  return simulate(For);
}

Portable Engine::run(Run &Simulated, const Request &For) {
  InProgress.insert(For.Key);
  Now = &Simulated;
  Simulation Simulates(*this, For.Of);
  for (const auto &[Text, Each] : For.With)
    Simulates.supply(*Each, For.Terms);
  Portable Made = Simulates.run(Simulated.Made.Is);
  Now = Simulated.Outer;
  InProgress.erase(For.Key);
  return Made;
}

const Record &Engine::simulate(const Request &For) {
  Run Simulated{.Of = For.Of, .Outer = Now};
  Portable Made = run(Simulated, For);
  Record &Found = Simulated.Made;
  Found.IsOfCycle = Unsettled.contains(For.Of.Symbol);
  if (Recalled) {
    Found.Function = hashOfBody(For.Of);
    Found.Summary = hashOf(Made);
    ++Recalled->Simulated;
  }
  tell(Found);
  if (!Recalled)
    Found.Told = {};
  Summaries.insert_or_assign(For.Key, std::move(Made));
  return Records.insert_or_assign(For.Key, std::move(Found)).first->second;
}

/// A function of which a record was recalled, for a caller that wants all of
/// its summary. It was solved where nothing was under way that it asks for.
void Engine::simulateAgain(const Request &For) {
  ++Recalled->Simulated;
  auto Before = std::exchange(InProgress, {});
  Run Simulated{.Of = For.Of, .Outer = Now, .IsRepeated = true};
  Portable Made = run(Simulated, For);
  InProgress = std::move(Before);
  IsConsistent &= hashOf(Made) == Records[For.Key].Summary;
  Summaries.insert_or_assign(For.Key, std::move(Made));
}

const Portable &Engine::summary(const facts::Function &Function,
                                const Bindings &With, const Values &Terms) {
  static const Portable Unknown{.Definitions = {{}}, .Of = {}};
  const Request For = request(Function, With, Terms);
  if (!Summaries.contains(For.Key)) {
    if (Records.contains(For.Key)) {
      simulateAgain(For);
    } else if (InProgress.contains(For.Key)) {
      meetUnknown(Function);
      return Unknown;
    } else {
      // Whatever a repeated simulation asks for was asked for before.
      IsConsistent &= !Now || !Now->IsRepeated;
      simulate(For);
    }
  }
  noteSummary(For);
  return Summaries[For.Key];
}

const Digest &Engine::about(const facts::Function &Function) {
  return solved(request(Function, {}, Ids)).Is;
}

const Summary &Engine::summary(const facts::Function &Function) {
  auto [Known, IsNew] = Read.try_emplace(Function.Symbol);
  if (IsNew)
    Known->second = bringIn(summary(Function, {}, Ids), Ids);
  return Known->second;
}

void Engine::solve(const facts::Function &Function) {
  simulate(request(Function, {}, Ids));
}

void Engine::forgetNumbers(const facts::Function &Function) {
  if (auto At = Summaries.find({Function.Symbol, Name()});
      At != Summaries.end())
    for (Outcome &Each : At->second.Of.Outcomes)
      Each.Post.Ranges = {};
}

void Engine::report(Telling What) {
  if (!Now)
    return std::visit([this](const auto &Each) { on(Each); }, What);
  if (Now->IsRepeated)
    return;
  // The same is met at each call.
  if (const auto *Leak = std::get_if<AskedAbout>(&What);
      Leak && !Now->AskedAboutLeaks.insert(*Leak).second)
    return;
  if (const auto *Access = std::get_if<OpenBefore>(&What);
      Access && !Now->OpenBeforeForks.insert(*Access).second)
    return;
  Now->Made.Told.push_back(std::move(What));
}

/// In a cycle that is not settled nothing counts but what has nothing to do
/// with it.
void Engine::tell(const Record &Of) {
  Solution.Count.StatesMerged += Of.StatesMerged;
  Solution.Count.StatesDropped += Of.StatesDropped;
  if (Reporting || (!Of.IsOfMoment && !Of.IsOfCycle))
    for (const Telling &What : Of.Told)
      std::visit([this](const auto &Each) { on(Each); }, What);
}

void Engine::on(const TooLarge &Function) {
  if (CutShort.insert(Function.Symbol).second) {
    Solution.CutShort.push_back(Function.Is);
    ++Solution.Count.FunctionsCut;
  }
}

void Engine::on(const Lost &Fault) {
  constexpr size_t Untold = ~size_t(0);
  auto [Known, IsNew] =
      LostAt.emplace(Fault.At, OnlyThreads ? Untold : Solution.Unclosed.size());
  if (Known->second == Untold)
    return;
  if (IsNew)
    Solution.Unclosed.push_back(Fault);
  else if (Solution.Unclosed[Known->second].LeftAt != Fault.LeftAt)
    LostTwice.insert(Fault.At);
}

void Engine::on(const Offer &Made) {
  if (OnlyThreads)
    return;
  auto [Known, IsNew] = Offered.emplace(Made.OpenedAt, Made.Fix);
  if (!IsNew && Known->second != Made.Fix)
    Known->second.reset();
}

void Engine::attachFixes() {
  for (Lost &Fault : Solution.Unclosed)
    if (auto Known = Offered.find(Fault.At);
        Known != Offered.end() && !LostTwice.contains(Fault.At))
      Fault.Fix = Known->second;
}

void Engine::on(const Undecided &Leak) { Deferred.push_back(Leak.Fault); }

void Engine::on(const AskedAbout &Leak) { Asked.insert(Leak); }

void Engine::on(const Childs &Access) {
  DeferredInChildren.push_back(Access.Fault);
}

void Engine::on(const OpenBefore &Access) {
  std::vector<PathStep> &Known = Confirmed[{Access.At, Access.ForkAt}];
  if (Known.empty())
    Known = Access.Opened;
}

void Engine::reportDeferred() {
  for (const Lost &Each : Deferred)
    if (!Asked.contains({Each.At, Each.LeftAt}))
      on(Each);
  for (const Crossed &Each : DeferredInChildren) {
    auto Known = Confirmed.find({Each.At, Each.ForkAt});
    if (Known == Confirmed.end())
      continue;
    Crossed Fault = Each;
    Fault.Path.insert(Fault.Path.begin(), Known->second.begin(),
                      Known->second.end());
    on(Fault);
  }
}

void Engine::on(const Stale &Fault) {
  if (Told.insert({Fault.At, 1}).second && !OnlyThreads)
    Solution.UsedAfterClose.push_back(Fault);
}

void Engine::on(const Shared &Fault) {
  if (Told.insert({Fault.At, 2}).second)
    Solution.ThreadShared.push_back(Fault);
}

void Engine::on(const Crossed &Fault) {
  if (Told.insert({Fault.At, 3}).second && !OnlyThreads)
    Solution.ForkShared.push_back(Fault);
}

} // namespace cursor_tidy::solve
