//===- ClientRun.cpp - simulates the callers that the program does not show
//--===//
#include "solve/ClientRun.h"

namespace cursor_tidy::solve {

namespace {

using facts::Place;
using Kind = Definition::Kind;

/// Finds the roots from which a value can be reached when a function is over.
class RootFinder {
public:
  RootFinder(const State &Post, const Values &Ids) : Post(Post), Ids(Ids) {}

  std::vector<Root> rootsOf(ValueId Handle) {
    Found.clear();
    Seen.clear();
    visit(Handle);
    return {Found.begin(), Found.end()};
  }

private:
  void visit(ValueId Id) {
    if (!Seen.insert(Id).second)
      return;
    const Definition &Is = Ids[Id];
    switch (Is.What) {
    case Kind::Field:
    case Kind::Element:
    case Kind::AnyElement:
    case Kind::Content:
      visit(Is.Left);
      break;
    case Kind::Variable:
      add(Is);
      break;
    case Kind::Fresh:
    case Kind::None:
    case Kind::Constant:
    case Kind::Function:
    case Kind::Text:
    case Kind::Pure:
      break;
    }
    visitHolders(Id);
    // To use a handle is to use what it derives from.
    if (auto Handle = Post.Handles->find(Id); Handle != Post.Handles->end())
      for (ValueId Parent : Handle->second.Parents)
        visit(Parent);
  }

  /// A thing made here, or given by the caller and kept, is also reached
  /// through the cells that hold it.
  void visitHolders(ValueId Id) {
    for (const auto &[Cell, Held] : *Post.Contents)
      if (Held == Id)
        visit(Cell);
  }

  void add(const Definition &Variable) {
    Root Is;
    if (Variable.Root == Place::Base::This)
      Is.What = Root::Kind::This;
    else if (Variable.Root == Place::Base::Param)
      Is.What = Root::Kind::Param;
    else if (Variable.Root == Place::Base::Global)
      Is.What = Root::Kind::Global;
    else
      return;
    if (Is.What == Root::Kind::Param)
      Is.Index = static_cast<uint32_t>(Variable.Number);
    Is.Symbol = Variable.Symbol;
    Found.insert(Is);
  }

  const State &Post;
  const Values &Ids;
  std::set<Root> Found;
  std::set<ValueId> Seen;
};

} // namespace

Behaviour behaviourOf(const Summary &Of, const Values &Ids) {
  Behaviour All;
  for (const Outcome &Each : Of.Outcomes) {
    RootFinder Finder(Each.Post, Ids);
    All = either(std::move(All),
                 behaviourOf(Each.Post.Threads, [&](ValueId Handle) {
                   return Finder.rootsOf(Handle);
                 }));
  }
  return All;
}

void solveClients(Engine &Shared) {
  const Clients Made =
      clientsOf(Shared.program(), [&](facts::Name Symbol) -> Behaviour {
        const facts::Function *Of = Shared.function(Symbol);
        return Of ? Shared.about(*Of).Does : Behaviour();
      });
  // A client is no code of the user's: only what its calls do to each other is
  // a fault of theirs.
  Shared.OnlyThreads = true;
  for (const facts::Function &Client : Made.Functions)
    Shared.about(Client);
  Shared.OnlyThreads = false;
  Shared.Solution.Count.FunctionsCut += Made.Cut;
}

} // namespace cursor_tidy::solve
