//===- Flow.h - order, loops and live temporaries of a function's blocks
//-----===//
#ifndef CURSOR_TIDY_SOLVE_FLOW_H
#define CURSOR_TIDY_SOLVE_FLOW_H

#include "facts/Program.h"

#include <set>
#include <vector>

namespace cursor_tidy::solve {

/// What the walk over a function's blocks must know beforehand.
struct Flow {
  explicit Flow(const facts::Function &Function);

  std::vector<facts::BlockId> Order; ///< reachable blocks, reverse post order
  std::vector<uint32_t> Rank;        ///< block -> position in Order
  /// A variable that a loop writes as a whole.
  struct Written {
    facts::Place Where;
    bool OnlyGrows = false; ///< all that the loop does is to count it up
    bool InHead = false;    ///< the loop's first block writes it, in each turn
  };
  std::vector<std::vector<Written>> WrittenInLoop; ///< by loop head
  /// Loop head -> all blocks of the loop.
  std::vector<std::set<facts::BlockId>> Bodies;
  std::vector<bool> IsLoopHead;
  /// Heads of the loops that a block is in, innermost first.
  std::vector<facts::BlockId> loopsAround(facts::BlockId Block) const;
  std::vector<bool> IsInLoop;
  std::vector<bool> MayReturn; ///< by block: a return may follow
  /// Blocks that may follow one, itself included.
  std::set<facts::BlockId> following(facts::BlockId Block) const;
  std::vector<bool> LeavesLoop; ///< what it asks at its end may end a loop
  /// Block -> temporaries that are read after its begin before they are
  /// written.
  std::vector<std::set<uint32_t>> LiveIn;
  /// Block -> event -> temporaries whose last read it may be.
  std::vector<std::vector<std::set<uint32_t>>> LiveAfter;

  std::vector<std::vector<facts::BlockId>> Next; ///< block -> its successors

  static std::vector<facts::BlockId> successors(const facts::Block &Block);
  bool isBackEdge(facts::BlockId From, facts::BlockId To) const {
    return Rank[To] <= Rank[From];
  }
};

/// Calls Visit with every place that an action reads, and with whether it is
/// written as a whole.
enum class PlaceUse : uint8_t { Reads, Writes };
std::vector<std::pair<const facts::Place *, PlaceUse>>
placesOf(const facts::Action &Action);

} // namespace cursor_tidy::solve

#endif
