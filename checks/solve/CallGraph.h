//===- CallGraph.h - callees before callers
//----------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_CALLGRAPH_H
#define CURSOR_TIDY_SOLVE_CALLGRAPH_H

#include "facts/Program.h"

#include <vector>

namespace cursor_tidy::solve {

/// Functions that call each other, or one alone.
struct Component {
  std::vector<const facts::Function *> Functions; ///< by symbol
  bool IsCycle = false;
};

/// The functions with a body, callees first. Only what a call names counts; a
/// call through a pointer is no edge.
std::vector<Component> components(const facts::Program &Program);

} // namespace cursor_tidy::solve

#endif
