//===- Dispatch.h - objects behind their bases -----------------*- C++ -*-===//
//
// A virtual call names a base; what it runs uses the object around it. Here
// that object is found, and the ways between the two.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_DISPATCH_H
#define CURSOR_TIDY_SOLVE_DISPATCH_H

#include "solve/Engine.h"
#include "solve/State.h"

#include <optional>
#include <vector>

namespace cursor_tidy::solve {

struct WholeObject {
  ValueId Address = 0;
  facts::Name Class;
  /// The fields of bases between it and the address that was asked for, the
  /// innermost first.
  std::vector<facts::Name> Parts;
};

/// The object of known class that an address leads to: at it, or around it when
/// it is that of a base.
std::optional<WholeObject> wholeObject(const Values &Ids, const State &S,
                                       ValueId Object);

/// The fields that lead from an object to one of its bases, the innermost
/// first; none when it is no base.
std::vector<facts::Name> wayToBase(const Engine &Shared, facts::Name Derived,
                                   facts::Name Base);

/// The address around a base's, some bases out.
ValueId outward(Values &Ids, ValueId Object,
                const std::vector<facts::Name> &Parts);
/// The address of a base's part, some bases in.
ValueId inward(Values &Ids, ValueId Object,
               const std::vector<facts::Name> &Parts);

} // namespace cursor_tidy::solve

#endif
