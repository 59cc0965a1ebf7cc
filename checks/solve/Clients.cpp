//===- Clients.cpp - callers that the program does not show
//------------------===//
//
// Looks for pairs (one function leaves a thread running, another touches the
// same root) and writes a function that calls both, in this order.
//
//===----------------------------------------------------------------------===//
#include "solve/Clients.h"

#include "solve/ClientWriter.h"

#include <algorithm>
#include <string_view>

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
/// Constructors that are tried for the object of one pair.
constexpr size_t MaxConstructors = 3;

//--- Who is called by the program -------------------------------------------//

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

/// Functions that are used by another function, of no part of the same class.
std::set<Name> usedByOthers(const Program &Program,
                            const std::map<Name, const Function *> &Functions) {
  std::set<Name> Result;
  for (const Function &User : Program.Functions)
    for (const facts::Block &Block : User.Blocks)
      for (const facts::Event &Event : Block.Events)
        for (Name Symbol : mentioned(Event.What)) {
          auto Used = Functions.find(Symbol);
          const bool IsOwn = Symbol == User.Symbol ||
                             (Used != Functions.end() && !User.Class.empty() &&
                              Used->second->Class == User.Class);
          if (!IsOwn)
            Result.insert(Symbol);
        }
  return Result;
}

//--- Pairs ------------------------------------------------------------------//

/// Makes the clients of one program.
class ClientMaker {
public:
  ClientMaker(const Program &Program, const BehaviourLookup &BehaviourOf);
  Clients run();

private:
  const Behaviour &behaviour(const Function &Of);
  std::vector<Member> membersOf(const Class &Of, unsigned Depth = 0) const;
  std::vector<const Function *> constructorsOf(const Class &Of) const;
  bool isOpenToCallers(const Function &Called) const;
  bool mayMeet(const Function &Starter, const Function &Other,
               Root::Kind Through);
  std::optional<std::pair<uint32_t, uint32_t>>
  commonContext(const Function &Starter, const Function &Other);
  bool isKnownPair(const Function &Starter, const Function &Other) const {
    return Used.count(Starter.Symbol) && Used.count(Other.Symbol);
  }

  void pairMembers(const Class &Of);
  void addOnObject(const Class &Of, const Function *Constructor,
                   const std::vector<Member> &Calls);
  void pairFunctions();
  void add(Function Client);

  const Program &Given;
  const BehaviourLookup &Lookup;
  std::map<Name, const Function *> Functions;
  std::map<Name, const Class *> Classes;
  std::set<Name> Used;
  std::map<Name, Behaviour> Behaviours;
  Clients Result;
};

ClientMaker::ClientMaker(const Program &Program,
                         const BehaviourLookup &BehaviourOf)
    : Given(Program), Lookup(BehaviourOf) {
  for (const Function &Known : Program.Functions)
    Functions.emplace(Known.Symbol, &Known);
  for (const Class &Known : Program.Classes)
    Classes.emplace(Known.Symbol, &Known);
  Used = usedByOthers(Program, Functions);
}

const Behaviour &ClientMaker::behaviour(const Function &Of) {
  auto [Known, IsNew] = Behaviours.try_emplace(Of.Symbol);
  if (IsNew && Of.Body == facts::BodyKind::Defined)
    Known->second = Lookup(Of.Symbol);
  return Known->second;
}

bool ClientMaker::isOpenToCallers(const Function &Called) const {
  return Called.Body == facts::BodyKind::Defined && Called.IsVisible &&
         !Called.IsConstructor && !Called.IsDestructor &&
         Called.Text.text() != "main";
}

/// All methods that an object of the class has, those of bases included unless
/// it overrides them.
std::vector<Member> ClientMaker::membersOf(const Class &Of,
                                           unsigned Depth) const {
  std::vector<Member> Result;
  std::set<Name> Overridden;
  for (Name Symbol : Of.Methods)
    if (auto Method = Functions.find(Symbol); Method != Functions.end()) {
      Result.push_back({Method->second, {}});
      Overridden.insert(Method->second->Overrides.begin(),
                        Method->second->Overrides.end());
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

/// Constructors that make an object anew: no copies, which take another one.
std::vector<const Function *>
ClientMaker::constructorsOf(const Class &Of) const {
  std::vector<const Function *> Result;
  for (Name Symbol : Of.Methods) {
    auto Found = Functions.find(Symbol);
    if (Found == Functions.end() || !Found->second->IsConstructor ||
        Found->second->Body != facts::BodyKind::Defined)
      continue;
    const Function &Constructor = *Found->second;
    const bool IsCopy =
        Constructor.Params.size() == 1 && Constructor.Params[0].IsReference &&
        Constructor.Params[0].Type.text().find(Of.Text.text()) !=
            std::string_view::npos;
    if (!IsCopy && Result.size() < MaxConstructors)
      Result.push_back(&Constructor);
  }
  return Result;
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
  std::vector<Member> Members = membersOf(Of);
  std::erase_if(Members, [&](const Member &Each) {
    return !isOpenToCallers(*Each.Method) || Each.Method->IsStatic;
  });
  std::vector<const Function *> Constructors = constructorsOf(Of);
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
    if (!isOpenToCallers(Starter) || behaviour(Starter).ByThreads.empty())
      continue;
    for (const Function &Other : Given.Functions) {
      if (!isOpenToCallers(Other) || isKnownPair(Starter, Other))
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
