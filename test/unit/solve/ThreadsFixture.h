//===- ThreadsFixture.h - programs with threads, as fact text
//------------------===//
//
// A small driver with all sharing words, thread and lock primitives after the
// models of the standard library, and the faults of a program said in words.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TEST_THREADSFIXTURE_H
#define CURSOR_TIDY_TEST_THREADSFIXTURE_H

#include "RecallFixture.h"
#include "facts/Text.h"

#include "gtest/gtest.h"

#include <string>

namespace cursor_tidy::solve {

/// `db` has level 1, `two` level 2, `pin` has affinity. `exec` names the kind
/// of handles that nobody has seen opened; `cancel` is safe from any thread. A
/// `thread` keeps its identity in a field, a `guard` its mutex.
inline constexpr std::string_view Primitives = R"(
unit "main.cpp"
kind "db/conn" role connection sharing serial level 1
kind "db/stmt" role cursor sharing serial level 1
kind "db/result" role cursor sharing read-shared level 1
kind "two/conn" role connection sharing shared level 2
kind "two/stmt" role cursor sharing serial level 2
kind "pin/conn" role connection sharing pinned level 1
model "open" {
  result = allocate
  open "db/conn" result
}
model "open2" {
  result = allocate
  open "two/conn" result
}
model "openpin" {
  result = allocate
  open "pin/conn" result
}
model "prepare" {
  access "db/conn" p0
  result = allocate
  open "db/stmt" result from p0
}
model "prepare2" {
  access "two/conn" p0
  result = allocate
  open "two/stmt" result from p0
}
model "query" {
  access "db/conn" p0
  result = allocate
  open "db/result" result
}
model "exec" {
  access "db/conn" p0
}
model "read" {
  access "db/result" p0 readonly
}
model "cancel" {
}
model "close" {
  close p0
}
model "thread" constructor {
  spawn this.*.thread p0.* (p1)
}
model "thread.join" {
  join this.*.thread
  this.*.thread = 0
}
model "thread.detach" {
  detach this.*.thread
  this.*.thread = 0
}
model "start" {
b0:
  choose b1 b2
b1:
  spawn p0.* p1 (p2)
  return 0
b2:
  return ?nonzero
}
model "run" {
  spawn p0.* p1 (p2)
}
model "join" {
  join p0
}
model "parallel" {
  spawn _ p0.* () many blocking
}
model "lock" {
  lock p0
}
model "unlock" {
  unlock p0
}
model "guard" constructor {
  this.*.m = p0
  lock p0
}
model "~guard" destructor {
  unlock this.*.m
}
model "wait" {
  await p0
}
model "notify" {
  signal p0
}
)";

/// The pairs of accesses that are reported, as `100/20`; on a line of their own
/// the faults of other checks, which no program here should have.
inline std::string threadFaults(std::string_view Program,
                                const Settings &Settings = {}) {
  llvm::Expected<facts::Program> Read =
      facts::parseProgram(std::string(Primitives) + std::string(Program));
  if (!Read)
    return llvm::toString(Read.takeError());
  const Solution Found = solveInAllWays(*Read, Settings);
  std::string Result;
  for (const Shared &Fault : Found.ThreadShared)
    Result += (Result.empty() ? "" : " ") + std::to_string(Fault.At.Line) +
              "/" + std::to_string(Fault.Other.Line);
  return Result;
}

} // namespace cursor_tidy::solve

#endif
