//===- Clients.cpp - callers that the program does not show
//------------------===//
//
// Looks for pairs (one function leaves a thread running, another touches the
// same root) and writes a function that calls both, in this order.
//
//===----------------------------------------------------------------------===//
#include "solve/Clients.h"

#include "solve/ClientCalls.h"

#include <algorithm>
#include <unordered_map>

namespace cursor_tidy::solve {

namespace {

using facts::Class;
using facts::Function;
using facts::Name;
using facts::Place;
using facts::Program;
using facts::Step;
using facts::Value;

/// A bound on the clients of one program; pairs are few in honest code.
constexpr size_t MaxClients = 400;

/// Makes the clients of one program.
class ClientMaker {
public:
  ClientMaker(const Program &Program, const BehaviourLookup &BehaviourOf);
  Clients run();

private:
  const Behaviour &behaviour(const Function &Of);
  bool mayMeet(const Function &Starter, const Function &Other,
               Root::Kind Through);
  std::optional<std::pair<uint32_t, uint32_t>>
  commonContext(const Function &Starter, const Function &Other);
  bool isKnownPair(const Function &Starter, const Function &Other) const {
    return Callable.isUsed(Starter) && Callable.isUsed(Other);
  }
  /// A whole program that calls the one shows all callers of the other: none.
  bool isDeadPair(const Function &Starter, const Function &Other) const {
    return HasMain && Callable.isUsed(Starter) != Callable.isUsed(Other);
  }

  void pairMembers(const Class &Of);
  void addOnObject(const Class &Of, const Function *Constructor,
                   const std::vector<Member> &Calls);
  void pairFunctions();
  void add(Function Client);

