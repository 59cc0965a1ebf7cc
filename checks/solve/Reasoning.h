//===- Reasoning.h - the parts of the reasoning about threads -------------===//
//
// All are on in every host. test/bench/ablation leaves parts out, to see what
// each of them earns.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_REASONING_H
#define CURSOR_TIDY_SOLVE_REASONING_H

namespace cursor_tidy::solve {

struct Reasoning {
  /// Locks in common keep two accesses apart.
  bool Locks = true;
  /// Who runs while what is done: threads that have not started yet, that are
  /// joined, that run as tasks of one thread.
  bool Joins = true;
  /// Signals that give the turn, queues that hand handles over, what each of
  /// many threads made for itself.
  bool Ownership = true;
  /// Callers that the program does not show, of methods and of functions over
  /// one global or context.
  bool Classes = true;
};

} // namespace cursor_tidy::solve

#endif
