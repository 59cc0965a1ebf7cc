//===- SolveFixture.h - from fact text to faults in words
//---------------------===//
//
// Solves a handle program given as text, together with a small driver `db`, and
// says each fault in one line, so that tests read as sentences.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TEST_SOLVEFIXTURE_H
#define CURSOR_TIDY_TEST_SOLVEFIXTURE_H

#include "RecallFixture.h"
#include "facts/Text.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

#include <string>
#include <vector>

namespace cursor_tidy::solve {

/// A driver with a connection and a statement, a lock, a thread and a fork. Its
/// `prepare` leaves null on failure; its `open` leaves a handle either way; the
/// close of a connection leaves its statements dangling.
inline constexpr const char *Driver = R"(
kind "db/conn" driver "db" title "DB" type "conn" role connection sharing serial level 1
kind "db/stmt" driver "db" title "DB" type "stmt" role cursor sharing serial level 1
model "open" {
  b0:
    choose b1 b2
  b1:
    p0.* = allocate
    open "db/conn" p0.*
    result = 0
    return
  b2:
    p0.* = allocate
    open "db/conn" p0.*
    result = ?nonzero
    return
}
model "connect" {
  b0:
    result = allocate
    open "db/conn" result
    return
}
model "ping" {
  b0:
    access "db/conn" p0
    return
}
model "prepare" {
  b0:
    access "db/conn" p0
    choose b1 b2
  b1:
    p1.* = allocate
    open "db/stmt" p1.* from p0
    result = 0
    return
  b2:
    p1.* = 0
    result = ?nonzero
    return
}
model "step" {
  b0:
    access "db/stmt" p0
    invalidate p0 "row"
    result = ?
    return
}
model "text" {
  b0:
    access "db/stmt" p0
    result = borrow p0 until "row"
    return
}
model "finalize" {
  b0:
    close "db/stmt" p0
    return
}
model "close" {
  b0:
    close "db/conn" p0 children dangles
    return
}
model "fork" {
  b0:
    result = fork
    return
}
model "exit_now" {
  b0:
    leave immediate
    unreachable
}
model "start" {
  b0:
    choose b1 b2
  b1:
    spawn p0.* p1 (p2)
    result = 0
    return
  b2:
    result = ?nonzero
    return
}
model "join" {
  b0:
    join p0
    return
}
model "lock" {
  b0:
    lock p0
    return
}
model "unlock" {
  b0:
    unlock p0
    return
}
model "free" {
  b0:
    free p0
    return
}
)";

inline std::string word(WayOut How) {
  static constexpr const char *Words[] = {
      "return",        "scope end",    "overwritten", "dropped",
      "discarded",     "loop turn",    "thrown",      "member",
      "never deleted", "wrong closer", "refused",     "thread ended",
      "cancelled",     "forever",      "process left"};
  return Words[size_t(How)];
}

inline std::string word(StaleKind How) {
  static constexpr const char *Words[] = {"access", "double close",
                                          "after parent", "close after parent",
                                          "borrowed"};
  return Words[size_t(How)];
}

/// Solves Driver and the program after it; one line for each fault, as in
/// `unclosed stmt opened 3, return 7`.
inline std::vector<std::string> faults(const std::string &Program,
                                       const Settings &How = {}) {
  llvm::Expected<facts::Program> Read =
      facts::parseProgram(std::string(Driver) + Program);
  if (!Read) {
    ADD_FAILURE() << llvm::toString(Read.takeError());
    return {};
  }
  Solution Found = solveInAllWays(*Read, How);
  std::vector<std::string> Lines;
  auto Name = [](const HandleRef &Handle) {
    return std::string(Handle.Variable.text());
  };
  auto Line = [](const facts::Location &At) { return std::to_string(At.Line); };
  for (const Lost &F : Found.Unclosed)
    Lines.push_back("unclosed " + Name(F.Handle) + " opened " + Line(F.At) +
                    ", " + word(F.How) + " " + Line(F.LeftAt));
  for (const Stale &F : Found.UsedAfterClose)
    Lines.push_back("stale " + Name(F.Handle) + " " + word(F.How) + " " +
                    Line(F.At) + ", closed " + Line(F.ClosedAt));
  for (const Shared &F : Found.ThreadShared)
    Lines.push_back("shared " + Name(F.Handle) + " " + Line(F.At) + " and " +
                    Line(F.Other));
  for (const Crossed &F : Found.ForkShared)
    Lines.push_back("crossed " + Name(F.Handle) +
                    (F.Closes ? " closed " : " used ") + Line(F.At) +
                    ", forked " + Line(F.ForkAt));
  return Lines;
}

} // namespace cursor_tidy::solve

#endif