  const Program &Given;
  const BehaviourLookup &Lookup;
  ClientCalls Callable;
  const bool HasMain;
  std::unordered_map<Name, Behaviour> Behaviours;
  Clients Result;
};

ClientMaker::ClientMaker(const Program &Program,
                         const BehaviourLookup &BehaviourOf)
    : Given(Program), Lookup(BehaviourOf), Callable(Program),
      HasMain(std::any_of(
          Program.Functions.begin(), Program.Functions.end(),
          [](const Function &F) { return F.Text.text() == "main"; })) {}

const Behaviour &ClientMaker::behaviour(const Function &Of) {
  auto [Known, IsNew] = Behaviours.try_emplace(Of.Symbol);
  if (IsNew && Of.Body == facts::BodyKind::Defined)
    Known->second = Lookup(Of.Symbol);
  return Known->second;
}

/// What the threads of the one touch, the other touches too.
bool ClientMaker::mayMeet(const Function &Starter, const Function &Other,
                          Root::Kind Through) {
  if (&Starter == &Other && !behaviour(Starter).IsRepeatable)
    return false;
  const Behaviour &Running = behaviour(Starter), &Called = behaviour(Other);
  return std::any_of(Running.ByThreads.begin(), Running.ByThreads.end(),
                     [&](const Root &Root) {
                       return Root.What == Through &&
                              (Called.ByCaller.count(Root) ||
                               Called.ByThreads.count(Root));
                     });
}

void ClientMaker::add(Function Client) {
  if (Result.Functions.size() < MaxClients)
    Result.Functions.push_back(std::move(Client));
  else
    ++Result.Cut;
}

/// One object, made by a constructor if there is one, and calls on it.
void ClientMaker::addOnObject(const Class &Of, const Function *Constructor,
                              const std::vector<Member> &Calls) {
  std::vector<const Function *> Called;
  if (Constructor)
    Called.push_back(Constructor);
  for (const Member &Call : Calls)
    Called.push_back(Call.Method);
  ClientWriter Writer(Called);
  const Value Object = Writer.object(Of);
  if (Constructor)
    Writer.call({Constructor, {}}, Object);
  for (const Member &Call : Calls)
    Writer.call(Call, Object);
  add(Writer.finish());
}

void ClientMaker::pairMembers(const Class &Of) {
  std::vector<Member> Members = Callable.openMembersOf(Of);
  std::vector<const Function *> Constructors = Callable.constructorsOf(Of);
  for (const Function *Constructor : Constructors)
    for (const Member &Other : Members)
      if (!isKnownPair(*Constructor, *Other.Method) &&
          mayMeet(*Constructor, *Other.Method, Root::Kind::This))
        addOnObject(Of, Constructor, {Other});

  if (Constructors.empty())
    Constructors.push_back(nullptr);
  for (const Member &Starter : Members)
    for (const Member &Other : Members) {
      // Two methods of one base are paired as members of that base.
      if ((!Starter.ToBase.empty() && Starter.ToBase == Other.ToBase) ||
          isKnownPair(*Starter.Method, *Other.Method) ||
          !mayMeet(*Starter.Method, *Other.Method, Root::Kind::This))
        continue;
      for (const Function *Constructor : Constructors)
        addOnObject(Of, Constructor, {Starter, Other});
    }
}

/// A pointer to a structure of the program's own. A handle by itself brings
/// nobody together, for everybody has one, and neither does a `void *`.
bool isContext(const Function &Of, const Root &Touched) {
  if (Touched.What != Root::Kind::Param || Touched.Index >= Of.Params.size())
    return false;
  const facts::Variable &Param = Of.Params[Touched.Index];
  return Param.Handle.empty() && (Param.IsPointer || Param.IsReference) &&
         !Param.Type.text().starts_with("void");
}

/// The parameters by which two functions of one file are given the same
/// context.
std::optional<std::pair<uint32_t, uint32_t>>
ClientMaker::commonContext(const Function &Starter, const Function &Other) {
  if (Starter.At.File != Other.At.File ||
      (&Starter == &Other && !behaviour(Starter).IsRepeatable))
    return std::nullopt;
  std::set<Root> Touched = behaviour(Other).ByCaller;
  Touched.insert(behaviour(Other).ByThreads.begin(),
                 behaviour(Other).ByThreads.end());
  for (const Root &Theirs : behaviour(Starter).ByThreads)
    for (const Root &Mine : Touched)
      if (isContext(Starter, Theirs) && isContext(Other, Mine) &&
          Starter.Params[Theirs.Index].Type == Other.Params[Mine.Index].Type)
        return std::pair(Theirs.Index, Mine.Index);
  return std::nullopt;
}

void ClientMaker::pairFunctions() {
  for (const Function &Starter : Given.Functions) {
    if (!ClientCalls::isOpenToCallers(Starter) ||
        behaviour(Starter).ByThreads.empty())
      continue;
    for (const Function &Other : Given.Functions) {
      if (!ClientCalls::isOpenToCallers(Other) || isKnownPair(Starter, Other) ||
          isDeadPair(Starter, Other))
        continue;
      ClientWriter Writer({&Starter, &Other});
      std::map<uint32_t, Value> ForStarter, ForOther;
      if (auto Context = commonContext(Starter, Other)) {
        const Value Same = Writer.want(Starter.Params[Context->first]);
        ForStarter.emplace(Context->first, Same);
        ForOther.emplace(Context->second, Same);
      } else if (!mayMeet(Starter, Other, Root::Kind::Global)) {
        continue;
      }
      Writer.call(Starter, ForStarter);
      Writer.call(Other, ForOther);
      add(Writer.finish());
    }
  }
}

Clients ClientMaker::run() {
  for (const Class &Of : Given.Classes)
    if (!Of.IsClosure)
      pairMembers(Of);
  pairFunctions();
  return std::move(Result);
}

} // namespace

Behaviour behaviourOf(const View &AtExit, const RootLookup &RootsOf) {
  Behaviour Result;
  const ThreadSet Running = AtExit.running();
  for (const std::shared_ptr<const AccessRecord> &Access : AtExit.accesses()) {
    const bool IsLeftRunning = Running.count(Access->Thread) != 0;
    if (Access->Thread != 0 && !IsLeftRunning)
      continue; // joined: it is over when the function returns
    std::set<Root> &Touched =
        IsLeftRunning ? Result.ByThreads : Result.ByCaller;
    for (const Root &Root : RootsOf(Access->Handle))
      Touched.insert(Root);
  }
  Result.IsRepeatable =
      !Result.ByThreads.empty() &&
      std::all_of(Running.begin(), Running.end(),
                  [&](ThreadId Id) { return AtExit.thread(Id)->IsDetached; });
  return Result;
}

Behaviour either(Behaviour L, const Behaviour &R) {
  // A way out that leaves nothing running says nothing of repetition.
  const bool Repeatable = (L.IsRepeatable || L.ByThreads.empty()) &&
                          (R.IsRepeatable || R.ByThreads.empty()) &&
                          !(L.ByThreads.empty() && R.ByThreads.empty());
  L.ByCaller.insert(R.ByCaller.begin(), R.ByCaller.end());
  L.ByThreads.insert(R.ByThreads.begin(), R.ByThreads.end());
  L.IsRepeatable = Repeatable;
  return L;
}

Clients clientsOf(const Program &Program, const BehaviourLookup &BehaviourOf) {
  return ClientMaker(Program, BehaviourOf).run();
}

} // namespace cursor_tidy::solve
