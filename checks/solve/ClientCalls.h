//===- ClientCalls.h - what a client may call
//-----------------------------===//
//
// A client stands for callers that the program does not show. It may call what
// code that is not seen may call; and where the program itself calls all of
// that, their real order is known and nobody needs to be made up.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_CLIENTCALLS_H
#define CURSOR_TIDY_SOLVE_CLIENTCALLS_H

#include "solve/ClientWriter.h"

#include <unordered_map>
#include <unordered_set>

namespace cursor_tidy::solve {

class ClientCalls {
public:
  explicit ClientCalls(const facts::Program &Program);

  /// Null when the program has no such function.
  const facts::Function *function(facts::Name Symbol) const;
  /// True for a function that is used by another one, of no part of the same
  /// class.
  bool isUsed(const facts::Function &Called) const {
    return Used.contains(Called.Symbol);
  }
  /// All methods that an object of the class has, those of bases included
  /// unless it overrides them.
  std::vector<Member> membersOf(const facts::Class &Of,
                                unsigned Depth = 0) const;
  /// Likewise, those that callers may call on an object.
  std::vector<Member> openMembersOf(const facts::Class &Of) const;
  /// Constructors that make an object anew: no copies, which take another one.
  std::vector<const facts::Function *>
  constructorsOf(const facts::Class &Of) const;
  static bool isOpenToCallers(const facts::Function &Called);

private:
  void noteUses(const facts::Function &User);

  std::unordered_map<facts::Name, const facts::Function *> Functions;
  std::unordered_map<facts::Name, const facts::Class *> Classes;
  std::unordered_set<facts::Name> Used;
};

} // namespace cursor_tidy::solve

#endif
