//===- RecallFixture.h - the same with and without a memory ---------------===//
#ifndef CURSOR_TIDY_TEST_RECALLFIXTURE_H
#define CURSOR_TIDY_TEST_RECALLFIXTURE_H

#include "solve/Memory.h"
#include "solve/RecordFields.h"
#include "solve/Solve.h"

#include "gtest/gtest.h"

#include <string>

namespace cursor_tidy::solve {

/// All that a solution says.
inline std::string wholeOf(const Solution &Of) {
  facts::bytes::Writer Out;
  Out.put(Of.Unclosed);
  Out.put(Of.UsedAfterClose);
  Out.put(Of.ThreadShared);
  Out.put(Of.ForkShared);
  Out.put(Of.CutShort);
  Out.put(Of.Count.Functions);
  Out.put(Of.Count.StatesMerged);
  Out.put(Of.Count.StatesDropped);
  Out.put(Of.Count.FunctionsCut);
  return Out.take();
}

/// Solves a program, and once more with what earlier runs have found out, of
/// this program or of another one. Nothing may come of that but time.
inline Solution solveWith(Memory &Recalled, const facts::Program &Program,
                          const Settings &Settings = {}) {
  Solution Fresh = solve(Program, Settings);
  EXPECT_EQ(wholeOf(solve(Program, Settings, &Recalled)), wholeOf(Fresh));
  Recalled = readMemory(writeMemory(Recalled));
  return Fresh;
}

/// Likewise, with nothing and then with all in memory.
inline Solution solveInAllWays(const facts::Program &Program,
                               const Settings &Settings = {}) {
  Memory Recalled;
  solveWith(Recalled, Program, Settings);
  return solveWith(Recalled, Program, Settings);
}

} // namespace cursor_tidy::solve

#endif
