//===- Record.h - all that one simulation has found out -------------------===//
//
// Besides the summary: its essence, what was told, and what the simulation has
// asked of the rest of the program, with the answers. While function and
// answers are the same, so is all the rest; a later run needs no simulation to
// know it, nor the summary, unless a function that changed asks for it.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_RECORD_H
#define CURSOR_TIDY_SOLVE_RECORD_H

#include "solve/Digest.h"

#include <variant>

namespace cursor_tidy::solve {

struct Hash {
  uint64_t High = 0, Low = 0;
  friend bool operator==(const Hash &, const Hash &) = default;
};

/// A leak that callers decide about.
struct Undecided {
  Lost Fault;
};
/// A caller was asked about such a leak: where it was opened and left.
struct AskedAbout {
  facts::Location Opened, Left;
  friend auto operator<=>(const AskedAbout &, const AskedAbout &) = default;
};
/// An access in a child to what callers supply, told when one of them has
/// opened it.
struct Childs {
  Crossed Fault;
};
/// A caller supplies what it has opened before the fork. Opened: how, if that
/// is seen.
struct OpenBefore {
  facts::Location At, ForkAt;
  std::vector<PathStep> Opened;
  friend auto operator<=>(const OpenBefore &, const OpenBefore &) = default;
};
/// What settles the leak of what is opened there; none: that nothing does.
struct Offer {
  facts::Location OpenedAt;
  std::optional<Mending> Fix;
};
/// A function's analysis was cut short.
struct TooLarge {
  facts::Name Symbol;
  Cut Is;
};
using Telling = std::variant<Lost, Stale, Shared, Crossed, Undecided,
                             AskedAbout, Childs, OpenBefore, Offer, TooLarge>;

/// What a simulation may ask for.
enum class Topic : uint8_t {
  Function, ///< all but its body
  Class,
  Global,
  Overriders, ///< of a method
  Dispatch,   ///< of a method, on an object of a class
  HasCaller,
  Zeroed,  ///< globals that start as zero
  Statics, ///< globals with destructors
  Summary  ///< of a function, with callables that are supplied
};
struct Question {
  Topic About = Topic::Function;
  facts::Name Of, With;
  Hash Answer;
};

struct Record {
  Hash Function; ///< the body that was simulated
  Hash Summary;  ///< what came of it
  Digest Is;
  uint64_t StatesMerged = 0, StatesDropped = 0;
  std::vector<Telling> Told;   ///< in order
  std::vector<Question> Asked; ///< in order
  /// Not to be kept: it depends on where in a recursion it was asked for, or is
  /// one of several functions that call each other.
  bool IsOfMoment = false, IsOfCycle = false;
};

/// A function, and as text the callables that its caller supplies.
using SummaryKey = std::pair<facts::Name, facts::Name>;

} // namespace cursor_tidy::solve

template <> struct std::hash<cursor_tidy::solve::SummaryKey> {
  size_t operator()(const cursor_tidy::solve::SummaryKey &Of) const noexcept {
    return std::hash<cursor_tidy::facts::Name>()(Of.first) * 31 +
           std::hash<cursor_tidy::facts::Name>()(Of.second);
  }
};

#endif
