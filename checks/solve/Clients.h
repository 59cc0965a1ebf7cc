//===- Clients.h - callers that the program does not show
//--------------------===//
//
// A method that leaves a thread running over the members of its object is
// harmless alone; the fault needs another method that is called meanwhile.
// Where the program does not show who calls the two, a client is made up: a
// function of the handle program that makes the object, starts the thread and
// calls the other method. The simulation of it finds the pair like any other.
// The same for functions over one global, and for functions over one context
// structure.
//
// Evidence is needed: no client is made without a thread that is seen to start,
// nor for two functions that the program calls itself, since then their real
// order is known, nor for one that a program with a main calls and one that it
// does not. Clients carry no locations, so what is told of them is told
// at the accesses; only pairs of accesses may be told of a client, nothing
// else.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_CLIENTS_H
#define CURSOR_TIDY_SOLVE_CLIENTS_H

#include "solve/Concurrency.h"

namespace cursor_tidy::solve {

/// Where a handle is found that a function touches and that its callers can
/// reach again.
struct Root {
  enum class Kind : uint8_t { This, Param, Global };
  Kind What = Kind::This;
  uint32_t Index = 0;      ///< of Param
  facts::Name Symbol = {}; ///< of Global
  friend auto operator<=>(const Root &, const Root &) = default;
};

/// What one function does to handles that others can reach too.
struct Behaviour {
  std::set<Root> ByCaller;   ///< touched on the calling thread
  std::set<Root> ByThreads;  ///< touched by threads that it leaves running
  bool IsRepeatable = false; ///< all that it leaves running is detached, so
                             ///< that a second call is as good as the first
};

/// The roots from which a handle or mutex of a finished view can be reached.
using RootLookup = std::function<std::vector<Root>(ValueId)>;

/// Reads the behaviour off the view at one way out of a function.
Behaviour behaviourOf(const View &AtExit, const RootLookup &RootsOf);

/// What a function does on one way out or the other.
Behaviour either(Behaviour L, const Behaviour &R);

/// Answers for a function by its symbol.
using BehaviourLookup = std::function<Behaviour(facts::Name)>;

struct Clients {
  std::vector<facts::Function> Functions; ///< in a fixed order
  unsigned Cut = 0; ///< pairs past the bound, for which none was made
};

Clients clientsOf(const facts::Program &Program,
                  const BehaviourLookup &BehaviourOf);

} // namespace cursor_tidy::solve

#endif
